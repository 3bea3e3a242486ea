using System.Globalization;

namespace DiGiBachat.Core.Payments.BankMessages;

/// <summary>What kind of message of a bank it is.</summary>
public enum BankMessageKind
{
    /// <summary>Money came.</summary>
    Credit,

    /// <summary>Money went, or came back: no money received.</summary>
    Debit,

    /// <summary>A password for one use. Nothing of it is kept.</summary>
    OneTimePassword,
}

/// <summary>
/// What a bank's message says of money that came: the SMS of a bank or of a UPI app, or a line of a statement. Only this is kept of it,
/// never the message.
/// </summary>
/// <param name="Amount">Null when it says none, as a statement's narration does.</param>
/// <param name="Reference">The bank's reference (UTR).</param>
/// <param name="On">The bank's day.</param>
/// <param name="Payer">The payer's name as the bank cuts it.</param>
/// <param name="Vpa">The payer's UPI address, in small letters.</param>
/// <param name="Codes">What could be the code of a payment: the first five characters of its words.</param>
public sealed record BankMessage(
    BankMessageKind Kind,
    Money? Amount,
    string? Reference,
    DateOnly? On,
    string? Payer,
    string? Vpa,
    IReadOnlyList<string> Codes
)
{
    private const char Between = '|';
    private const string Day = "yyyy-MM-dd";

    /// <summary>As a conversation keeps it between the reading and the yes.</summary>
    public string Kept() =>
        string.Join(
            Between,
            Kind,
            Amount?.Paise.ToString(CultureInfo.InvariantCulture),
            Reference,
            On?.ToString(Day, CultureInfo.InvariantCulture),
            Payer,
            Vpa,
            string.Join(' ', Codes)
        );

    /// <summary>The message that was kept; the text is always our own.</summary>
    public static BankMessage FromKept(string kept)
    {
        var parts = kept.Split(Between);
        return new(
            Enum.Parse<BankMessageKind>(parts[0]),
            parts[1].Length > 0 ? new Money(long.Parse(parts[1], CultureInfo.InvariantCulture)) : null,
            Some(parts[2]),
            parts[3].Length > 0 ? DateOnly.ParseExact(parts[3], Day, CultureInfo.InvariantCulture) : null,
            Some(parts[4]),
            Some(parts[5]),
            parts[6].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    private static string? Some(string part) => part.Length > 0 ? part : null;
}
