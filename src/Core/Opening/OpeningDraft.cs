using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Opening;

/// <summary>A loan that was running before: what is left of it, and on which terms.</summary>
/// <param name="Outstanding">Principal not yet repaid, 1 rupee or more.</param>
/// <param name="Rate">Interest per month.</param>
/// <param name="Months">How many monthly instalments are left, 1 to 60.</param>
public sealed record OpeningLoan(Money Outstanding, Rate Rate, int Months, InterestMethod Method);

/// <summary>What the paper register says of one member.</summary>
/// <param name="Fines">Fines that she owes; they are no money of the group before they are paid.</param>
public sealed record OpeningMember(MemberNumber Member, Money Savings, Money Fines, IReadOnlyList<OpeningLoan> Loans);

/// <summary>What the paper register says of the group itself.</summary>
/// <param name="Investments">Placed elsewhere, to come back.</param>
/// <param name="Grants">Given to the group for good; not to be shared out.</param>
/// <param name="Surplus">Earned and not shared out.</param>
public sealed record OpeningMoney(Money Cash, Money Bank, Money Investments, Money Grants, Money Surplus)
{
    public static readonly OpeningMoney None = new(default, default, default, default, default);
}

/// <summary>
/// The figures of a group that existed before it came here, while they are put together line by line. Nothing is booked by it. What the
/// group has must equal what it owes: cash + bank + investments + loans = savings + grants + surplus.
/// </summary>
/// <param name="Version">One more with every change: a second person confirms what she saw.</param>
/// <param name="By">The officer who changed it last.</param>
public sealed record OpeningDraft(int Version, MemberNumber By, OpeningMoney Money, IReadOnlyList<OpeningMember> Members)
{
    public Money Savings => Sum(m => m.Savings);
    public Money Loans => Sum(m => m.Loans.Aggregate(Core.Money.Zero, (sum, l) => sum + l.Outstanding));
    public Money Fines => Sum(m => m.Fines);

    /// <summary>Cash, bank, investments and loans.</summary>
    public Money Has => Money.Cash + Money.Bank + Money.Investments + Loans;

    /// <summary>Savings, grants and surplus.</summary>
    public Money Owes => Savings + Money.Grants + Money.Surplus;

    /// <summary>What the group has beyond what it owes; negative when it owes more. Zero when the sheet balances.</summary>
    public Money Difference => Has - Owes;

    public OpeningMember Of(MemberNumber number) =>
        Members.FirstOrDefault(m => m.Member == number) ?? new(number, Core.Money.Zero, Core.Money.Zero, []);

    private Money Sum(Func<OpeningMember, Money> part) => Members.Aggregate(Core.Money.Zero, (sum, m) => sum + part(m));
}
