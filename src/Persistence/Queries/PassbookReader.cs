using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Queries;

/// <summary>Reads a passbook from the postings themselves, not from the balances beside them.</summary>
internal static class PassbookReader
{
    internal sealed record Asked(GroupId Group, MemberNumber Member, DateOnly From, DateOnly To);

    /// <summary>Her savings, and every loan that was ever hers.</summary>
    private const string HerAccounts =
        """
        p.group_id = $1 AND ((p.account_kind = 3 AND p.account_number = $2) OR (p.account_kind = 4
        AND p.account_number = ANY (ARRAY(SELECT l.number FROM loans l WHERE l.group_id = $1 AND l.borrower = $2))))
        """;

    private const string Openings =
        $"""
        SELECT p.account_kind, p.account_number, sum(p.amount_paise)::bigint
        FROM postings p JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry
        WHERE {HerAccounts} AND e.entry_on < $3 GROUP BY p.account_kind, p.account_number
        """;

    private const string Lines =
        $"""
        SELECT p.account_kind, p.account_number, e.number, e.entry_on, e.narration, e.loan, e.payment, y.code,
        (SELECT coalesce(sum(abs(m.amount_paise)), 0)::bigint FROM postings m
            WHERE m.group_id = p.group_id AND m.entry = p.entry AND m.account_kind IN (1, 2, 14)), p.amount_paise, e.hash
        FROM postings p JOIN ledger_entries e ON e.group_id = p.group_id AND e.number = p.entry
        LEFT JOIN payments y ON y.group_id = e.group_id AND y.number = e.payment
        WHERE {HerAccounts} AND e.entry_on BETWEEN $3 AND $4 ORDER BY p.account_kind, p.account_number, e.number, p.line
        """;

    public static async Task<Passbook> ReadAsync(NpgsqlDataSource database, Asked asked, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection)
            .Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .Add(Openings, Value.Of(asked.Group), Value.Of(asked.Member), Value.Of(asked.From))
            .Add(Lines, Value.Of(asked.Group), Value.Of(asked.Member), Value.Of(asked.From), Value.Of(asked.To))
            .Add("COMMIT");
        await using var rows = await ask.ReadAsync(ct);
        var accounts = new SortedDictionary<(AccountKind, int), Page> { [(AccountKind.Savings, asked.Member.Value)] = new() };
        while (await rows.ReadAsync(ct))
            PageOf(rows).Opening = Shown(rows, rows.Money(2));
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            PageOf(rows).Add(rows);
        return new(
            asked.From,
            asked.To,
            accounts
                .Select(a => new PassbookAccount(new(a.Key.Item1, a.Key.Item2), a.Value.Opening, a.Value.Lines, a.Value.Balance))
                .Where(a => a.Account.Kind == AccountKind.Savings || a.Lines.Count > 0 || !a.Opening.IsZero)
                .ToList()
        );

        Page PageOf(NpgsqlDataReader row)
        {
            var account = ((AccountKind)row.GetInt16(0), row.GetInt32(1));
            return accounts.TryGetValue(account, out var page) ? page : accounts[account] = new();
        }
    }

    /// <summary>Savings are what the group owes her (credit), a loan is what she owes (debit): both are shown as positive.</summary>
    private static Money Shown(NpgsqlDataReader row, Money amount) =>
        (AccountKind)row.GetInt16(0) == AccountKind.Savings ? -amount : amount;

    /// <summary>Of the entry; a write-off has none of its own, and its account says it.</summary>
    private static LoanNumber? LoanOf(NpgsqlDataReader row) =>
        row.IntOrNull(5) is { } loan ? new LoanNumber(loan)
        : (AccountKind)row.GetInt16(0) == AccountKind.Loan ? new LoanNumber(row.GetInt32(1))
        : null;

    private sealed class Page
    {
        public Money Opening { get; set; }
        public List<PassbookLine> Lines { get; } = [];
        public Money Balance => Lines.Count == 0 ? Opening : Lines[^1].Balance;

        public void Add(NpgsqlDataReader row)
        {
            var change = Shown(row, row.Money(9));
            Lines.Add(
                new(
                    row.GetInt64(2),
                    row.Day(3),
                    (Narration)row.GetInt16(4),
                    LoanOf(row),
                    row.IntOrNull(6) is { } payment ? new PaymentNumber(payment) : null,
                    row.TextOrNull(7),
                    row.Money(8),
                    Money.Max(change, Money.Zero),
                    Money.Max(-change, Money.Zero),
                    Balance + change,
                    row.Hex(10)
                )
            );
        }
    }
}
