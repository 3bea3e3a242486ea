using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Fund;

/// <summary>Surplus placed for a time, and coming back with interest.</summary>
public static class InvestSurplus
{
    public const int LongestMonths = 120;

    /// <summary>What comes back is at most this many times what was placed; more is a slip of the thumb.</summary>
    public const int MostTimes = 3;

    /// <summary>Out of the bank. Refuses amounts and months out of bounds, no name, and more than the bank holds.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Place(GroupState group, Actor actor, Money amount, int months, string where)
    {
        if (BookOtherMoney.Refuse(group, actor, amount) is { } refusal)
            return refusal;
        if (months is < 1 or > LongestMonths)
            return new MonthsOutOfBounds(LongestMonths);
        if (string.IsNullOrWhiteSpace(where))
            return new ReasonMissing();
        if (Purse.Bank.TooSmall(group, amount) is { } empty)
            return empty;
        var placed = new Investment(group.Matters.LastInvestment + 1, amount, where.Trim(), months, actor.Today);
        return new GroupEvent[] { new InvestmentPlaced(placed) };
    }

    /// <summary>
    /// All of it is back in the bank; what is more than was placed is interest. Refuses an investment that is not out, and less than
    /// was placed.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Mature(GroupState group, Actor actor, int number, Money amount)
    {
        var officer = Permissions.Check(group, actor, Permission.BookOtherMoney);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.Matters.Investments.FirstOrDefault(i => i.Number == number) is not { } placed)
            return new NoSuchInvestment(number, string.Join(", ", group.Matters.Investments.Select(i => i.Number)));
        return amount < placed.Amount || amount > placed.Amount * MostTimes
            ? new MaturityOutOfBounds(placed.Amount, placed.Amount * MostTimes)
            : new GroupEvent[] { new InvestmentMatured(BookOtherMoney.Next(group), placed, amount - placed.Amount) };
    }
}
