using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>Asks for a group and makes it of the answers: statements and results in the same order.</summary>
internal sealed class GroupReader(Seals seals)
{
    private const int LoanWidth = 8;

    /// <summary>Her current group, by the address she writes from.</summary>
    public static void AskBySender(Statements ask, byte[] index)
    {
        foreach (var text in GroupSql.BySender.Unlocked)
            ask.Add(text, Value.Of(index));
    }

    public static void AskByInvite(Statements ask, string code)
    {
        foreach (var text in GroupSql.ByInvite.Unlocked)
            ask.Add(text, Value.Of(code));
    }

    public static void Ask(Statements ask, GroupId group, Scope scope, bool locked)
    {
        var named = scope.Loans.Count > 0 || scope.Payments.Count > 0;
        var sql = named ? GroupSql.ByNumbers : GroupSql.ByMembers;
        ask.Add(locked ? sql.LockedRow : sql.Row, Value.Of(group));
        ask.Add(sql.AllMembers, Value.Of(group));
        foreach (var text in new[] { sql.Balances, scope.SettledDues ? sql.AllDues : sql.OpenDues, sql.OpenLoans, sql.OpenPayments })
            ask.Add(text, Parameters(group, scope, named));
        if (scope.Reference is { } reference)
            ask.Add(GroupSql.ReferenceUsed, Value.Of(group), Value.Of(reference));
    }

    /// <summary>Null when there is no such group; the reader then stands behind all of its results.</summary>
    public async Task<GroupState?> ReadAsync(NpgsqlDataReader rows, Scope scope, CancellationToken ct)
    {
        var group = await rows.ReadAsync(ct) ? Group(rows) : null;
        var id = group?.Id ?? default;
        var members = await ListAsync(rows, r => Member(r, id), ct);
        var balances = await ListAsync(rows, Balance, ct);
        var dues = await ListAsync(rows, Due, ct);
        await rows.NextResultAsync(ct);
        var loans = await LoansAsync(rows, id, ct);
        var payments = await ListAsync(rows, Payment, ct);
        var used = scope.Reference is not null && (await ListAsync(rows, r => r.GetBoolean(0), ct))[0];
        return group is null
            ? null
            : group with
            {
                Members = members,
                Balances = Balances.Of(balances),
                Dues = dues,
                Loans = loans,
                Payments = payments,
                ReferenceUsed = used,
                IsWhole = scope.Members is null,
            };
    }

    /// <summary>Loans of the current result, which has a row for each instalment.</summary>
    public async Task<List<Loan>> LoansAsync(NpgsqlDataReader rows, GroupId group, CancellationToken ct)
    {
        var loans = new List<Loan>();
        var lines = new List<Instalment>();
        while (await rows.ReadAsync(ct))
        {
            if (loans.Count == 0 || loans[^1].Number.Value != rows.GetInt32(0))
                loans.Add(Loan(rows, group, lines = []));
            if (!rows.IsDBNull(LoanWidth + Stored.TermsWidth))
                lines.Add(Stored.Instalment(rows, LoanWidth + Stored.TermsWidth));
        }
        return loans;
    }

    public static Payment Payment(NpgsqlDataReader row) =>
        new(
            new(row.GetInt32(0)),
            row.GetString(1),
            new(row.GetInt32(2)),
            new(row.GetInt32(3)),
            row.IntOrNull(4) is { } loan ? new LoanNumber(loan) : null,
            row.Money(5),
            (PaymentMethod)row.GetInt16(6),
            (PaymentStatus)row.GetInt16(7),
            row.TextOrNull(8),
            row.Instant(9),
            row.DayOrNull(10)
        );

    private static NpgsqlParameter[] Parameters(GroupId group, Scope scope, bool named)
    {
        var members = scope.Members?.Select(m => m.Value).ToArray() ?? [];
        return named
            ?
            [
                Value.Of(group),
                Value.Of(scope.Members is null),
                Value.Of(members),
                Value.Of(scope.Loans.Select(l => l.Value).ToArray()),
                Value.Of(scope.Payments.Select(p => p.Value).ToArray()),
            ]
            : [Value.Of(group), Value.Of(scope.Members is null), Value.Of(members)];
    }

    private GroupState Group(NpgsqlDataReader row)
    {
        var id = new GroupId(row.GetGuid(0));
        var matters = row.BytesOrNull(16) is { } stored ? EventJson.ReadMatters(seals.Matters(stored, id)) : OpenMatters.None;
        return new()
        {
            Id = id,
            Name = row.GetString(1),
            Status = (GroupStatus)row.GetInt16(2),
            Rules = EventJson.ReadRules(row.GetString(3)),
            RulesVersion = row.GetInt32(4),
            UpiAddress = seals.UpiAddress(row.BytesOrNull(5), id),
            Invite = new(row.GetString(6), row.Day(7)),
            NextPeriodOn = row.Day(8),
            Counters = new(row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt64(12), row.GetInt64(13)),
            LedgerHead = row.Hex(14),
            EventHead = row.Hex(15),
            Matters = matters,
            MattersAsRead = matters,
        };
    }

    private Member Member(NpgsqlDataReader row, GroupId group)
    {
        var number = new MemberNumber(row.GetInt32(0));
        var (name, lastFour, more) = seals.Profile(row.Bytes(2), group, number);
        var member = new Member(
            number,
            row.GuidOrNull(1) is { } person ? new PersonId(person) : null,
            name,
            lastFour,
            (Role)row.GetInt16(3),
            (MemberStatus)row.GetInt16(4),
            row.Day(5),
            row.Money(6)
        );
        return more is null ? member : member with { More = EventJson.ReadMore(more) };
    }

    private Loan Loan(NpgsqlDataReader row, GroupId group, List<Instalment> lines)
    {
        var number = new LoanNumber(row.GetInt32(0));
        return new(
            number,
            new(row.GetInt32(1)),
            Stored.Terms(row, LoanWidth),
            seals.Purpose(row.Bytes(2), group, number),
            (LoanStatus)row.GetInt16(3),
            row.Day(4),
            row.IntOrNull(5) is { } by ? new MemberNumber(by) : null,
            row.DayOrNull(6),
            lines,
            Array.ConvertAll(row.GetFieldValue<int[]>(7), member => new MemberNumber(member))
        );
    }

    private static KeyValuePair<Account, Money> Balance(NpgsqlDataReader row) =>
        new(new((AccountKind)row.GetInt16(0), row.GetInt32(1)), row.Money(2));

    private static Due Due(NpgsqlDataReader row) =>
        new(new(row.GetInt32(0)), row.Day(1), row.Money(2), row.Money(3), row.Money(4), row.Money(5));

    /// <summary>All rows of the next result.</summary>
    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader rows, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await rows.NextResultAsync(ct);
        var list = new List<T>();
        while (await rows.ReadAsync(ct))
            list.Add(read(rows));
        return list;
    }
}
