using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Fund;

/// <summary>Money that is neither savings nor loans: expenses, interest of the bank, grants, and moving it between box and bank.</summary>
public static class BookOtherMoney
{
    /// <summary>One rupee.</summary>
    public static readonly Money Smallest = Money.Rupees(1);

    /// <summary>More than this in one entry is a slip of the thumb.</summary>
    public static readonly Money Largest = Money.Rupees(10_00_000);

    /// <summary>Paid at once, out of what the purse holds. Refuses amounts out of bounds, no reason, and an empty purse.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Expense(GroupState group, Actor actor, Money amount, string what, Purse from)
    {
        if (Refuse(group, actor, amount) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(what))
            return new ReasonMissing();
        return from.TooSmall(group, amount) is { } empty ? empty : new GroupEvent[] { new ExpensePaid(Next(group), amount, what.Trim(), from) };
    }

    /// <summary>As the bank's book shows it. Refuses amounts out of bounds.</summary>
    public static Result<IReadOnlyList<GroupEvent>> BankInterest(GroupState group, Actor actor, Money amount) =>
        Refuse(group, actor, amount) is { } refusal ? refusal : new GroupEvent[] { new BankInterestReceived(Next(group), amount) };

    /// <summary>Given to the group for good. Refuses amounts out of bounds, and when nobody is named who gave it.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Grant(GroupState group, Actor actor, Money amount, string giver, Purse into)
    {
        if (Refuse(group, actor, amount) is { } refusal)
            return refusal;
        return string.IsNullOrWhiteSpace(giver)
            ? new ReasonMissing()
            : new GroupEvent[] { new GrantReceived(Next(group), amount, giver.Trim(), into) };
    }

    /// <summary>From the box into the bank, or back. Refuses amounts out of bounds, and an empty purse.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Move(GroupState group, Actor actor, Money amount, Purse from)
    {
        if (Refuse(group, actor, amount) is { } refusal)
            return refusal;
        return from.TooSmall(group, amount) is { } empty ? empty : new GroupEvent[] { new MoneyMoved(Next(group), amount, from) };
    }

    /// <summary>The next number of an entry of other money.</summary>
    internal static int Next(GroupState group) => group.Matters.LastOtherMoney + 1;

    internal static Refusal? Refuse(GroupState group, Actor actor, Money amount) =>
        Permissions.Check(group, actor, Permission.BookOtherMoney).Refusal
        ?? (amount < Smallest || amount > Largest ? new AmountOutOfBounds(Smallest, Largest) : null);
}
