using System.Diagnostics;
using DiGiBachat.Bot.Operations;

namespace DiGiBachat.Bot.Channels;

/// <summary>
/// What every channel does with a checked message: keep its sender within the limit, let the sender's messages through one at a time,
/// hold the turn, and answer in words even when that fails.
/// </summary>
public sealed partial class Reception(
    IMessageReceiver receiver,
    ChannelTexts texts,
    RateLimit limit,
    OneAtATime oneAtATime,
    BachatMetrics metrics,
    ILogger<Reception> logger
)
{
    /// <summary>The provider waits 15 s in all; what is left is for the way back.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(12);

    /// <summary>Waiting for the sender's earlier messages and the turn itself take no longer than this.</summary>
    public TimeSpan Deadline { get; init; } = DefaultDeadline;

    public async Task<IReadOnlyList<OutboundMessage>> ReceiveAsync(InboundMessage message, CancellationToken hungUp)
    {
        var channel = message.Channel.ToString();
        var sender = $"{channel}:{message.Address}";
        metrics.MessageCameIn(channel);
        var verdict = limit.Take(sender);
        if (verdict != RateVerdict.Taken)
        {
            metrics.SenderWasTooFast();
            return verdict == RateVerdict.TellOnce ? [texts.TooMany(message)] : [];
        }
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
        deadline.CancelAfter(Deadline);
        try
        {
            using var turn = await oneAtATime.EnterAsync(sender, deadline.Token);
            if (turn is null)
                return Apologise(message, "too many waiting");
            var started = Stopwatch.GetTimestamp();
            var replies = await receiver.ReceiveAsync(message, deadline.Token);
            metrics.TurnHeld(channel, Stopwatch.GetElapsedTime(started));
            return replies;
        }
        catch (OperationCanceledException) when (hungUp.IsCancellationRequested)
        {
            return [];
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            TurnTookTooLong(message.Id);
            return Apologise(message, "deadline");
        }
        catch (Exception failure)
        {
            TurnFailed(message.Id, LogRedaction.Describe(failure));
            return Apologise(message, "failure");
        }
    }

    private OutboundMessage[] Apologise(InboundMessage message, string reason)
    {
        metrics.Apologised(reason);
        try
        {
            return [texts.Apology(message)];
        }
        catch (Exception failure)
        {
            TurnFailed(message.Id, LogRedaction.Describe(failure));
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "Turn of message {MessageId} failed: {Failure}")]
    private partial void TurnFailed(string messageId, string failure);

    [LoggerMessage(LogLevel.Error, "Turn of message {MessageId} was given up at the deadline")]
    private partial void TurnTookTooLong(string messageId);
}
