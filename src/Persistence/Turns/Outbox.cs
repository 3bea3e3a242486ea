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
)
{
    /// <summary>The channel of the last attempt, or the only one that is left to it; null before the first.</summary>
    public short? Channel { get; init; }

    /// <summary>The last attempt began and how it ended is not known: the provider is asked before it is sent again.</summary>
    public bool IsUnsettled { get; init; }

    public PersonSettings Settings { get; init; } = PersonSettings.None;

    /// <summary>The quiet hours that the rules of its group give; null when it is of no group, or the rules are older than they.</summary>
    public (TimeOnly From, TimeOnly Until)? GroupQuiet { get; init; }

    /// <summary>A delivery report has named it already, so the last attempt did arrive.</summary>
    public string? ProviderId { get; init; }
}

/// <summary>The provider has it, by that channel. <paramref name="Cut"/> is null when the message took the whole text.</summary>
public sealed record OutboxSent(string ProviderId, short Channel, DateTimeOffset At, OutboxCut? Cut = null);

/// <summary>What went out as a message, and what did not fit into it and follows as one of its own.</summary>
public sealed record OutboxCut(string Text, string Rest);

/// <summary>What the provider says of a message. <paramref name="Id"/> is ours, when the report names it.</summary>
public sealed record OutboxReport(string ProviderId, Guid? Id, short Rank, string? ErrorCode);

/// <summary>The message that a delivery report is about, and the highest rank reported of it so far.</summary>
public sealed record OutboxReported(Guid Id, PersonId Person, GroupId? Group, short? Channel, short Rank);

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

    /// <summary>Stands as the error of a message from the beginning of an attempt until its outcome is known.</summary>
    public const string Unsettled = "unsettled";

    private const string Claim =
        """
        WITH claimed AS (UPDATE outbox SET next_at = $2, attempts = attempts + 1 WHERE id = ANY (ARRAY(
            SELECT id FROM outbox WHERE status = 0 AND next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED))
            RETURNING id, person_id, group_id, text_enc, media, attempts, created_at, channel, error_code, provider_id)
        SELECT o.id, o.person_id, o.group_id, o.text_enc, o.media, o.attempts, o.created_at, p.language,
            p.sms_opted_out_at IS NOT NULL, p.whatsapp_opted_out_at IS NOT NULL, c.last_channel, c.last_whatsapp_at,
            ARRAY(SELECT a.blind_index FROM addresses a WHERE a.person_id = o.person_id AND a.address_enc <> '' ORDER BY a.added_at, a.blind_index),
            ARRAY(SELECT a.address_enc FROM addresses a WHERE a.person_id = o.person_id AND a.address_enc <> '' ORDER BY a.added_at, a.blind_index),
            o.channel, o.error_code, o.provider_id, p.settings, g.rules->>'quietFrom', g.rules->>'quietUntil'
        FROM claimed o JOIN persons p ON p.id = o.person_id LEFT JOIN conversations c ON c.person_id = o.person_id
            LEFT JOIN groups g ON g.id = o.group_id ORDER BY o.id
        """;

    private const string Begin =
        $"UPDATE outbox SET channel = $3, error_code = '{Unsettled}', next_at = $4 WHERE id = $1 AND attempts = $2 AND status = 0";

    /// <summary>$4 and what follows it are null when nothing is left over. Of two messages the provider's id is one's only.</summary>
    private const string Sent =
        """
        WITH changed AS (UPDATE outbox SET status = 1, provider_id = $2, channel = $3, text_enc = coalesce($4, text_enc),
            error_code = CASE WHEN provider_rank > 0 THEN error_code END
            WHERE id = $1 AND status = 0 AND NOT EXISTS (SELECT FROM outbox other WHERE other.provider_id = $2 AND other.id <> $1)
            RETURNING id, person_id, group_id, attempts),
        rest AS (INSERT INTO outbox (id, person_id, group_id, text_enc, dedupe_key, status, attempts, next_at, provider_rank, channel, created_at)
            SELECT $5, person_id, group_id, $6, 'rest:' || id || ':' || attempts, 0, 0, $7, 0, $3, $7 FROM changed WHERE $6 IS NOT NULL)
        SELECT count(*) FROM changed
        """;

    private const string Retry = "UPDATE outbox SET next_at = $2, error_code = $3 WHERE id = $1 AND status = 0";

    /// <summary>It was claimed and nothing was tried: that was no attempt.</summary>
    private const string Postpone = "UPDATE outbox SET next_at = $2, attempts = attempts - 1 WHERE id = $1 AND attempts = $3 AND status = 0";

    private const string Failed = "UPDATE outbox SET status = 2, error_code = $2 WHERE id = $1 AND status = 0";

    private const string GiveUp =
        "UPDATE outbox SET status = 2, error_code = $2 WHERE id = $1 RETURNING person_id, group_id, text_enc, media";

    private const string Reroute =
        """
        INSERT INTO outbox (id, person_id, group_id, text_enc, media, dedupe_key, status, attempts, next_at, provider_rank, channel, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0, 0, $7, 0, $8, $7) ON CONFLICT (dedupe_key) DO NOTHING
        """;

    /// <summary>
    /// Reports come in any order and more than once; a later stage is never undone by an earlier one. One that is faster than its own
    /// sending finds its message by our id, while the outcome is open.
    /// </summary>
    private const string Report =
        $"""
        UPDATE outbox SET error_code = CASE WHEN provider_rank < $2 THEN $3 ELSE error_code END,
        provider_rank = greatest(provider_rank, $2), provider_id = $1
        WHERE id = coalesce((SELECT known.id FROM outbox known WHERE known.provider_id = $1), $4)
            AND (provider_id = $1 OR (provider_id IS NULL AND status = 0 AND error_code = '{Unsettled}'))
        RETURNING id, person_id, group_id, channel, provider_rank
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

    /// <summary>Just before it is sent: its lease begins anew. False when somebody else has claimed it meanwhile, or it is settled.</summary>
    public async Task<bool> BeginAsync(OutboxClaim claim, short channel, DateTimeOffset now, CancellationToken ct) =>
        await ExecuteAsync(Begin, ct, Value.Of(claim.Id), Value.Of(claim.Attempt), Value.Of(channel), Value.Of(now + Lease)) == 1;

    /// <summary>
    /// What did not fit becomes a message of its own in the same stroke. False when it was not waiting any more, or when another
    /// message has this id of the provider.
    /// </summary>
    public async Task<bool> MarkSentAsync(Guid id, OutboxSent sent, CancellationToken ct)
    {
        var cut = sent.Cut;
        var rest = Guid.CreateVersion7(sent.At);
        await using var connection = await database.OpenConnectionAsync(ct);
        using var write = new Statements(connection).Add(
            Sent,
            Value.Of(id),
            Value.Of(sent.ProviderId),
            Value.Of(sent.Channel),
            Value.Of(cut is null ? null : seals.Message(cut.Text, id)),
            Value.Of(rest),
            Value.Of(cut is null ? null : seals.Message(cut.Rest, rest)),
            Value.Of(sent.At)
        );
        await using var rows = await write.ReadAsync(ct);
        await rows.ReadAsync(ct);
        return rows.GetInt64(0) == 1;
    }

    /// <summary>It is claimed again from <paramref name="at"/> on.</summary>
    public Task MarkRetryAsync(Guid id, DateTimeOffset at, string? errorCode, CancellationToken ct) =>
        ExecuteAsync(Retry, ct, Value.Of(id), Value.Of(at), Value.Of(errorCode));

    /// <summary>It waits until then, as if it had not been claimed.</summary>
    public Task PostponeAsync(OutboxClaim claim, DateTimeOffset until, CancellationToken ct) =>
        ExecuteAsync(Postpone, ct, Value.Of(claim.Id), Value.Of(until), Value.Of(claim.Attempt));

    /// <summary>It is given up and kept for the operator.</summary>
    public Task MarkFailedAsync(Guid id, string? errorCode, CancellationToken ct) =>
        ExecuteAsync(Failed, ct, Value.Of(id), Value.Of(errorCode));

    /// <summary>
    /// Its channel does not reach her: it is given up there, and its text waits for the other as a message of its own.
    /// However often this is asked of a message, it happens once.
    /// </summary>
    public async Task RerouteAsync(Guid id, (short Channel, string ErrorCode) to, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (person, group, text, media) = await GiveUpAsync(connection, id, to.ErrorCode, ct);
        var next = Guid.CreateVersion7(now);
        using var write = new Statements(connection).Add(
            Reroute,
            Value.Of(next),
            Value.Of(person),
            Value.Of(group),
            Value.Of(seals.Message(text, next)),
            Value.Of(media),
            Value.Of($"reroute:{id}"),
            Value.Of(now),
            Value.Of(to.Channel)
        );
        await write.ExecuteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What became of a message. The highest rank wins; null when it is none of these messages.</summary>
    public async Task<OutboxReported?> ReportAsync(OutboxReport report, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var write = new Statements(connection).Add(
            Report,
            Value.Of(report.ProviderId),
            Value.Of(report.Rank),
            Value.Of(report.ErrorCode),
            Value.Of(report.Id)
        );
        await using var rows = await write.ReadAsync(ct);
        return await rows.ReadAsync(ct)
            ? new(rows.GetGuid(0), new(rows.GetGuid(1)), Group(rows, 2), rows.ShortOrNull(3), rows.GetInt16(4))
            : null;
    }

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

    private async Task<(Guid Person, Guid? Group, string Text, string? Media)> GiveUpAsync(
        NpgsqlConnection connection,
        Guid id,
        string errorCode,
        CancellationToken ct
    )
    {
        using var write = new Statements(connection).Add(GiveUp, Value.Of(id), Value.Of(errorCode));
        await using var row = await write.ReadAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetGuid(0), row.GuidOrNull(1), seals.Message(row.Bytes(2), id), row.TextOrNull(3));
    }

    private static GroupId? Group(NpgsqlDataReader row, int column) => row.GuidOrNull(column) is { } group ? new GroupId(group) : null;

    private static TimeOnly Time(string stored) => TimeOnly.Parse(stored, System.Globalization.CultureInfo.InvariantCulture);

    private OutboxClaim Read(NpgsqlDataReader row)
    {
        var id = row.GetGuid(0);
        var indexes = row.GetFieldValue<byte[][]>(12);
        var addresses = row.GetFieldValue<byte[][]>(13);
        return new(
            id,
            new(row.GetGuid(1)),
            Group(row, 2),
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
        )
        {
            Channel = row.ShortOrNull(14),
            IsUnsettled = row.TextOrNull(15) == Unsettled,
            ProviderId = row.TextOrNull(16),
            Settings = PersonSettings.Of(row.TextOrNull(17)),
            GroupQuiet = row.TextOrNull(18) is { } from && row.TextOrNull(19) is { } until ? (Time(from), Time(until)) : null,
        };
    }
}
