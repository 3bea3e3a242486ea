namespace DiGiBachat.Bot.Channels;

/// <summary>
/// Where a channel hands a checked message over. It returns when the turn is committed, with what the sender is told;
/// a message that was handled before gets its stored answer.
/// </summary>
public interface IMessageReceiver
{
    Task<IReadOnlyList<OutboundMessage>> ReceiveAsync(InboundMessage message, CancellationToken cancellation);
}

/// <summary>Where a channel hands over what became of a message that we sent. Reports come late, twice and out of order.</summary>
public interface IDeliveryReports
{
    Task ReportAsync(DeliveryReport report, CancellationToken cancellation);
}

/// <summary>
/// What the webhooks say when no turn could be held: <paramref name="Apology"/> when we are broken,
/// <paramref name="TooMany"/> once when somebody writes faster than the limit.
/// </summary>
public sealed record ChannelTexts(
    Func<InboundMessage, OutboundMessage> Apology,
    Func<InboundMessage, OutboundMessage> TooMany
);
