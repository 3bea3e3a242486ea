using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// Sends what turns and jobs have put into the outbox, after their commit. A message is claimed, sent and marked; who dies in between
/// leaves it claimed, and the next to claim it asks the provider before it sends again.
/// </summary>
internal sealed partial class SendOutbox(
    Outbox outbox,
    IMessageSender sender,
    Replies replies,
    OutboxSignal signal,
    Unreachable unreachable,
    OutboxRoutes routes,
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
                await SendAsync(claim, cancellation);
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

    private async Task SendAsync(OutboxClaim claim, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (routes.Of(claim, now) is not { } route)
        {
            await outbox.MarkFailedAsync(claim.Id, "no-channel", cancellation);
            return;
        }
        foreach (var message in replies.Render(TextJson.Read(claim.Text), route.Reader, now))
            if (!await SendAsync(claim, routes.Request(claim, route, message), cancellation))
                return;
    }

    /// <summary>True when the message went out, now or before.</summary>
    private async Task<bool> SendAsync(OutboxClaim claim, OutboundRequest request, CancellationToken cancellation)
    {
        if (claim.Attempt > 1 && await SentBeforeAsync(claim, request, cancellation) is { } known)
            return known;
        var last = claim.Attempt >= MostAttempts;
        switch (await sender.SendAsync(request, cancellation))
        {
            case SendOutcome.Sent sent:
                await outbox.MarkSentAsync(claim.Id, sent.ProviderId, (short)request.Channel, cancellation);
                return true;
            case SendOutcome.Retry retry when !last:
                var later = clock.GetUtcNow() + BackOff(retry.After, claim.Attempt);
                await outbox.MarkRetryAsync(claim.Id, later, Code(retry.Code), cancellation);
                return false;
            case SendOutcome.Unknown when !last:
                await outbox.MarkRetryAsync(claim.Id, clock.GetUtcNow() + AfterUnknown, null, cancellation);
                return false;
            case SendOutcome.Failed failed:
                await outbox.MarkFailedAsync(claim.Id, Code(failed.Code), cancellation);
                await unreachable.TellAsync(claim, (request.Channel, failed.Kind), cancellation);
                return false;
            default:
                await outbox.MarkFailedAsync(claim.Id, "gave-up", cancellation);
                return false;
        }
    }

    /// <summary>Asks the provider after an earlier attempt: true it has it, false not now, null it is to be sent.</summary>
    private async Task<bool?> SentBeforeAsync(OutboxClaim claim, OutboundRequest request, CancellationToken cancellation)
    {
        switch (await sender.FindAsync(request, claim.CreatedAt, cancellation))
        {
            case LookupOutcome.Found found:
                await outbox.MarkSentAsync(claim.Id, found.ProviderId, (short)request.Channel, cancellation);
                return true;
            case LookupOutcome.CannotTell when claim.Attempt < MostAttempts:
                await outbox.MarkRetryAsync(claim.Id, clock.GetUtcNow() + AfterUnknown, null, cancellation);
                return false;
            default:
                return null;
        }
    }

    private static TimeSpan BackOff(TimeSpan asked, int attempt) =>
        TimeSpan.FromSeconds(Math.Max(asked.TotalSeconds, Math.Min(600, Math.Pow(2, attempt))));

    private static string Code(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "Sending stopped for a moment: {Failure}")]
    private partial void SendingStopped(string failure);
}
