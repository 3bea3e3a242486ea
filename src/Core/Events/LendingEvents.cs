using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core;

/// <summary>A guarantor has said yes: she stands for the loan.</summary>
public sealed record LoanGuaranteed(LoanNumber Loan, MemberNumber Borrower, MemberNumber Guarantor) : GroupEvent;

/// <summary>
/// A loan counts as later than before, or as regular again because all arrears are paid. Of the calendar, of a payment, of its reversal.
/// </summary>
/// <param name="Days">Since the oldest missed due day.</param>
/// <param name="Overdue">What has to be paid for it to be regular.</param>
public sealed record LoanClassChanged(LoanNumber Loan, MemberNumber Borrower, ArrearsClass From, ArrearsClass To, int Days, Money Overdue)
    : GroupEvent;

/// <summary>
/// What is left of a loan was spread anew, by an officer and with the borrower's yes. Principal moved to new instalments; interest and
/// charges that were owed are owed as before. No money moved.
/// </summary>
/// <param name="After">The lines kept, with what was paid on them, and the new ones.</param>
public sealed record LoanRescheduled(
    LoanNumber Loan,
    MemberNumber Borrower,
    LoanTerms TermsBefore,
    LoanTerms Terms,
    IReadOnlyList<Instalment> Before,
    IReadOnlyList<Instalment> After,
    DateOnly On,
    MemberNumber By
) : GroupEvent;

/// <summary>The group gave a loan up, by vote: its principal is an expense. What was owed besides was never booked.</summary>
public sealed record LoanWrittenOff(
    LoanNumber Loan,
    MemberNumber Borrower,
    Money Principal,
    Money Interest,
    Money Charges,
    DateOnly On,
    MemberNumber By,
    IReadOnlyList<MemberNumber>? Guarantors = null
) : GroupEvent;

/// <summary>Money came on a loan that was written off: it lessens the expense first, and is income beyond that.</summary>
public sealed record LoanRecovered(
    PaymentNumber Payment,
    LoanNumber Loan,
    MemberNumber Borrower,
    Money Principal,
    Money Interest,
    Money Charge,
    PaymentMethod Method
) : GroupEvent;

/// <summary>Money on a written-off loan undone: the entry is mirrored and as much is owed as before it.</summary>
public sealed record RecoveryReversed(
    long Entry,
    string Reason,
    PaymentNumber Payment,
    LoanNumber Loan,
    MemberNumber Borrower,
    Money Principal,
    Money Interest,
    Money Charge,
    IReadOnlyList<Posting> Postings
) : GroupEvent;
