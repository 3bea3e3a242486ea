using DiGiBachat.Core.Fund;

namespace DiGiBachat.Core.Ledger;

/// <summary>The entries of money that is neither savings nor loans.</summary>
internal static class FundPostings
{
    public static EntryDraft? For(GroupEvent happened, DateOnly on) =>
        happened switch
        {
            ExpensePaid e => new(on, Narration.Expense, Postings.Cause("expense", e.Number), Pair(Account.Expense, e.From.Account(), e.Amount)),
            BankInterestReceived e => new(
                on,
                Narration.BankInterest,
                Postings.Cause("bank-interest", e.Number),
                Pair(Account.Bank, Account.BankInterest, e.Amount)
            ),
            GrantReceived e => new(on, Narration.Grant, Postings.Cause("grant", e.Number), Pair(e.Into.Account(), Account.Grant, e.Amount)),
            MoneyMoved e => new(
                on,
                e.From == Purse.Cash ? Narration.CashToBank : Narration.BankToCash,
                Postings.Cause("move", e.Number),
                Pair(e.From.Other().Account(), e.From.Account(), e.Amount)
            ),
            InvestmentPlaced { Investment: var i } => new(
                on,
                Narration.InvestmentPlaced,
                Postings.Cause("investment", i.Number),
                Pair(Account.Investment, Account.Bank, i.Amount)
            ),
            InvestmentMatured e => new(on, Narration.InvestmentMatured, Postings.Cause("maturity", e.Number), Matured(e)),
            OtherMoneyReversed e => new(on, Narration.Reversal, Postings.Cause("reversal", e.Entry), Postings.Mirror(e.Postings)),
            SurplusShared e => new(on, Narration.ShareOut, Postings.Cause("share-out", e.Cycle), Shared(e)),
            SharePaid e => new(
                on,
                Narration.SharePaid,
                Postings.Cause("share", e.Number),
                Pair(Account.ShareOutPayable(e.Member), e.From.Account(), e.Amount)
            ),
            _ => null,
        };

    private static List<Posting> Pair(Account debit, Account credit, Money amount) => [new(debit, amount), new(credit, -amount)];

    private static List<Posting> Matured(InvestmentMatured e) =>
        Postings.WithoutZeros(
            new(Account.Bank, e.Investment.Amount + e.Interest),
            new(Account.Investment, -e.Investment.Amount),
            new(Account.BankInterest, -e.Interest)
        );

    private static List<Posting> Shared(SurplusShared e) =>
        Postings.WithoutZeros([
            .. e.Closed,
            .. e.Shares.Select(s => new Posting(Account.ShareOutPayable(s.Member), -s.Amount)),
            new(Account.Surplus, -e.Remainder),
        ]);
}
