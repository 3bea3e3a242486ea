using System.Diagnostics.CodeAnalysis;

namespace DiGiBachat.Core.Payments;

/// <summary>
/// Douglas Crockford's base 32: digits and capitals without I, L, O and U. Read tolerantly: small letters count as
/// capitals, O as 0, I and L as 1; spaces and dashes between characters are skipped.
/// </summary>
internal static class Crockford
{
    public const int BitsPerCharacter = 5;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The lowest <paramref name="length"/> × 5 bits of <paramref name="value"/>, highest first.</summary>
    public static int[] DigitsOf(ulong value, int length)
    {
        var digits = new int[length];
        for (var index = length - 1; index >= 0; index--)
        {
            digits[index] = (int)(value % (ulong)Alphabet.Length);
            value /= (ulong)Alphabet.Length;
        }
        return digits;
    }

    /// <summary>The number whose text this is; characters outside the alphabet do not occur here.</summary>
    public static long NumberOf(string text) => text.Aggregate(0L, (sum, c) => (sum * Alphabet.Length) + DigitOf(c));

    public static string TextOf(IEnumerable<int> digits) => string.Concat(digits.Select(digit => Alphabet[digit]));

    /// <summary>Exactly <paramref name="length"/> characters, or not read.</summary>
    public static bool TryRead(string? text, int length, [NotNullWhen(true)] out int[]? digits)
    {
        var read = (text ?? "").Where(character => character is not (' ' or '-')).Select(DigitOf).ToArray();
        digits = read.Length == length && !read.Contains(-1) ? read : null;
        return digits is not null;
    }

    private static int DigitOf(char character) =>
        character switch
        {
            'o' or 'O' => 0,
            'i' or 'I' or 'l' or 'L' => 1,
            _ => char.IsAscii(character) ? Alphabet.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal) : -1,
        };
}
