using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Groups;

/// <summary>What one loan costs to pay off on the day of a settlement.</summary>
public sealed record LoanToSetOff(Loan Loan, PayOff PayOff);

/// <summary>
/// What a member would get, or still owe, if she left on a day (DOMAIN, "leaver gets": her savings). Her fines and loans are paid from
/// what she has. Savings that are due and not paid are neither owed nor given: they end.
/// </summary>
/// <param name="Savings">All of them, what was paid ahead included.</param>
/// <param name="Profit">Her share of the profit; nothing while the rule is that a leaver gets her savings.</param>
/// <param name="Fines">Charged and not paid.</param>
/// <param name="UnpaidSaving">Dues that end unpaid; said, not counted.</param>
public sealed record Settlement(
    MemberNumber Member,
    Money Savings,
    Money Profit,
    Money Fines,
    Money UnpaidSaving,
    IReadOnlyList<LoanToSetOff> Loans
)
{
    public Money Has => Savings + Profit;
    public Money OnLoans => Loans.Aggregate(Money.Zero, (sum, l) => sum + l.PayOff.Total);
    public Money Owes => Fines + OnLoans;

    /// <summary>What is handed to her; nothing when she owes more than she has.</summary>
    public Money Payout => Money.Max(Money.Zero, Has - Owes);

    /// <summary>What she has to pay before she can leave.</summary>
    public Money Missing => Money.Max(Money.Zero, Owes - Has);

    /// <summary>Every fine that she owes: of late dues, and the others.</summary>
    internal static Money FinesOf(GroupState group, MemberNumber member) =>
        group.FinesOf(member).Aggregate(
            group.DuesOf(member).Aggregate(Money.Zero, (sum, d) => sum + (d.Fine - d.FinePaid)),
            (sum, f) => sum + f.Left
        );

    /// <summary>On <paramref name="today"/>; loans cost their pay-off of the day, to the paisa. Needs her dues and loans to be read.</summary>
    public static Settlement Of(GroupState group, MemberNumber member, DateOnly today)
    {
        var dues = group.DuesOf(member).ToList();
        return new(
            member,
            group.SavingsOf(member),
            Money.Zero,
            FinesOf(group, member),
            dues.Aggregate(Money.Zero, (sum, d) => sum + (d.Amount - d.Paid)),
            group
                .Loans.Where(l => l.Borrower == member && l.Status == LoanStatus.Active)
                .OrderBy(l => l.Number)
                .Select(l => new LoanToSetOff(l, PayOff.Of(l.BookIn(group), today)))
                .ToList()
        );
    }
}
