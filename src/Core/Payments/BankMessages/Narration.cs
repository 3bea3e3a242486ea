using System.Text.RegularExpressions;

namespace DiGiBachat.Core.Payments.BankMessages;

/// <summary>
/// The narration of a UPI payment in a bank's statement, each bank with its own order of the same parts. It says no amount; what the
/// line's columns add behind it (a day, an amount) is read when it is there.
/// </summary>
internal static partial class Narration
{
    public static BankMessage? Read(string text)
    {
        var upper = text.ToUpperInvariant();
        var at = Start().Match(upper);
        if (!at.Success)
            return null;
        var line = text[at.Index..];
        var reference = BankMessageReader.ReferenceOf(line);
        if (reference is null)
            return null;
        var parts = line.Split('-', '/').Select(p => p.Trim()).ToArray();
        var head = at.Value;
        var name = head switch
        {
            // UPI-<NAME>-<VPA>-<IFSC>-<rrn>-<note>
            _ when head.StartsWith("UPI-", StringComparison.Ordinal) => Part(parts, 1),
            // UPI/P2A/<rrn>/<NAME>/<BANK>/<note>
            _ when head.StartsWith("UPI/P2", StringComparison.Ordinal) => Part(parts, 3),
            // UPI/<NAME>/<rrn>/<note>, or UPI/<rrn>/<note>/<vpa>/<BANK>/<ref>, which has no name
            _ when head.StartsWith("UPI/", StringComparison.Ordinal) => Part(parts, 1) is { } first && first.Any(char.IsAsciiDigit) ? null : Part(parts, 1),
            // …UPI/CR/<rrn>/<NAME>/<BANK>/<vpa>/<note>
            _ => After(parts, reference),
        };
        var isDebit = upper.Contains("/DR/", StringComparison.Ordinal) || upper.Contains("REV", StringComparison.Ordinal) || upper.StartsWith("TO ", StringComparison.Ordinal);
        return new(
            isDebit ? BankMessageKind.Debit : BankMessageKind.Credit,
            null,
            reference,
            BankMessageReader.DayOf(text[..at.Index]),
            name is null ? null : BankMessageReader.NameOf(name),
            parts.Select(BankMessageReader.VpaOf).FirstOrDefault(v => v is not null),
            BankMessageReader.CodesIn(line)
        );
    }

    private static string? Part(string[] parts, int index) => index < parts.Length ? parts[index] : null;

    private static string? After(string[] parts, string reference)
    {
        var at = Array.FindIndex(parts, p => p.EndsWith(reference, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : Part(parts, at + 1);
    }

    [GeneratedRegex(@"\b(BY TRANSFER-UPI/CR/|TO TRANSFER-UPI/DR/|REV[-/]UPI[-/]|UPI/(REV|CR|DR)/|UPI/P2[AM]/|UPI-[A-Z][A-Z .]+-|UPI/[A-Z0-9 .]+/|MMT/IMPS/|BY TRANSFER-INB IMPS/|BY TRANSFER-NEFT)")]
    private static partial Regex Start();
}
