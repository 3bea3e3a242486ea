using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// Sends what turns and jobs have put into the outbox, after their commit. A message is claimed, sent and marked; who dies in between
/// leaves it claimed, and the next to claim it asks the provider before it sends again. A text that is longer than a message goes out
/// as a chain: what is left over waits as a message of its own from the moment the one before it is known to be sent.
/// </summary>
internal sealed partial class SendOutbox(
    Outbox outbox,
    IMessageSender sender,
    Replies replies,
    OutboxSignal signal,
    Unreachable unreachable,
    OutboxRoutes routes,
    BotOptions options,
    TimeProvider clock,
    ILogger<SendOutbox> logger
) : BackgroundService
{
    public const int MostAttempts = 12;
    private const int AtOnce = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromSeconds(30);

    /// <summary>Who moves the development clock sends too; a lease that the move has ended must not be taken while its message is sent.</summary>
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendDueAsync(stoppingToken) < AtOnce)
                    await signal.WaitAsync(Look, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                SendingStopped(LogRedaction.Describe(failure));
                await signal.WaitAsync(Look, stoppingToken);
            }
        }
    }

    /// <summary>Sends what is due now; returns how many messages that were.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var claims = await outbox.ClaimAsync(AtOnce, clock.GetUtcNow(), cancellation);
            foreach (var claim in claims)
                await TrySendAsync(claim, cancellation);
            return claims.Count;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    /// <summary>One message that cannot even be worded keeps no other from going out.</summary>
    private async Task TrySendAsync(OutboxClaim claim, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(claim, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            MessageFailed(claim.Id, LogRedaction.Describe(failure));
            if (claim.Attempt >= MostAttempts)
                await outbox.MarkFailedAsync(claim.Id, "broken", cancellation);
        }
    }

    private async Task SendAsync(OutboxClaim claim, CancellationToken cancellation)
    {
        if (await ArrivedBeforeAsync(claim, cancellation))
            return;
        var now = clock.GetUtcNow();
        var text = TextJson.Read(claim.Text).Key;
        if (Wishes.Declines(claim, text))
            await outbox.MarkFailedAsync(claim.Id, "not-wanted", cancellation);
        else if (options.QuietHours && Wishes.QuietUntil(claim, text, now) is { } until)
            await outbox.PostponeAsync(claim, until, cancellation);
        else if (routes.Of(claim, now) is not { } route)
            await outbox.MarkFailedAsync(claim.Id, "no-channel", cancellation);
        else if (await outbox.BeginAsync(claim, (short)route.Reader.Channel, now, cancellation))
            await SendAsync(claim, Word(claim, route), cancellation);
    }

    private async Task SendAsync(OutboxClaim claim, Worded worded, CancellationToken cancellation)
    {
        var last = claim.Attempt >= MostAttempts;
        switch (await sender.SendAsync(worded.Request, cancellation))
        {
            case SendOutcome.Sent sent:
                await MarkSentAsync(claim, worded, sent.ProviderId, cancellation);
                break;
            case SendOutcome.Retry retry when !last:
                var later = clock.GetUtcNow() + BackOff(retry.After, claim.Attempt);
                await outbox.MarkRetryAsync(claim.Id, later, Code(retry.Code), cancellation);
                break;
            case SendOutcome.Unknown when !last:
                await outbox.MarkRetryAsync(claim.Id, clock.GetUtcNow() + AfterUnknown, Outbox.Unsettled, cancellation);
                break;
            case SendOutcome.Unknown:
                await outbox.MarkFailedAsync(claim.Id, Outbox.Unsettled, cancellation);
                break;
            case SendOutcome.Failed failed:
                await unreachable.FollowAsync(new(claim.Id, claim.Person, claim.Group, worded.Request.Channel), failed, cancellation);
                await outbox.MarkFailedAsync(claim.Id, Code(failed.Code), cancellation);
                break;
            default:
                await outbox.MarkFailedAsync(claim.Id, "gave-up", cancellation);
                break;
        }
    }

    /// <summary>
    /// Settles an earlier attempt whose end nobody learnt: a report may have named it, else the provider is asked. True when there is
    /// nothing to send now. After an attempt that is known to have sent nothing there is nothing to ask.
    /// </summary>
    private async Task<bool> ArrivedBeforeAsync(OutboxClaim claim, CancellationToken cancellation)
    {
        if (claim is { IsUnsettled: false, ProviderId: null } || claim.Channel is not { } channel)
            return false;
        if (OutboxRoutes.On(claim, (ChannelKind)channel) is not { } route)
            return false;
        var worded = Word(claim, route);
        if (claim.ProviderId is { } reported)
            return await MarkSentAsync(claim, worded, reported, cancellation);
        switch (await sender.FindAsync(worded.Request, claim.CreatedAt, cancellation))
        {
            case LookupOutcome.Found found:
                return await MarkSentAsync(claim, worded, found.ProviderId, cancellation);
            case LookupOutcome.CannotTell when claim.Attempt < MostAttempts:
                await outbox.MarkRetryAsync(claim.Id, clock.GetUtcNow() + AfterUnknown, Outbox.Unsettled, cancellation);
                return true;
            default:
                return false;
        }
    }

    private async Task<bool> MarkSentAsync(OutboxClaim claim, Worded worded, string providerId, CancellationToken cancellation)
    {
        var sent = new OutboxSent(providerId, (short)worded.Request.Channel, clock.GetUtcNow(), worded.Cut);
        var marked = await outbox.MarkSentAsync(claim.Id, sent, cancellation);
        if (marked && worded.Cut is not null)
            signal.Wake();
        return marked;
    }

    private Worded Word(OutboxClaim claim, OutboxRoute route)
    {
        var parts = replies.Render(TextJson.Read(claim.Text), route.Reader, clock.GetUtcNow());
        var cut = parts.Count > 1 ? new OutboxCut(AsItIs(parts[0].Body), AsItIs(string.Join('\n', parts.Skip(1).Select(p => p.Body)))) : null;
        return new(routes.Request(claim, route, parts[0]), cut);
    }

    private static string AsItIs(string body) => TextJson.Write(Text.Of("turn.answer", ("body", body)));

    private static TimeSpan BackOff(TimeSpan asked, int attempt) =>
        TimeSpan.FromSeconds(Math.Max(asked.TotalSeconds, Math.Min(600, Math.Pow(2, attempt))));

    internal static string Code(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "Sending stopped for a moment: {Failure}")]
    private partial void SendingStopped(string failure);

    [LoggerMessage(LogLevel.Error, "Message {Message} of the outbox failed: {Failure}")]
    private partial void MessageFailed(Guid message, string failure);

    /// <summary>One message, and what did not fit into it.</summary>
    private sealed record Worded(OutboundRequest Request, OutboxCut? Cut);
}
