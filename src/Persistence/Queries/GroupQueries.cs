using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Queries;

/// <summary>An entry of the book, and the event that made it.</summary>
public sealed record BookedEntry(LedgerEntry Entry, GroupEvent Cause);

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
public sealed class GroupQueries
{
    public Task<Passbook> PassbookAsync(GroupId group, MemberNumber member, DateOnly from, DateOnly to, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Any loan, ended ones too, with its instalments.</summary>
    public Task<Loan?> LoanAsync(GroupId group, LoanNumber number, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>All loans of a member, newest first.</summary>
    public Task<IReadOnlyList<Loan>> LoansOfAsync(GroupId group, MemberNumber member, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Any payment, whatever became of it.</summary>
    public Task<Payment?> PaymentAsync(GroupId group, PaymentNumber number, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>An entry with its postings and the event behind it, for reversing it.</summary>
    public Task<BookedEntry?> EntryAsync(GroupId group, long number, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The number of the entry that booked this payment; null while it is not posted.</summary>
    public Task<long?> EntryOfPaymentAsync(GroupId group, PaymentNumber payment, CancellationToken ct) => throw new NotImplementedException();

    public Task<GroupTotals?> TotalsAsync(GroupId group, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Active groups in a steady order, a page at a time; pass the last id of the page before.</summary>
    public Task<IReadOnlyList<GroupId>> ActiveGroupsAsync(GroupId? after, int limit, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyList<Membership>> MembershipsAsync(PersonId person, CancellationToken ct) => throw new NotImplementedException();
}
