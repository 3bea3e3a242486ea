namespace DiGiBachat.Bot.Channels;

/// <summary>Takes messages out into the world. Nothing here is called inside a transaction.</summary>
public interface IMessageSender
{
    /// <summary>Sends once. Never throws for what the provider or the network does; it is an outcome.</summary>
    Task<SendOutcome> SendAsync(OutboundRequest request, CancellationToken cancellation);

    /// <summary>After <see cref="SendOutcome.Unknown"/>: did the provider get it? Asked before anything is sent again.</summary>
    Task<LookupOutcome> FindAsync(OutboundRequest request, DateTimeOffset sentAt, CancellationToken cancellation);
}

/// <summary>
/// One message to one address. <paramref name="Reference"/> is our own id of it (the outbox id); <paramref name="StatusCallback"/> is
/// where its delivery reports go, null for none.
/// </summary>
public sealed record OutboundRequest(
    string Reference,
    ChannelKind Channel,
    string Address,
    string Body,
    string? MediaUrl,
    Uri? StatusCallback
);

/// <summary>What came of one sending.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The provider has it, under this id.</summary>
    public sealed record Sent(string ProviderId) : SendOutcome;

    /// <summary>Not taken, and nothing was sent: the same again, not before <paramref name="After"/>. Code is the provider's, 0 for none.</summary>
    public sealed record Retry(TimeSpan After, int Code) : SendOutcome;

    /// <summary>Not taken, and it will not be.</summary>
    public sealed record Failed(SendFailure Kind, int Code) : SendOutcome;

    /// <summary>The connection broke or timed out after sending: it may have been taken.</summary>
    public sealed record Unknown : SendOutcome;
}

/// <summary>Why a message cannot be sent, in terms of what to do about it.</summary>
public enum SendFailure
{
    /// <summary>The person said STOP or blocked us: never again on this channel.</summary>
    OptedOut,

    /// <summary>The number cannot receive: the treasurer is told.</summary>
    BadNumber,

    /// <summary>More than a day since the person wrote on WhatsApp: an approved template, or SMS.</summary>
    OutsideWindow,

    /// <summary>Nobody on WhatsApp there: SMS.</summary>
    NotOnWhatsApp,

    /// <summary>Our account or settings are wrong: the operator is alarmed, nothing more is sent.</summary>
    Configuration,

    /// <summary>This text will not go; others may.</summary>
    Other,
}

/// <summary>What a look-up after an unknown outcome found.</summary>
public abstract record LookupOutcome
{
    private LookupOutcome() { }

    public sealed record Found(string ProviderId) : LookupOutcome;

    /// <summary>The provider does not have it: it may be sent again.</summary>
    public sealed record NotThere : LookupOutcome;

    /// <summary>The provider could not be asked, or cannot tell.</summary>
    public sealed record CannotTell : LookupOutcome;
}
