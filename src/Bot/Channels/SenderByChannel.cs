namespace DiGiBachat.Bot.Channels;

/// <summary>Gives each message to the adapter that its channel uses in this installation.</summary>
public sealed class SenderByChannel(IReadOnlyDictionary<ChannelKind, IMessageSender> senders) : IMessageSender
{
    public Task<SendOutcome> SendAsync(OutboundRequest request, CancellationToken cancellation) =>
        senders.TryGetValue(request.Channel, out var sender)
            ? sender.SendAsync(request, cancellation)
            : Task.FromResult<SendOutcome>(new SendOutcome.Failed(SendFailure.Configuration, 0));

    public Task<LookupOutcome> FindAsync(OutboundRequest request, DateTimeOffset sentAt, CancellationToken cancellation) =>
        senders.TryGetValue(request.Channel, out var sender)
            ? sender.FindAsync(request, sentAt, cancellation)
            : Task.FromResult<LookupOutcome>(new LookupOutcome.CannotTell());
}
