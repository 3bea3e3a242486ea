using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;
using DiGiBachat.Bot.Operations;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// What people wrote while we could not be reached: lists the provider's recent messages and takes the turns of those that were
/// not. The inbox knows which were.
/// </summary>
internal sealed partial class SweepInbound(IServiceProvider services, IMessageReceiver receiver, TimeProvider clock, ILogger<SweepInbound> logger)
{
    /// <summary>How far back a sweep looks.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (services.GetService<TwilioSweep>() is not { } twilio)
            return;
        if (await twilio.ListAsync(clock.GetUtcNow() - Back, cancellation) is not { } messages)
        {
            CouldNotAsk();
            return;
        }
        foreach (var message in messages)
            await TryTakeTurnAsync(message, cancellation);
    }

    /// <summary>A message that breaks its turn keeps no other from being answered; the next sweep tries it again.</summary>
    private async Task TryTakeTurnAsync(InboundMessage message, CancellationToken cancellation)
    {
        try
        {
            await receiver.ReceiveAsync(message, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            TurnFailed(message.Id, LogRedaction.Describe(failure));
        }
    }

    [LoggerMessage(LogLevel.Error, "Turn of the missed message {MessageId} failed: {Failure}")]
    private partial void TurnFailed(string messageId, string failure);

    [LoggerMessage(LogLevel.Warning, "The provider could not be asked for messages that were missed")]
    private partial void CouldNotAsk();
}
