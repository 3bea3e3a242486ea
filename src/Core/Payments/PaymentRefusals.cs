namespace DiGiBachat.Core.Payments;

/// <summary>UPI: 1 rupee to 1 lakh; cash: 1 rupee to 10 lakh.</summary>
public sealed record AmountOutOfBounds(Money Smallest, Money Largest) : Refusal;

/// <summary>The group has no UPI address; cash to the treasurer works.</summary>
public sealed record NoUpiAddress(string Group) : Refusal;

/// <summary>She has requested no payment that is still open, or the one she names is not hers.</summary>
public sealed record NothingToClaim : Refusal;

/// <summary>A bank reference counts once in a group, for payments and disbursements together.</summary>
public sealed record ReferenceAlreadyUsed(string Reference) : Refusal;

/// <summary>No open payment has this number; <paramref name="Open"/> lists those that are open ("41, 45"), empty when none is.</summary>
public sealed record PaymentNotOpen(PaymentNumber Payment, string Open) : Refusal;

/// <summary>Her own money is confirmed by another officer.</summary>
public sealed record OwnPayment(string OtherOfficer) : Refusal;

/// <summary>More than the loan costs to pay off today.</summary>
public sealed record MoreThanPayOff(LoanNumber Loan, Money PayOff) : Refusal;

/// <summary>Enough was sent with this payment.</summary>
public sealed record PaymentNotesFull(PaymentNumber Payment, int Most) : Refusal;

/// <summary>Who says no says why.</summary>
public sealed record ReasonMissing : Refusal;
