using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core;

/// <summary>
/// Something that happened in a group. One list of events drives all that follows a decision: rows, ledger entries, the audit
/// log and who is told. Each event carries whatever its fold, its rows and its entry need; none of them looks elsewhere.
/// </summary>
public abstract record GroupEvent;

/// <summary>A group was founded, by its member 1. <paramref name="FirstPeriodOn"/> is the due day of the first period.</summary>
public sealed record GroupCreated(
    GroupId Id,
    string Name,
    GroupRules Rules,
    string? UpiAddress,
    Invite Invite,
    Member Founder,
    DateOnly FirstPeriodOn
) : GroupEvent;

/// <summary>A new invite code; the one before finds nothing any more.</summary>
public sealed record InviteRenewed(Invite Invite) : GroupEvent;

/// <summary>Somebody waits to be admitted; no money and no rights go with it. Who was in before keeps her number.</summary>
public sealed record JoinRequested(Member Member) : GroupEvent;

/// <summary>She is in, and owes from the next period that opens.</summary>
public sealed record MemberAdmitted(MemberNumber Member, DateOnly On) : GroupEvent;

/// <summary>She is not in; she may ask again.</summary>
public sealed record MemberRefused(MemberNumber Member) : GroupEvent;

/// <summary>From now on; what she decided before stands.</summary>
public sealed record RoleChanged(MemberNumber Member, Role Role) : GroupEvent;

/// <summary>A period opened: every active member owes <paramref name="Amount"/> on <paramref name="PeriodOn"/>; advances settle it first.</summary>
public sealed record PeriodOpened(DateOnly PeriodOn, Money Amount) : GroupEvent;

/// <summary>A due was not paid when the days of grace were over: once per due, owed beside it, income when paid.</summary>
public sealed record FineCharged(MemberNumber Member, DateOnly PeriodOn, Money Fine) : GroupEvent;

/// <summary>A member was given a code to pay with. Nothing is owed or booked by it.</summary>
public sealed record PaymentRequested(Payment Payment) : GroupEvent;

/// <summary>The payer says it is paid and names the bank's reference. In no balance until an officer confirms it.</summary>
public sealed record PaymentClaimed(PaymentNumber Payment, MemberNumber Member, Money Amount, string Reference) : GroupEvent;

/// <summary>An officer did not find the money. Nothing is booked; the reference is free again.</summary>
public sealed record PaymentRejected(PaymentNumber Payment, MemberNumber Member, Money Amount, string Reason) : GroupEvent;

/// <summary>Nobody claimed it for seven days, or a new request for the same purpose replaced it.</summary>
public sealed record PaymentExpired(PaymentNumber Payment, MemberNumber Member) : GroupEvent;

/// <summary>The payment as it stands once posted; what it did follows in the next event. Cash appears here for the first time.</summary>
public sealed record PaymentPosted(Payment Payment) : GroupEvent;

/// <summary>How much of a contribution went to one due, and to its fine.</summary>
public sealed record DueSettled(DateOnly PeriodOn, Money Paid, Money FinePaid);

/// <summary>Savings came in. <paramref name="Savings"/> includes <paramref name="Advance"/>, the part beyond all open dues.</summary>
public sealed record ContributionReceived(
    PaymentNumber Payment,
    MemberNumber Member,
    Money Savings,
    Money Fine,
    Money Advance,
    IReadOnlyList<DueSettled> Settled,
    PaymentMethod Method
) : GroupEvent;

/// <summary>A repayment came in and was allocated: charges, then interest, then principal.</summary>
public sealed record RepaymentReceived(
    PaymentNumber Payment,
    LoanNumber Loan,
    MemberNumber Borrower,
    Money Charge,
    Money Interest,
    Money Principal,
    IReadOnlyList<Instalment> Before,
    IReadOnlyList<Instalment> After,
    PaymentMethod Method
) : GroupEvent;

/// <summary>The loan with the terms that were quoted. No money moves.</summary>
public sealed record LoanRequested(Loan Loan) : GroupEvent;

/// <summary>The terms of this day, which the loan keeps. The money is promised and cannot be lent to others; none moves.</summary>
public sealed record LoanApproved(LoanNumber Loan, MemberNumber Borrower, LoanTerms Terms, MemberNumber By) : GroupEvent;

/// <summary>An officer said no, with a reason that the borrower hears.</summary>
public sealed record LoanRejected(LoanNumber Loan, MemberNumber Borrower, MemberNumber By, string Reason) : GroupEvent;

/// <summary>The borrower took her request back before a decision.</summary>
public sealed record LoanWithdrawn(LoanNumber Loan, MemberNumber Borrower) : GroupEvent;

/// <summary>An approved loan was not paid out; the money is free again.</summary>
public sealed record LoanCancelled(LoanNumber Loan, MemberNumber Borrower, MemberNumber By) : GroupEvent;

/// <summary>The money was handed over: the only moment at which a loan takes money out. Instalments have their days from here on.</summary>
public sealed record LoanDisbursed(
    LoanNumber Loan,
    MemberNumber Borrower,
    Money Amount,
    DateOnly On,
    IReadOnlyList<Instalment> Instalments,
    PaymentMethod Method,
    string? Reference
) : GroupEvent;

/// <summary>Interest of a period that fell due (<c>shg</c>) or a late charge changed what is owed; no money moved.</summary>
public sealed record LoanAccrued(LoanNumber Loan, IReadOnlyList<Instalment> Instalments) : GroupEvent;

/// <summary>Nothing is owed any more; follows the repayment that did it.</summary>
public sealed record LoanClosed(LoanNumber Loan, MemberNumber Borrower) : GroupEvent;

/// <summary>A contribution undone: the entry is mirrored, its advance and then the newest dues it may have settled are owed again.</summary>
public sealed record ContributionReversed(
    long Entry,
    string Reason,
    PaymentNumber Payment,
    MemberNumber Member,
    Money AdvanceTaken,
    IReadOnlyList<DueSettled> Unsettled,
    IReadOnlyList<Posting> Postings
) : GroupEvent;

/// <summary>The last repayment of a loan undone: the entry is mirrored and the instalments are as before it.</summary>
public sealed record RepaymentReversed(
    long Entry,
    string Reason,
    PaymentNumber Payment,
    LoanNumber Loan,
    MemberNumber Borrower,
    IReadOnlyList<Instalment> Instalments,
    IReadOnlyList<Posting> Postings
) : GroupEvent;
