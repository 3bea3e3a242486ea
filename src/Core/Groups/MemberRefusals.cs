namespace DiGiBachat.Core.Groups;

/// <summary>She owes more than she has; <paramref name="Missing"/> has to be paid before she can leave.</summary>
public sealed record LeaverOwes(Money Savings, Money Owes, Money Missing) : Refusal;

/// <summary>Money she says she sent waits for an officer: it must be confirmed or rejected first.</summary>
public sealed record PaymentWaits(PaymentNumber Payment) : Refusal;

/// <summary>Nobody does this to herself.</summary>
public sealed record NotOnOneself : Refusal;

/// <summary>The figures have changed since they were agreed to; now she would get <paramref name="Payout"/>.</summary>
public sealed record SettlementChanged(Money Payout) : Refusal;

/// <summary>She left and was paid out; what was booked for her before is not undone.</summary>
public sealed record AlreadySettled(string Name) : Refusal;

/// <summary>She has taken the savings out again that this entry brought.</summary>
public sealed record SavingsTakenOut(string Name, Money Savings) : Refusal;

/// <summary>Her membership has just moved to another phone: no money leaves the group for her up to and including this day.</summary>
public sealed record OnHold(DateOnly Until) : Refusal;

/// <summary>In this group savings stay in while one is a member.</summary>
public sealed record WithdrawalsOff : Refusal;

/// <summary>At most <paramref name="Most"/> can be taken out: not what was paid ahead, and not what a loan stands on.</summary>
public sealed record MoreThanWithdrawable(Money Most) : Refusal;

/// <summary>She has a phone of her own and speaks for herself.</summary>
public sealed record HasOwnPhone(string Name) : Refusal;

/// <summary>She has no phone, so she cannot answer herself.</summary>
public sealed record HasNoPhone(string Name) : Refusal;

/// <summary>The membership is on this phone already.</summary>
public sealed record AlreadyOnThisPhone(string Name) : Refusal;
