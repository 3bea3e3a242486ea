namespace DiGiBachat.Core.Payments;

public sealed record AmountOutOfBounds(Money Smallest, Money Largest) : Refusal;

/// <summary>The group has no UPI address; cash to the treasurer works.</summary>
public sealed record NoUpiAddress(string Group) : Refusal;

public sealed record NothingToClaim : Refusal;

public sealed record ReferenceAlreadyUsed(string Reference) : Refusal;

/// <summary>No open payment has this number; <paramref name="Open"/> lists those that are open ("41, 45"), empty when none is.</summary>
public sealed record PaymentNotOpen(PaymentNumber Payment, string Open) : Refusal;

/// <summary>Her own money is confirmed by another officer.</summary>
public sealed record OwnPayment(string OtherOfficer) : Refusal;

/// <summary>More than the loan costs to pay off today.</summary>
public sealed record MoreThanPayOff(LoanNumber Loan, Money PayOff) : Refusal;

public sealed record ReasonMissing : Refusal;
