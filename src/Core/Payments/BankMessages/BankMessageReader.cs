using System.Globalization;
using System.Text.RegularExpressions;

namespace DiGiBachat.Core.Payments.BankMessages;

/// <summary>
/// Reads the messages with which banks and UPI apps tell of money, and the narration of a statement's line. It reads facts by their shape (an
/// amount behind its currency, 12 digits, an address with its at-sign, the first word that says which way the money went), not banks by their
/// wording, which changes every year; the tests have the wording of each bank that was seen.
/// </summary>
public static partial class BankMessageReader
{
    /// <summary>Shorter than any bank writes; what people type is shorter than this or says no such words.</summary>
    private const int Shortest = 24;
    private const int Longest = 1_000;

    /// <summary>Null for what is no message of a bank.</summary>
    public static BankMessage? Read(string text)
    {
        var plain = Spaces().Replace(text, " ").Trim().Trim('"', '\'', '*', '_', '>');
        if (plain.Length is < Shortest or > Longest)
            return null;
        if (PasswordNow().IsMatch(plain))
            return new(BankMessageKind.OneTimePassword, null, null, null, null, null, []);
        var way = Way().Match(plain);
        var amount = AmountOf(plain);
        if (Narration.Read(plain) is { } line)
            return way is { Success: true } said && !said.Groups["in"].Success ? line with { Kind = BankMessageKind.Debit } : line with { Amount = amount };
        var reference = ReferenceOf(plain);
        var isOfBank = way.Success && amount is not null && (reference is not null || Account().IsMatch(plain));
        if (!isOfBank)
            return Password().IsMatch(plain) && FewDigits().IsMatch(plain)
                ? new(BankMessageKind.OneTimePassword, null, null, null, null, null, [])
                : null;
        var kind = way.Groups["in"].Success && !Reversal().IsMatch(plain) ? BankMessageKind.Credit : BankMessageKind.Debit;
        return new(kind, amount, reference, DayOf(plain), PayerOf(plain), VpaOf(plain), CodesIn(plain));
    }

    /// <summary>The first amount that is no balance.</summary>
    private static Money? AmountOf(string text)
    {
        foreach (Match match in Amount().Matches(text))
        {
            var before = text[Math.Max(0, match.Index - 24)..match.Index];
            if (Balance().IsMatch(before))
                continue;
            var digits = match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal);
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees) && rupees is > 0 and < 1e9m)
                return new Money((long)(rupees * 100));
        }
        return null;
    }

    /// <summary>Twelve digits by themselves; 16 that begin with four zeros are HDFC's way to write them; else NEFT's or RTGS's letters and digits.</summary>
    internal static string? ReferenceOf(string text)
    {
        foreach (Match match in Digits().Matches(text))
            if (BankReference.TryParse(match.Value, out var reference))
                return reference.Text;
        foreach (Match match in Letters().Matches(text))
            if (BankReference.TryParse(match.Value, out var reference))
                return reference.Text;
        return null;
    }

    /// <summary>Days before months, as Indian banks write; years of two digits are of this century.</summary>
    internal static DateOnly? DayOf(string text)
    {
        foreach (Match match in Date().Matches(text))
        {
            var day = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            var named = match.Groups[2].Value;
            var month = char.IsAsciiDigit(named[0])
                ? int.Parse(named, CultureInfo.InvariantCulture)
                : 1 + Array.IndexOf(Months, named[..3].ToUpperInvariant());
            var year = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
            year = year < 100 ? 2000 + year : year;
            if (month is >= 1 and <= 12 && year is >= 2000 and < 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                return new(year, month, day);
        }
        return null;
    }

    internal static string? VpaOf(string text) => Vpa().Match(text) is { Success: true } found ? found.Value.ToLowerInvariant() : null;

    private static string? PayerOf(string text) => Payer().Match(text) is { Success: true } found ? NameOf(found.Groups[1].Value) : null;

    /// <summary>Letters only, as a person is called; null for an account, a bank or nothing.</summary>
    internal static string? NameOf(string text)
    {
        var name = NotOfName().Replace(text, " ").Trim();
        name = Spaces().Replace(name, " ");
        return name.Length is >= 2 and <= OtherPayer.LongestName && name.Any(char.IsLetter) && !text.Contains('@', StringComparison.Ordinal) ? name : null;
    }

    /// <summary>Whatever reads as a code with its check character. Which of them is one, the open payments tell.</summary>
    internal static IReadOnlyList<string> CodesIn(string text) =>
        [
            .. Words()
                .Matches(text)
                .Select(w => w.Value.Length >= PaymentCode.Length && PaymentCode.TryParse(w.Value[..PaymentCode.Length], out var code) ? code.Text : "")
                .Where(code => code.Length > 0)
                .Distinct(),
        ];

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>The digits stand beside the word in one sentence; "never share your OTP" at the end of a credit is none.</summary>
    [GeneratedRegex(
        @"\b\d{4,8}\b[^.\d]{0,40}\b(otp|one[- ]?time[- ]?(password|pin|code)|verification code|security code)\b|\b(otp|one[- ]?time[- ]?(password|pin|code)|verification code|security code)\b[^.\d]{0,80}\b\d{4,8}\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PasswordNow();

    [GeneratedRegex(@"\b(otp|one[- ]?time[- ]?(password|pin|code)|verification code|security code|cvv|upi pin|mpin)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"\b\d{3,8}\b")]
    private static partial Regex FewDigits();

    /// <summary>Which way the money went is said first; "debited …; SUNITA credited" is money that went.</summary>
    [GeneratedRegex(
        @"(?<in>\bcredited\b|\bcredit(ed)? of\b|\breceived\b|\bdeposited\b|\bdeposit of\b|\badded to\b)|\bdebited\b|\bdebit\b|\bsent\b|\bpaid\b|\bwithdrawn\b|\bspent\b|\bpurchase\b|\btransferred to\b|\brequested\b|\bdeclined\b|\bfailed\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Way();

    [GeneratedRegex(@"\b(reversed|reversal|failed|declined|returned|will be credited|refund(ed)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reversal();

    [GeneratedRegex(@"\b(a/?c|acct?|account|wallet|bank)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?:\brs\.?|\binr\.?|₹)\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(bal|balance|avl|avbl|limit|lmt)\b[^0-9]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Balance();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(0000)?[0-9]{12}(?![0-9])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b[A-Z]{4}(?=[A-Z0-9]*[0-9]{6})(?:[A-Z0-9]{18}|[A-Z0-9]{12})\b")]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<![0-9])([0-3]?[0-9])[-/. ]?([01]?[0-9](?=[-/.])|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ,]?((?:20)?[0-9]{2})(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\w.-])[a-z0-9][a-z0-9._-]{1,60}@[a-z][a-z0-9]{1,20}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vpa();

    [GeneratedRegex(
        @"(?:\btransfer from\b|\bfrom\b|\bby\b(?! (?:rs|inr|₹|upi|transfer|imps|neft))|\bsender\b:?)\s+(?:vpa\s+\S+\s*)?\(?([^\d@/;:()]{2,60}?)\)?\s*(?=\bref|\bupi\b|\bon\b|\btxn\b|\butr\b|\bvia\b|\bto\b|\bin\b|\bthrough\b|\brrn\b|\bavl\b|\bbal\b|[.;:,()/]|\s-|-\d|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Payer();

    [GeneratedRegex(@"[^\p{L}\p{M} .']")]
    private static partial Regex NotOfName();

    [GeneratedRegex(@"[0-9A-Za-z]+")]
    private static partial Regex Words();
}
