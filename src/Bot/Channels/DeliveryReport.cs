namespace DiGiBachat.Bot.Channels;

/// <summary>How far a message has come, in rank order: a later report never takes a message back.</summary>
public enum DeliveryStatus
{
    Queued = 0,
    Sending = 1,
    Sent = 2,
    Undelivered = 3,
    Failed = 4,
    Delivered = 5,
    Read = 6,
}

/// <summary>
/// What the provider says of a message that we sent. <paramref name="Reference"/> is ours (the outbox id, or the inbound id that a reply
/// answers), so that a report finds its message even when the sending's own outcome was never learnt.
/// <paramref name="Failure"/> says what to do about it: <see cref="SendOutcome.Retry"/> or <see cref="SendOutcome.Failed"/>.
/// </summary>
public sealed record DeliveryReport(
    string ProviderId,
    string? Reference,
    DeliveryStatus Status,
    SendOutcome? Failure
);

public static class DeliveryRank
{
    /// <summary>Of two reports of one message the one that counts, whichever came first.</summary>
    public static DeliveryStatus Highest(DeliveryStatus known, DeliveryStatus reported) =>
        reported > known ? reported : known;

    /// <summary>The provider's word for a status; null for one that says nothing of delivery.</summary>
    public static DeliveryStatus? FromWord(string word) =>
        word switch
        {
            "queued" or "accepted" or "scheduled" => DeliveryStatus.Queued,
            "sending" => DeliveryStatus.Sending,
            "sent" => DeliveryStatus.Sent,
            "delivered" or "partially_delivered" => DeliveryStatus.Delivered,
            "read" => DeliveryStatus.Read,
            "undelivered" => DeliveryStatus.Undelivered,
            "failed" or "canceled" => DeliveryStatus.Failed,
            _ => null,
        };
}
