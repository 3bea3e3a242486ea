using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Reports;

/// <summary>What the group earned and spent over some days, and what of it was given to the members. Income and expense are positive.</summary>
/// <param name="Distributed">Shares of a share-out of these days.</param>
public sealed record Earnings(Money Interest, Money Charges, Money Fines, Money BankInterest, Money Expenses, Money Distributed)
{
    public Money Income => Interest + Charges + Fines + BankInterest;

    /// <summary>Income less expenses; negative when more was spent than earned.</summary>
    public Money Surplus => Income - Expenses;

    /// <summary>A share-out empties the accounts of income, so its entries are not counted as spent.</summary>
    public static Earnings Of(GroupBook book)
    {
        var shared = book.Entries.Where(e => e.Postings.Any(p => p.Account.Kind == AccountKind.ShareOutPayable)).ToList();
        return new(
            -Sum(AccountKind.InterestIncome),
            -Sum(AccountKind.ChargeIncome),
            -Sum(AccountKind.FineIncome),
            -Sum(AccountKind.BankInterest),
            Sum(AccountKind.Expense),
            shared
                .SelectMany(e => e.Postings)
                .Where(p => p.Account.Kind == AccountKind.ShareOutPayable && p.Amount.IsNegative)
                .Aggregate(Money.Zero, (sum, p) => sum - p.Amount)
        );

        Money Sum(AccountKind kind) =>
            book
                .Entries.Except(shared)
                .SelectMany(e => e.Postings)
                .Where(p => p.Account.Kind == kind)
                .Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
    }
}
