using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core;

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
