using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DiGiBachat.Core.Payments;

/// <summary>By which way the money moved, as the length of its reference tells.</summary>
public enum BankReferenceKind
{
    /// <summary>UPI and IMPS: 12 digits.</summary>
    Upi,

    /// <summary>NEFT: 16 characters, the first four the bank's letters.</summary>
    Neft,

    /// <summary>RTGS: 22 characters, the first four the bank's letters.</summary>
    Rtgs,
}

/// <summary>
/// A bank's reference of one payment (UTR), unique for ever: 12 digits, or 16 or 22 letters and digits. Kept in capitals without
/// spaces, so that the same reference written differently is the same.
/// </summary>
public readonly record struct BankReference
{
    public const int UpiLength = 12;
    public const int NeftLength = 16;
    public const int RtgsLength = 22;

    /// <summary>How long after a payment people report it, and how far a clock may be ahead, before the typo hint speaks.</summary>
    public const int HintDaysBefore = 30;
    public const int HintDaysAfter = 1;

    private const int BankLetters = 4;

    private BankReference(string text, BankReferenceKind kind)
    {
        Text = text;
        Kind = kind;
    }

    public string Text { get; }

    public BankReferenceKind Kind { get; }

    /// <summary>
    /// Reads a reference with spaces, dots or dashes in it, small letters, digits of any script. A statement's 16 digits that begin with four
    /// zeros are the 12 digits behind them (HDFC's export). False for another length, twelve equal digits, or 16 and 22 without the bank's letters.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BankReference reference)
    {
        var plain = string.Concat((text ?? "").Where(c => !IsSeparator(c)).Select(Plain));
        if (plain.Length == NeftLength && plain.StartsWith("0000", StringComparison.Ordinal))
        {
            plain = plain[^UpiLength..];
        }
        var kind = KindOf(plain);
        reference = kind is { } known ? new(plain, known) : default;
        return kind is not null;
    }

    /// <summary>
    /// Whether a UPI reference looks mistyped. Most begin with the last digit of the year and the day of the year (31 July 2026: 6212…);
    /// not all banks do, so it is a reason to ask again, never to refuse. Always false for NEFT and RTGS.
    /// </summary>
    /// <param name="reportedOn">The day the member reports it; a payment up to 30 days before or one day after fits.</param>
    public bool LooksMistyped(DateOnly reportedOn)
    {
        if (Kind != BankReferenceKind.Upi)
        {
            return false;
        }
        var (yearDigit, dayOfYear) = (Text[0] - '0', int.Parse(Text.AsSpan(1, 3), CultureInfo.InvariantCulture));
        for (var back = -HintDaysAfter; back <= HintDaysBefore; back++)
        {
            var day = reportedOn.AddDays(-back);
            if (day.Year % 10 == yearDigit && day.DayOfYear == dayOfYear)
            {
                return false;
            }
        }
        return true;
    }

    public override string ToString() => Text;

    private static bool IsSeparator(char character) => char.IsWhiteSpace(character) || character is '.' or '-' or '–' or '—' or '/' or ',';

    private static char Plain(char character)
    {
        var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
        return digit >= 0 ? (char)('0' + digit) : char.ToUpperInvariant(character);
    }

    private static BankReferenceKind? KindOf(string plain) =>
        plain.Length switch
        {
            UpiLength when plain.All(char.IsAsciiDigit) && plain.Distinct().Count() > 1 => BankReferenceKind.Upi,
            NeftLength when HasBankLetters(plain) => BankReferenceKind.Neft,
            RtgsLength when HasBankLetters(plain) => BankReferenceKind.Rtgs,
            _ => null,
        };

    private static bool HasBankLetters(string plain) =>
        plain.Take(BankLetters).All(char.IsAsciiLetterUpper) && plain.All(char.IsAsciiLetterOrDigit);
}
