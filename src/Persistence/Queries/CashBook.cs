using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Queries;

/// <summary>What came into a purse and left it between two days, both included: opening and receipts less payments is the closing.</summary>
public sealed record CashBook(Purse Purse, Money Opening, IReadOnlyList<CashBookLine> Lines)
{
    public Money Receipts => Lines.Aggregate(Money.Zero, (sum, l) => sum + l.In);
    public Money Payments => Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Out);
    public Money Closing => Opening + Receipts - Payments;
}

/// <summary>All of one kind.</summary>
public sealed record CashBookLine(Narration Narration, Money In, Money Out);

/// <summary>Reads the cash book from the postings.</summary>
internal static class CashBookReader
{
    private const string Openings = """
        SELECT p.account_kind, sum(p.amount_paise)::bigint FROM postings p
        JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry
        WHERE p.group_id = $1 AND p.account_kind IN (1, 2) AND e.entry_on < $2 GROUP BY p.account_kind
        """;

    private const string Lines = """
        SELECT p.account_kind, e.narration, coalesce(sum(p.amount_paise) FILTER (WHERE p.amount_paise > 0), 0)::bigint,
        coalesce(-sum(p.amount_paise) FILTER (WHERE p.amount_paise < 0), 0)::bigint FROM postings p
        JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry
        WHERE p.group_id = $1 AND p.account_kind IN (1, 2) AND e.entry_on BETWEEN $2 AND $3
        GROUP BY p.account_kind, e.narration ORDER BY p.account_kind, e.narration
        """;

    /// <summary>The box, then the bank.</summary>
    public static async Task<IReadOnlyList<CashBook>> ReadAsync(
        NpgsqlDataSource database,
        (GroupId Group, DateOnly From, DateOnly To) asked,
        CancellationToken ct
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection)
            .Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .Add(Openings, Value.Of(asked.Group), Value.Of(asked.From))
            .Add(Lines, Value.Of(asked.Group), Value.Of(asked.From), Value.Of(asked.To))
            .Add("COMMIT");
        await using var rows = await ask.ReadAsync(ct);
        var openings = new Dictionary<Purse, Money>();
        while (await rows.ReadAsync(ct))
            openings[PurseOf(rows)] = rows.Money(1);
        await rows.NextResultAsync(ct);
        var lines = new List<(Purse Purse, CashBookLine Line)>();
        while (await rows.ReadAsync(ct))
            lines.Add((PurseOf(rows), new((Narration)rows.GetInt16(1), rows.Money(2), rows.Money(3))));
        return Enum.GetValues<Purse>()
            .Select(p => new CashBook(p, openings.GetValueOrDefault(p), lines.Where(l => l.Purse == p).Select(l => l.Line).ToList()))
            .ToList();
    }

    private static Purse PurseOf(NpgsqlDataReader row) => (AccountKind)row.GetInt16(0) == AccountKind.Cash ? Purse.Cash : Purse.Bank;
}
