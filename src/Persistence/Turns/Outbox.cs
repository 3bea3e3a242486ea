using DiGiBachat.Core;
using DiGiBachat.Persistence.Sql;
using Npgsql;

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

/// <summary>How much is due to be sent and since when; <paramref name="OldestAt"/> is null when nothing is.</summary>
public sealed record OutboxBacklog(long Waiting, DateTimeOffset? OldestAt);

/// <summary>What became of a message.</summary>
public enum OutboxStatus
{
    Waiting = 0,
    Sent = 1,
    Failed = 2,
}

/// <summary>
/// The queue of messages to others: written by the turn that causes them, sent after it. Who claims a message has it for
/// <see cref="Lease"/>; when nothing is heard by then (the sender was killed), it is claimed again.
/// </summary>
public sealed class Outbox
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string Claim =
        """
        WITH claimed AS (UPDATE outbox SET next_at = $2, attempts = attempts + 1 WHERE id = ANY (ARRAY(
            SELECT id FROM outbox WHERE status = 0 AND next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED))
            RETURNING id, person_id, group_id, text_enc, media, attempts, created_at)
        SELECT o.id, o.person_id, o.group_id, o.text_enc, o.media, o.attempts, o.created_at, p.language,
            p.sms_opted_out_at IS NOT NULL, p.whatsapp_opted_out_at IS NOT NULL, c.last_channel, c.last_whatsapp_at,
            ARRAY(SELECT a.blind_index FROM addresses a WHERE a.person_id = o.person_id ORDER BY a.added_at, a.blind_index),
            ARRAY(SELECT a.address_enc FROM addresses a WHERE a.person_id = o.person_id ORDER BY a.added_at, a.blind_index)
        FROM claimed o JOIN persons p ON p.id = o.person_id LEFT JOIN conversations c ON c.person_id = o.person_id ORDER BY o.id
        """;

    private const string Sent = "UPDATE outbox SET status = 1, provider_id = $2, channel = $3, error_code = NULL WHERE id = $1 AND status = 0";

    private const string Retry = "UPDATE outbox SET next_at = $2, error_code = $3 WHERE id = $1 AND status = 0";

    private const string Failed = "UPDATE outbox SET status = 2, error_code = $2 WHERE id = $1 AND status = 0";

    /// <summary>Reports come in any order and more than once; a later stage is never undone by an earlier one.</summary>
    private const string Report =
        """
        UPDATE outbox SET error_code = CASE WHEN provider_rank < $2 THEN $3 ELSE error_code END,
        provider_rank = greatest(provider_rank, $2) WHERE provider_id = $1
        """;

    private const string Backlog = "SELECT count(*), min(next_at) FROM outbox WHERE status = 0 AND next_at <= $1";

    private readonly NpgsqlDataSource database;
    private readonly Seals seals;

    internal Outbox(NpgsqlDataSource database, Seals seals)
    {
        this.database = database;
        this.seals = seals;
    }

    /// <summary>The oldest first. Several senders may claim at once; none gets what another has.</summary>
    public async Task<IReadOnlyList<OutboxClaim>> ClaimAsync(int limit, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(Claim, Value.Of(now), Value.Of(now + Lease), Value.Of((long)limit));
        await using var rows = await ask.ReadAsync(ct);
        var claims = new List<OutboxClaim>();
        while (await rows.ReadAsync(ct))
            claims.Add(Read(rows));
        return claims;
    }

    public Task MarkSentAsync(Guid id, string providerId, short channel, CancellationToken ct) =>
        ExecuteAsync(Sent, ct, Value.Of(id), Value.Of(providerId), Value.Of(channel));

    /// <summary>It is claimed again from <paramref name="at"/> on.</summary>
    public Task MarkRetryAsync(Guid id, DateTimeOffset at, string? errorCode, CancellationToken ct) =>
        ExecuteAsync(Retry, ct, Value.Of(id), Value.Of(at), Value.Of(errorCode));

    /// <summary>It is given up and kept for the operator.</summary>
    public Task MarkFailedAsync(Guid id, string? errorCode, CancellationToken ct) =>
        ExecuteAsync(Failed, ct, Value.Of(id), Value.Of(errorCode));

    /// <summary>What the provider says became of a message. The highest rank wins; false when no message has this id (yet).</summary>
    public async Task<bool> ReportAsync(string providerId, short rank, string? errorCode, CancellationToken ct) =>
        await ExecuteAsync(Report, ct, Value.Of(providerId), Value.Of(rank), Value.Of(errorCode)) == 1;

    /// <summary>For readiness: what should be on its way by <paramref name="now"/> and is not.</summary>
    public async Task<OutboxBacklog> BacklogAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(Backlog, Value.Of(now));
        await using var rows = await ask.ReadAsync(ct);
        await rows.ReadAsync(ct);
        return new(rows.GetInt64(0), rows.InstantOrNull(1));
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var write = new Statements(connection).Add(sql, parameters);
        return await write.ExecuteAsync(ct);
    }

    private OutboxClaim Read(NpgsqlDataReader row)
    {
        var id = row.GetGuid(0);
        var indexes = row.GetFieldValue<byte[][]>(12);
        var addresses = row.GetFieldValue<byte[][]>(13);
        return new(
            id,
            new(row.GetGuid(1)),
            row.GuidOrNull(2) is { } group ? new GroupId(group) : null,
            seals.Message(row.Bytes(3), id),
            row.TextOrNull(4),
            row.GetInt32(5),
            row.GetString(7),
            addresses.Zip(indexes, seals.Address).ToList(),
            row.ShortOrNull(10),
            row.InstantOrNull(11),
            row.GetBoolean(8),
            row.GetBoolean(9),
            row.Instant(6)
        );
    }
}
