using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Persistence.Auditing;

/// <summary>Something in a group's book that does not agree with itself.</summary>
public abstract record LedgerProblem(GroupId Group);

public sealed record EntryDoesNotBalance(GroupId Group, long Entry, Money Sum) : LedgerProblem(Group);

/// <summary>An entry or its postings are not what was hashed when they were booked, or an entry is missing before it.</summary>
public sealed record EntryChainBroken(GroupId Group, long Entry) : LedgerProblem(Group);

public sealed record EventChainBroken(GroupId Group, long Event) : LedgerProblem(Group);

public sealed record BalanceDiffers(GroupId Group, Account Account, Money Kept, Money Posted) : LedgerProblem(Group);

/// <summary>The group's row names another head than its last entry or event has.</summary>
/// <param name="Of">"ledger" or "events".</param>
public sealed record HeadDiffers(GroupId Group, string Of) : LedgerProblem(Group);

/// <summary>The group's row counts another number than its rows have.</summary>
/// <param name="Of">"members", "loans", "payments", "entries" or "events".</param>
public sealed record CounterDiffers(GroupId Group, string Of, long Kept, long Found) : LedgerProblem(Group);

/// <summary>The unpaid principal of a loan's instalments is not what its account says.</summary>
public sealed record LoanDiffers(GroupId Group, LoanNumber Loan, Money Instalments, Money Posted) : LedgerProblem(Group);

/// <summary>A payment is posted and no entry books it.</summary>
public sealed record PaymentNotBooked(GroupId Group, PaymentNumber Payment) : LedgerProblem(Group);

/// <summary>The investments that lie on the table are not what their account says.</summary>
public sealed record InvestmentsDiffer(GroupId Group, Money Open, Money Posted) : LedgerProblem(Group);

/// <summary>A member was paid more than was shared out to her.</summary>
public sealed record ShareOverpaid(GroupId Group, MemberNumber Member, Money Over) : LedgerProblem(Group);
