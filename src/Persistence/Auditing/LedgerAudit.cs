using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;
using Npgsql;

namespace DiGiBachat.Persistence.Auditing;

/// <summary>
/// Proves the book: every chain, every balance, every sum, from the postings up. It trusts no cache and nothing that was computed
/// when the rows were written.
/// </summary>
public sealed class LedgerAudit
{
    private const string AllGroups = "SELECT id FROM groups ORDER BY id";

    private readonly NpgsqlDataSource database;
    private readonly Seals seals;

    internal LedgerAudit(NpgsqlDataSource database, Seals seals)
    {
        this.database = database;
        this.seals = seals;
    }

    /// <summary>One group, or all; no problem is an empty list. Each group is read as of one moment and without a lock.</summary>
    public async Task<IReadOnlyList<LedgerProblem>> CheckAsync(GroupId? group, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var problems = new List<LedgerProblem>();
        foreach (var one in group is { } id ? [id] : await GroupsAsync(connection, ct))
            problems.AddRange(await CheckAsync(connection, one, ct));
        return problems;
    }

    private static async Task<List<GroupId>> GroupsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var ask = new Statements(connection).Add(AllGroups);
        await using var rows = await ask.ReadAsync(ct);
        var groups = new List<GroupId>();
        while (await rows.ReadAsync(ct))
            groups.Add(new(rows.GetGuid(0)));
        return groups;
    }

    private async Task<List<LedgerProblem>> CheckAsync(NpgsqlConnection connection, GroupId group, CancellationToken ct)
    {
        using var ask = new Statements(connection).Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        foreach (var sql in AuditSql.InOrder)
            ask.Add(sql, Value.Of(group));
        ask.Add("COMMIT");
        await using var rows = await ask.ReadAsync(ct);
        if (!await rows.ReadAsync(ct))
            return [];
        var problems = new List<LedgerProblem>();
        var kept = new Kept(rows);
        Counters(problems, group, rows);
        var invested = Invested(rows, group);
        await rows.NextResultAsync(ct);
        var entries = await EntriesAsync(problems, group, rows, ct);
        Counts(problems, group, kept, entries, "ledger", "entries");
        await rows.NextResultAsync(ct);
        var events = await EventsAsync(problems, group, rows, ct);
        Counts(problems, group, kept, events, "events", "events");
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            problems.Add(
                new BalanceDiffers(group, new((AccountKind)rows.GetInt16(0), rows.GetInt32(1)), rows.Money(2), rows.Money(3))
            );
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            problems.Add(new LoanDiffers(group, new(rows.GetInt32(0)), rows.Money(1), rows.Money(2)));
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            problems.Add(new PaymentNotBooked(group, new(rows.GetInt32(0))));
        await rows.NextResultAsync(ct);
        await FundAsync(problems, (group, invested), rows, ct);
        return problems;
    }

    private Money Invested(NpgsqlDataReader row, GroupId group) =>
        row.BytesOrNull(10) is { } stored
            ? EventJson.ReadMatters(seals.Matters(stored, group)).Investments.Aggregate(Money.Zero, (sum, i) => sum + i.Amount)
            : Money.Zero;

    /// <summary>What is invested is what lies on the table, and nobody was paid more than her share.</summary>
    private static async Task FundAsync(
        List<LedgerProblem> problems,
        (GroupId Group, Money Invested) kept,
        NpgsqlDataReader rows,
        CancellationToken ct
    )
    {
        var invested = Money.Zero;
        while (await rows.ReadAsync(ct))
            if ((AccountKind)rows.GetInt16(0) == AccountKind.Investment)
                invested = rows.Money(2);
            else if (rows.Money(2).IsPositive)
                problems.Add(new ShareOverpaid(kept.Group, new(rows.GetInt32(1)), rows.Money(2)));
        if (invested != kept.Invested)
            problems.Add(new InvestmentsDiffer(kept.Group, kept.Invested, invested));
    }

    private static void Counters(List<LedgerProblem> problems, GroupId group, NpgsqlDataReader row)
    {
        var place = 4;
        foreach (var of in new[] { "members", "loans", "payments" })
        {
            var (kept, found) = (row.GetInt32(place++), row.GetInt32(place++));
            if (kept != found)
                problems.Add(new CounterDiffers(group, of, kept, found));
        }
    }

    /// <summary>Entries with their postings, a row for each posting; the last number and hash come back.</summary>
    private static async Task<Chain> EntriesAsync(List<LedgerProblem> problems, GroupId group, NpgsqlDataReader rows, CancellationToken ct)
    {
        var chain = new Chain(0, LedgerEntry.EmptyHead);
        LedgerEntry? entry = null;
        var postings = new List<Posting>();
        while (await rows.ReadAsync(ct))
        {
            if (entry?.Number != rows.GetInt64(0))
            {
                Close();
                entry = Entry(rows, postings = []);
            }
            if (!rows.IsDBNull(7))
                postings.Add(new(new((AccountKind)rows.GetInt16(7), rows.GetInt32(8)), rows.Money(9)));
        }
        Close();
        return chain;

        void Close()
        {
            if (entry is null)
                return;
            var sum = new Money(postings.Sum(p => p.Amount.Paise));
            if (!sum.IsZero || postings.Count < 2)
                problems.Add(new EntryDoesNotBalance(group, entry.Number, sum));
            if (entry.Number != chain.Last + 1 || entry.ComputeHash(chain.Head) != entry.Hash)
                problems.Add(new EntryChainBroken(group, entry.Number));
            chain = new(entry.Number, entry.Hash);
        }
    }

    private async Task<Chain> EventsAsync(List<LedgerProblem> problems, GroupId group, NpgsqlDataReader rows, CancellationToken ct)
    {
        var chain = new Chain(0, LedgerEntry.EmptyHead);
        while (await rows.ReadAsync(ct))
        {
            var number = rows.GetInt64(0);
            var hash = rows.Hex(6);
            if (number != chain.Last + 1 || Said(rows, group) is not { } line || Expected(chain.Head, line) != hash)
                problems.Add(new EventChainBroken(group, number));
            chain = new(number, hash);
        }
        return chain;
    }

    /// <summary>Null when the sealed text is gone or does not open.</summary>
    private EventLine? Said(NpgsqlDataReader row, GroupId group)
    {
        var number = row.GetInt64(0);
        try
        {
            var data = row.TextOrNull(5) ?? (row.BytesOrNull(7) is { } secret ? seals.Event(secret, group, number) : null);
            return data is null ? null : new(number, row.Instant(1), row.GuidOrNull(2), row.IntOrNull(3), row.GetString(4), data);
        }
        catch (UnreadableField)
        {
            return null;
        }
    }

    private static string Expected(string previous, EventLine line) =>
        Convert.ToHexStringLower(EventChain.Hash(Convert.FromHexString(previous), line));

    private static LedgerEntry Entry(NpgsqlDataReader row, List<Posting> postings) =>
        new(
            row.GetInt64(0),
            row.Day(1),
            (Narration)row.GetInt16(2),
            row.GetString(3),
            row.IntOrNull(4) is { } by ? new MemberNumber(by) : null,
            row.Instant(5),
            postings,
            row.Hex(6)
        );

    private static void Counts(List<LedgerProblem> problems, GroupId group, Kept kept, Chain chain, string headOf, string countOf)
    {
        var (head, count) = headOf == "ledger" ? (kept.LedgerHead, kept.Entries) : (kept.EventHead, kept.Events);
        if (head != chain.Head)
            problems.Add(new HeadDiffers(group, headOf));
        if (count != chain.Last)
            problems.Add(new CounterDiffers(group, countOf, count, chain.Last));
    }

    private sealed record Chain(long Last, string Head);

    /// <summary>What the group's row says about its chains.</summary>
    private sealed class Kept(NpgsqlDataReader row)
    {
        public long Entries { get; } = row.GetInt64(0);
        public long Events { get; } = row.GetInt64(1);
        public string LedgerHead { get; } = row.Hex(2);
        public string EventHead { get; } = row.Hex(3);
    }
}
