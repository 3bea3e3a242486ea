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

/// <summary>The reference that was to be flagged is used by nothing: there is nothing to tell.</summary>
public sealed record ReferenceIsFree(string Reference) : Refusal;

/// <summary>None of the payments that were shown can be booked now.</summary>
public sealed record NothingToConfirm : Refusal;

/// <summary>No entry that stands in the book has this receipt and is hers.</summary>
public sealed record NoEntryOfHers : Refusal;

/// <summary>She has said so already; it lies on the table under this number.</summary>
public sealed record AlreadyObjected(ObjectionNumber Objection) : Refusal;

/// <summary>So many of hers are open already.</summary>
public sealed record TooManyObjections(int Most) : Refusal;

/// <summary>No open objection has this number; <paramref name="Those"/> lists those that are open ("3, 5"), empty when none is.</summary>
public sealed record NoSuchObjection(ObjectionNumber Objection, string Those) : Refusal;

/// <summary>Who made the entry does not answer for it alone; <paramref name="OtherOfficer"/> can.</summary>
public sealed record OwnEntry(string OtherOfficer) : Refusal;

/// <summary>Everybody has paid, was reminded today, or has no phone.</summary>
public sealed record NobodyToRemind : Refusal;

/// <summary>Who has paid is not reminded.</summary>
public sealed record OwesNothing(string Name) : Refusal;

/// <summary>No message reaches a member without a phone.</summary>
public sealed record CannotBeReminded(string Name) : Refusal;

/// <summary>Once a day is enough.</summary>
public sealed record RemindedToday(string Name) : Refusal;
