using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiGiBachat.Persistence.Queries;

/// <summary>One version of the rules: from when, and decided by whom (null: by vote, at its end).</summary>
public sealed record RulesVersion(int Version, GroupRules Rules, MemberNumber? By, DateOnly On);

/// <summary>How a vote ended, and when.</summary>
public sealed record PastBallot(BallotClosed Closed, DateTimeOffset At);

/// <summary>What a group looks back on: its rules, its votes, its months. Nothing is decided on what these return.</summary>
public sealed class HistoryQueries
{
    /// <summary>$1: group; $2: the last day. Savings and loans at the end of each month that has an entry of theirs, by running sums.</summary>
    private const string MonthEndsOfBook = """
        SELECT (m.month + interval '1 month' - interval '1 day')::date,
        (-sum(sum(m.savings)) OVER (ORDER BY m.month))::bigint, (sum(sum(m.loans)) OVER (ORDER BY m.month))::bigint
        FROM (SELECT date_trunc('month', e.entry_on) AS month,
        CASE WHEN p.account_kind = 3 THEN p.amount_paise ELSE 0 END AS savings, CASE WHEN p.account_kind = 4 THEN p.amount_paise ELSE 0 END AS loans
        FROM ledger_entries e JOIN postings p ON p.group_id = e.group_id AND p.entry = e.number
        WHERE e.group_id = $1 AND e.entry_on <= $2 AND p.account_kind IN (3, 4)) m GROUP BY m.month ORDER BY m.month
        """;

    /// <summary>$1: group; $2: the last day; $3: how many. The newest saving days.</summary>
    private const string PaidOfPeriods = """
        SELECT period_on, sum(amount_paise)::bigint, sum(paid_paise)::bigint FROM dues
        WHERE group_id = $1 AND period_on <= $2 GROUP BY period_on ORDER BY period_on DESC LIMIT $3
        """;

    private readonly NpgsqlDataSource database;
    private readonly IDbContextFactory<BachatContext> contexts;
    private readonly Seals seals;

    internal HistoryQueries(NpgsqlDataSource database, IDbContextFactory<BachatContext> contexts, Seals seals) =>
        (this.database, this.contexts, this.seals) = (database, contexts, seals);

    /// <summary>Every version of the rules, oldest first.</summary>
    public async Task<IReadOnlyList<RulesVersion>> RulesAsync(GroupId group, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var rows = await context.Set<Mapping.GroupRulesRow>().Where(r => r.GroupId == group.Value).OrderBy(r => r.Version).ToListAsync(ct);
        return rows.ConvertAll(r => new RulesVersion(
            r.Version,
            EventJson.ReadRules(r.Rules),
            r.DecidedBy is { } by ? new MemberNumber(by) : null,
            r.DecidedOn
        ));
    }

    /// <summary>The last ballots that ended, newest first.</summary>
    public async Task<IReadOnlyList<PastBallot>> BallotsAsync(GroupId group, int most, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var ended = await context
            .Events.Where(e => e.GroupId == group.Value && e.Kind == "ballot-closed")
            .OrderByDescending(e => e.Number)
            .Take(most)
            .Join(
                context.EventSecrets.Where(s => s.GroupId == group.Value),
                e => e.Number,
                s => s.Number,
                (e, s) =>
                    new
                    {
                        e.Number,
                        e.At,
                        s.DataEnc,
                    }
            )
            .OrderByDescending(e => e.Number)
            .ToListAsync(ct);
        return ended.ConvertAll(e => new PastBallot(
            (BallotClosed)EventJson.Read("ballot-closed", seals.Event(e.DataEnc, group, e.Number)),
            e.At
        ));
    }

    /// <summary>The book at the end of each month up to <paramref name="today"/>, from the first entry on; months without an entry are as the one before.</summary>
    public async Task<IReadOnlyList<MonthEnd>> MonthsAsync(GroupId group, DateOnly today, CancellationToken ct)
    {
        var read = await ReadAsync(
            MonthEndsOfBook,
            [Value.Of(group), Value.Of(today)],
            r => new MonthEnd(r.Day(0), r.Money(1), r.Money(2)),
            ct
        );
        var months = new List<MonthEnd>();
        foreach (var month in read)
        {
            while (months.Count > 0 && EndAfter(months[^1].On) < month.On)
                months.Add(months[^1] with { On = EndAfter(months[^1].On) });
            months.Add(month);
        }
        while (months.Count > 0 && EndAfter(months[^1].On) <= today)
            months.Add(months[^1] with { On = EndAfter(months[^1].On) });
        if (months.Count > 0 && months[^1].On < today)
            months.Add(months[^1]);
        if (months.Count > 0)
            months[^1] = months[^1] with { On = today };
        return months;
    }

    /// <summary>The last saving days that have come, oldest first, and how much of each has been paid by now.</summary>
    public async Task<IReadOnlyList<PeriodPaid>> PeriodsAsync(GroupId group, DateOnly today, int most, CancellationToken ct)
    {
        var read = await ReadAsync(
            PaidOfPeriods,
            [Value.Of(group), Value.Of(today), Value.Of(most)],
            r => new PeriodPaid(r.Day(0), r.Money(1), r.Money(2)),
            ct
        );
        read.Reverse();
        return read;
    }

    private static DateOnly EndAfter(DateOnly end) => new DateOnly(end.Year, end.Month, 1).AddMonths(2).AddDays(-1);

    private async Task<List<T>> ReadAsync<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(sql, parameters);
        await using var rows = await ask.ReadAsync(ct);
        var all = new List<T>();
        while (await rows.ReadAsync(ct))
            all.Add(row(rows));
        return all;
    }
}
