namespace DiGiBachat.Core.Payments;

/// <summary>What somebody sent beside a payment.</summary>
public enum NoteKind
{
    Picture,
    Voice,
    Other,
}

/// <summary>
/// A picture or a voice note that a member sent with her payment. It lies on the table until the payment is settled, and proves nothing:
/// an officer still looks into the bank.
/// </summary>
/// <param name="Address">Where the channel keeps it. Personal data: stored sealed.</param>
public sealed record PaymentNote(PaymentNumber Payment, NoteKind Kind, string Address, DateOnly On);
