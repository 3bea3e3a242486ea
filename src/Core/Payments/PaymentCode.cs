using System.Diagnostics.CodeAnalysis;

namespace DiGiBachat.Core.Payments;

/// <summary>
/// The five characters by which a payment is recognised in a bank statement: they stand first in the UPI note, because
/// bank narrations cut the note after five. Four characters of Crockford base 32 and a check character.
/// </summary>
/// <remarks>
/// The five characters c₁…c₅ satisfy c₁α⁴ + c₂α³ + c₃α² + c₄α + c₅ = 0 in GF(32), α a root of x⁵ + x² + 1. The
/// weights are different and none is zero, so every slip of one character and every exchange of any two different
/// characters is caught.
/// </remarks>
public readonly record struct PaymentCode
{
    public const int Length = 5;

    /// <summary>How many codes there are: four free characters.</summary>
    public const int Count = 1 << (Crockford.BitsPerCharacter * (Length - 1));

    private const int FieldSize = 32;
    private const int Polynomial = 0b100101;

    private PaymentCode(string text) => Text = text;

    /// <summary>In capitals, as it is shown.</summary>
    public string Text { get; }

    /// <summary>The code of a number or random value from 0 to <see cref="Count"/> − 1; others throw.</summary>
    public static PaymentCode Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);
        var digits = Crockford.DigitsOf((ulong)number, Length - 1);
        return new(Crockford.TextOf([.. digits, TimesAlpha(Sum(digits))]));
    }

    /// <summary>
    /// Reads a code as people type it (small letters, O for 0, I or L for 1); false when it is none, or its check
    /// character does not fit.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PaymentCode code)
    {
        var fits = Crockford.TryRead(text, Length, out var digits) && Sum(digits) == 0;
        code = fits ? new(Crockford.TextOf(digits!)) : default;
        return fits;
    }

    /// <summary>The number this is the code of.</summary>
    public int Number => Text is null ? 0 : (int)Crockford.NumberOf(Text[..(Length - 1)]);

    public override string ToString() => Text;

    private static int Sum(int[] digits) => digits.Aggregate(0, (sum, digit) => TimesAlpha(sum) ^ digit);

    private static int TimesAlpha(int value) => (value << 1) < FieldSize ? value << 1 : (value << 1) ^ Polynomial;
}
