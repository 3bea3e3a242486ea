using System.Threading.RateLimiting;

namespace DiGiBachat.Bot.Operations;

/// <summary>Whether a sender's next message is taken.</summary>
public enum RateVerdict
{
    Taken,

    /// <summary>Too fast, and not told so yet.</summary>
    TellOnce,

    /// <summary>Too fast, and told so within the last minute: nothing is said, so that two machines cannot talk for ever.</summary>
    Silent,
}

/// <summary>
/// Holds each sender to so many messages a minute. The allowance comes back evenly, so that somebody who types fast is never locked
/// out for a whole minute.
/// </summary>
public sealed class RateLimit : IDisposable
{
    public const int DefaultMessagesAMinute = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<string> taken;
    private readonly PartitionedRateLimiter<string> told;

    public RateLimit(int messagesAMinute = DefaultMessagesAMinute)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messagesAMinute, 1);
        taken = PartitionedRateLimiter.Create<string, string>(sender =>
            RateLimitPartition.GetTokenBucketLimiter(
                sender,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = messagesAMinute,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = Window / messagesAMinute,
                    QueueLimit = 0,
                }
            )
        );
        told = PartitionedRateLimiter.Create<string, string>(sender =>
            RateLimitPartition.GetFixedWindowLimiter(
                sender,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = Window, QueueLimit = 0 }
            )
        );
    }

    public RateVerdict Take(string sender)
    {
        using var lease = taken.AttemptAcquire(sender);
        if (lease.IsAcquired)
            return RateVerdict.Taken;
        using var notice = told.AttemptAcquire(sender);
        return notice.IsAcquired ? RateVerdict.TellOnce : RateVerdict.Silent;
    }

    public void Dispose()
    {
        taken.Dispose();
        told.Dispose();
    }
}
