using DiGiBachat.Core;

namespace DiGiBachat.Persistence.Turns;

/// <summary>A message to be sent now, and all that is needed to choose its channel and words.</summary>
/// <param name="Addresses">E.164 numbers begin with "+"; others are WhatsApp user ids.</param>
/// <param name="Attempt">1 for the first.</param>
public sealed record OutboxClaim(
    Guid Id,
    PersonId Person,
    GroupId? Group,
    string Text,
    string? Media,
    int Attempt,
    string Language,
    IReadOnlyList<string> Addresses,
    short? LastChannel,
    DateTimeOffset? LastWhatsAppAt,
    bool SmsOptedOut,
    bool WhatsAppOptedOut,
    DateTimeOffset CreatedAt
);

/// <summary>How much waits to be sent; <paramref name="OldestAt"/> is null when nothing does.</summary>
public sealed record OutboxBacklog(long Waiting, DateTimeOffset? OldestAt);

/// <summary>
/// The queue of messages to others: written by the turn that causes them, sent after it. Who claims a message has it for
/// <see cref="Lease"/>; when nothing is heard by then, it is claimed again.
/// </summary>
public sealed class Outbox
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public Task<IReadOnlyList<OutboxClaim>> ClaimAsync(int limit, DateTimeOffset now, CancellationToken ct) => throw new NotImplementedException();

    public Task MarkSentAsync(Guid id, string providerId, short channel, CancellationToken ct) => throw new NotImplementedException();

    public Task MarkRetryAsync(Guid id, DateTimeOffset at, string? errorCode, CancellationToken ct) => throw new NotImplementedException();

    public Task MarkFailedAsync(Guid id, string? errorCode, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>What the provider says became of a message. The highest rank wins; false when no message has this id (yet).</summary>
    public Task<bool> ReportAsync(string providerId, short rank, string? errorCode, CancellationToken ct) => throw new NotImplementedException();

    public Task<OutboxBacklog> BacklogAsync(DateTimeOffset now, CancellationToken ct) => throw new NotImplementedException();
}
