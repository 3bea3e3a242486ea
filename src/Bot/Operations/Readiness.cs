using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Operations;

/// <summary>The database answers, and what is to be sent does not pile up.</summary>
internal sealed class Readiness(Outbox outbox, TimeProvider clock) : IReadinessCheck
{
    /// <summary>An older message in the outbox means that sending has stopped.</summary>
    public static readonly TimeSpan OldestWaiting = TimeSpan.FromMinutes(10);

    public string Name => "outbox";

    public async Task<string?> ComplaintAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var backlog = await outbox.BacklogAsync(now, cancellation);
        return backlog.OldestAt is { } oldest && now - oldest > OldestWaiting
            ? $"{backlog.Waiting} messages wait, the oldest for {(now - oldest).TotalMinutes:0} minutes"
            : null;
    }
}
