using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiGiBachat.Persistence.Queries;

/// <summary>An entry of the book, and the event that made it; null once it was reversed, for then it is not reversed again.</summary>
public sealed record BookedEntry(LedgerEntry Entry, GroupEvent? Cause);

/// <summary>The group's figures at a glance. Balances per kind of account, debit positive; savings are shown as a positive amount.</summary>
public sealed record GroupTotals(
    int ActiveMembers,
    Money Cash,
    Money Bank,
    Money Savings,
    Money LoansOutstanding,
    Money Income,
    int ActiveLoans,
    int OpenPayments,
    string LedgerHead
);

/// <summary>What is read at leisure: statements, lists and pages. Nothing is decided on what these return.</summary>
public sealed partial class GroupQueries
{
    private readonly NpgsqlDataSource database;
    private readonly IDbContextFactory<BachatContext> contexts;
    private readonly Seals seals;
    private readonly GroupReader groups;

    internal GroupQueries(NpgsqlDataSource database, IDbContextFactory<BachatContext> contexts, Seals seals)
    {
        this.database = database;
        this.contexts = contexts;
        this.seals = seals;
        groups = new(seals);
    }

    public Task<Passbook> PassbookAsync(GroupId group, MemberNumber member, DateOnly from, DateOnly to, CancellationToken ct) =>
        PassbookReader.ReadAsync(database, new(group, member, from, to), ct);

    /// <summary>The group's book of some days, both included, from the postings.</summary>
    public Task<Core.Reports.GroupBook> BookAsync(GroupId group, DateOnly from, DateOnly to, CancellationToken ct) =>
        GroupBookReader.ReadAsync(database, group, (from, to), ct);

    /// <summary>Any loan, ended ones too, with its instalments.</summary>
    public async Task<Loan?> LoanAsync(GroupId group, LoanNumber number, CancellationToken ct) =>
        (await LoansAsync(GroupSql.LoansByNumber, group, Value.Of([number.Value]), ct)).SingleOrDefault();

    /// <summary>Loans by their numbers, whatever became of them.</summary>
    public async Task<IReadOnlyList<Loan>> LoansAsync(GroupId group, IEnumerable<LoanNumber> numbers, CancellationToken ct) =>
        await LoansAsync(GroupSql.LoansByNumber, group, Value.Of(numbers.Select(n => n.Value).ToArray()), ct);

    /// <summary>All loans of a member, newest first.</summary>
    public async Task<IReadOnlyList<Loan>> LoansOfAsync(GroupId group, MemberNumber member, CancellationToken ct)
    {
        var loans = await LoansAsync(GroupSql.LoansOfBorrower, group, Value.Of(member), ct);
        loans.Reverse();
        return loans;
    }

    /// <summary>Any payment, whatever became of it.</summary>
    public async Task<Payment?> PaymentAsync(GroupId group, PaymentNumber number, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(GroupSql.PaymentByNumber, Value.Of(group), Value.Of(number));
        await using var rows = await ask.ReadAsync(ct);
        return await rows.ReadAsync(ct) ? GroupReader.Payment(rows) : null;
    }

    /// <summary>The payment that has this bank reference; null when none has, or a rejected one had it.</summary>
    public async Task<Payment?> PaymentByReferenceAsync(GroupId group, string reference, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(GroupSql.PaymentByReference, Value.Of(group), Value.Of(reference));
        await using var rows = await ask.ReadAsync(ct);
        return await rows.ReadAsync(ct) ? GroupReader.Payment(rows) : null;
    }

    /// <summary>An entry with its postings and the event behind it, for reversing it.</summary>
    public async Task<BookedEntry?> EntryAsync(GroupId group, long number, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var entry = await context.Entries.SingleOrDefaultAsync(e => e.GroupId == group.Value && e.Number == number, ct);
        if (entry is null)
            return null;
        var postings = await context
            .Postings.Where(p => p.GroupId == group.Value && p.Entry == number)
            .OrderBy(p => p.Line)
            .ToListAsync(ct);
        var reversal = FormattableString.Invariant($"reversal:{number}");
        return await context.Entries.AnyAsync(e => e.GroupId == group.Value && e.Cause == reversal, ct)
            ? new(Entry(entry, postings), null)
            : new(Entry(entry, postings), await EventAsync(context, group, entry.Event, ct));
    }

    /// <summary>The entries from the first to the last, each as <see cref="EntryAsync"/> reads it.</summary>
    public async Task<IReadOnlyList<BookedEntry>> EntriesAsync(GroupId group, long first, long last, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var entries = await context
            .Entries.Where(e => e.GroupId == group.Value && e.Number >= first && e.Number <= last)
            .OrderBy(e => e.Number)
            .ToListAsync(ct);
        var postings = await context
            .Postings.Where(p => p.GroupId == group.Value && p.Entry >= first && p.Entry <= last)
            .OrderBy(p => p.Line)
            .ToListAsync(ct);
        var causes = entries.ConvertAll(e => FormattableString.Invariant($"reversal:{e.Number}"));
        var reversed = await context
            .Entries.Where(e => e.GroupId == group.Value && causes.Contains(e.Cause))
            .Select(e => e.Cause)
            .ToListAsync(ct);
        var booked = new List<BookedEntry>();
        foreach (var (entry, cause) in entries.Zip(causes))
            booked.Add(
                new(
                    Entry(entry, postings.FindAll(p => p.Entry == entry.Number)),
                    reversed.Contains(cause) ? null : await EventAsync(context, group, entry.Event, ct)
                )
            );
        return booked;
    }

    private async Task<GroupEvent> EventAsync(BachatContext context, GroupId group, long number, CancellationToken ct)
    {
        var happened = await context.Events.SingleAsync(e => e.GroupId == group.Value && e.Number == number, ct);
        if (happened.Data is { } plain)
            return EventJson.Read(happened.Kind, plain);
        var secret = await context.EventSecrets.SingleAsync(s => s.GroupId == group.Value && s.Number == number, ct);
        return EventJson.Read(happened.Kind, seals.Event(secret.DataEnc, group, number));
    }

    /// <summary>The number of the entry that booked this payment; null while it is not posted.</summary>
    public async Task<long?> EntryOfPaymentAsync(GroupId group, PaymentNumber payment, CancellationToken ct)
    {
        var cause = FormattableString.Invariant($"payment:{payment.Value}");
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context
            .Entries.Where(e => e.GroupId == group.Value && e.Cause == cause)
            .Select(e => (long?)e.Number)
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>Null when there is no such group.</summary>
    public async Task<GroupTotals?> TotalsAsync(GroupId group, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var head = await context.Groups.Where(g => g.Id == group.Value).Select(g => g.LedgerHead).SingleOrDefaultAsync(ct);
        if (head is null)
            return null;
        var sums = await context
            .Balances.Where(b => b.GroupId == group.Value)
            .GroupBy(b => b.AccountKind)
            .Select(kind => new { kind.Key, Sum = kind.Sum(b => b.AmountPaise) })
            .ToDictionaryAsync(kind => kind.Key, kind => new Money(kind.Sum), ct);
        var members = await context.Members.CountAsync(m => m.GroupId == group.Value && m.Status == MemberStatus.Active, ct);
        var loans = await context.Loans.CountAsync(l => l.GroupId == group.Value && l.Status == LoanStatus.Active, ct);
        var payments = await context.Payments.CountAsync(
            p => p.GroupId == group.Value && (p.Status == PaymentStatus.Requested || p.Status == PaymentStatus.Claimed),
            ct
        );
        return new(
            members,
            Of(AccountKind.Cash),
            Of(AccountKind.Bank),
            -Of(AccountKind.Savings),
            Of(AccountKind.Loan),
            -(Of(AccountKind.InterestIncome) + Of(AccountKind.ChargeIncome) + Of(AccountKind.FineIncome) + Of(AccountKind.BankInterest)),
            loans,
            payments,
            Convert.ToHexStringLower(head)
        );

        Money Of(AccountKind kind) => sums.GetValueOrDefault(kind);
    }

    /// <summary>Active groups in a steady order, a page at a time; pass the last id of the page before.</summary>
    public async Task<IReadOnlyList<GroupId>> ActiveGroupsAsync(GroupId? after, int limit, CancellationToken ct)
    {
        var last = after?.Value ?? Guid.Empty;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context
            .Groups.Where(g => g.Status == GroupStatus.Active && g.Id > last)
            .OrderBy(g => g.Id)
            .Take(limit)
            .Select(g => new GroupId(g.Id))
            .ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Membership>> MembershipsAsync(PersonId person, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(Inbox.Memberships, Value.Of(person.Value));
        await using var rows = await ask.ReadAsync(ct);
        return await Inbox.MembershipsAsync(rows, ct);
    }

    private async Task<List<Loan>> LoansAsync(string sql, GroupId group, NpgsqlParameter which, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(sql, Value.Of(group), which);
        await using var rows = await ask.ReadAsync(ct);
        return await groups.LoansAsync(rows, group, ct);
    }

    private static LedgerEntry Entry(Mapping.EntryRow entry, List<Mapping.PostingRow> postings) =>
        new(
            entry.Number,
            entry.EntryOn,
            entry.Narration,
            entry.Cause,
            entry.ByMember is { } by ? new MemberNumber(by) : null,
            entry.BookedAt,
            postings.ConvertAll(p => new Posting(new(p.AccountKind, p.AccountNumber), new(p.AmountPaise))),
            Convert.ToHexStringLower(entry.Hash)
        );
}
