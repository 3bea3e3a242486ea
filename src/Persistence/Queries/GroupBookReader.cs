using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Reports;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Queries;

/// <summary>Reads some days of a group's book from the postings themselves, not from the balances beside them.</summary>
internal static class GroupBookReader
{
    private const string Openings =
        """
        SELECT p.account_kind, p.account_number, sum(p.amount_paise)::bigint
        FROM postings p JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry
        WHERE p.group_id = $1 AND e.entry_on < $2 GROUP BY p.account_kind, p.account_number
        """;

    private const string Entries =
        """
        SELECT e.number, e.entry_on, e.narration, e.cause, e.by_member, e.booked_at, e.hash, p.account_kind, p.account_number, p.amount_paise
        FROM ledger_entries e JOIN postings p ON p.group_id = e.group_id AND p.entry = e.number
        WHERE e.group_id = $1 AND e.entry_on BETWEEN $2 AND $3 ORDER BY e.number, p.line
        """;

    public static async Task<GroupBook> ReadAsync(NpgsqlDataSource database, GroupId group, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection)
            .Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .Add(Openings, Value.Of(group), Value.Of(days.From))
            .Add(Entries, Value.Of(group), Value.Of(days.From), Value.Of(days.To))
            .Add("COMMIT");
        await using var rows = await ask.ReadAsync(ct);
        var opening = new Dictionary<Account, Money>();
        while (await rows.ReadAsync(ct))
            opening[AccountOf(rows, 0)] = rows.Money(2);
        await rows.NextResultAsync(ct);
        var entries = new List<LedgerEntry>();
        var postings = new List<Posting>();
        while (await rows.ReadAsync(ct))
        {
            if (entries.Count == 0 || entries[^1].Number != rows.GetInt64(0))
                entries.Add(Entry(rows, postings = []));
            postings.Add(new(AccountOf(rows, 7), rows.Money(9)));
        }
        return new(days.From, days.To, Balances.Of(opening), entries);
    }

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

    private static Account AccountOf(NpgsqlDataReader row, int at) => new((AccountKind)row.GetInt16(at), row.GetInt32(at + 1));
}
