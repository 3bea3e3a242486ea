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

public sealed record GroupCreated(
    GroupId Id,
    string Name,
    GroupRules Rules,
    string? UpiAddress,
    Invite Invite,
    Member Founder,
    DateOnly FirstPeriodOn
) : GroupEvent;

public sealed record InviteRenewed(Invite Invite) : GroupEvent;

public sealed record JoinRequested(Member Member) : GroupEvent;

public sealed record MemberAdmitted(MemberNumber Member, DateOnly On) : GroupEvent;

public sealed record MemberRefused(MemberNumber Member) : GroupEvent;

public sealed record RoleChanged(MemberNumber Member, Role Role) : GroupEvent;

/// <summary>A period opened: every active member owes <paramref name="Amount"/> on <paramref name="PeriodOn"/>; advances settle it first.</summary>
public sealed record PeriodOpened(DateOnly PeriodOn, Money Amount) : GroupEvent;

public sealed record FineCharged(MemberNumber Member, DateOnly PeriodOn, Money Fine) : GroupEvent;

public sealed record PaymentRequested(Payment Payment) : GroupEvent;

public sealed record PaymentClaimed(PaymentNumber Payment, MemberNumber Member, Money Amount, string Reference) : GroupEvent;

public sealed record PaymentRejected(PaymentNumber Payment, MemberNumber Member, Money Amount, string Reason) : GroupEvent;

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

public sealed record LoanRequested(Loan Loan) : GroupEvent;

public sealed record LoanApproved(LoanNumber Loan, MemberNumber Borrower, LoanTerms Terms, MemberNumber By) : GroupEvent;

public sealed record LoanRejected(LoanNumber Loan, MemberNumber Borrower, MemberNumber By, string Reason) : GroupEvent;

public sealed record LoanWithdrawn(LoanNumber Loan, MemberNumber Borrower) : GroupEvent;

public sealed record LoanCancelled(LoanNumber Loan, MemberNumber Borrower, MemberNumber By) : GroupEvent;

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
