namespace DiGiBachat.Bot.Pages;

/// <summary>Where a payment stands, as its page shows it.</summary>
public enum PayPageState
{
    /// <summary>Asked for, nothing said of it yet.</summary>
    Requested,

    /// <summary>Said to be paid, with a bank reference; the treasurer looks at it.</summary>
    Claimed,

    /// <summary>Confirmed and in the book.</summary>
    Posted,

    /// <summary>The treasurer did not find it.</summary>
    Rejected,

    /// <summary>The link is too old.</summary>
    Expired,
}

/// <summary>
/// One payment as its page shows it. Every figure comes in words that are the same in the chat: <paramref name="Amount"/> "₹500",
/// <paramref name="PlainAmount"/> "500.00" to be copied, <paramref name="AmountInWords"/> "five hundred rupees".
/// <paramref name="UpiLink"/> is the whole <c>upi://pay?…</c>. <paramref name="ChatLink"/> leads back to the chat.
/// </summary>
public sealed record PayPageModel(
    PayPageState State,
    string Language,
    string GroupName,
    string Payee,
    string Vpa,
    string Amount,
    string PlainAmount,
    string AmountInWords,
    string Note,
    string UpiLink,
    string? BankReference = null,
    string? ReceiptCode = null,
    string? ChatLink = null
);

/// <summary>What came of saying "I have paid".</summary>
public enum ReferenceClaim
{
    Taken,

    /// <summary>Not a bank reference: 12 digits for UPI, 16 or 22 characters for a bank transfer.</summary>
    Malformed,

    /// <summary>Another payment has this reference.</summary>
    UsedElsewhere,

    /// <summary>The payment is no longer open; its page says how it stands.</summary>
    NotOpen,

    /// <summary>No such payment.</summary>
    NotFound,
}

/// <summary>What the page asks of the book.</summary>
public interface IPayPageData
{
    /// <summary>Null when no payment has this token.</summary>
    Task<PayPageModel?> FindAsync(string token, CancellationToken cancellation);

    /// <summary>Notes the reference that the payer gives. The same again is <see cref="ReferenceClaim.Taken"/> again.</summary>
    Task<ReferenceClaim> ClaimAsync(string token, string reference, CancellationToken cancellation);
}

/// <summary>A label of the page in a language.</summary>
public delegate string PayPageLabel(string language, string key);

/// <summary>A text as a QR code, in PNG.</summary>
public delegate byte[] QrPicture(string text);
