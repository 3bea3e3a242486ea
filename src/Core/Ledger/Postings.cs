using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Ledger;

/// <summary>
/// Every way money moves, each as its entry. Debit is positive. Events that move no money have none. The numbers of each are
/// worked through in docs/BOOKKEEPING.md.
/// </summary>
public static class Postings
{
    /// <summary>The entry of an event, on the day it is booked; null when no money moved. Postings of nothing are left out.</summary>
    public static EntryDraft? For(GroupEvent happened, DateOnly on) =>
        happened switch
        {
            ContributionReceived e => new(on, Narration.Contribution, Cause("payment", e.Payment.Value), Contribution(e)),
            RepaymentReceived e => new(on, Narration.Repayment, Cause("payment", e.Payment.Value), Repayment(e)),
            LoanDisbursed e => new(on, Narration.Disbursement, Cause("disbursement", e.Loan.Value), Disbursement(e)),
            ContributionReversed e => new(on, Narration.Reversal, Cause("reversal", e.Entry), Mirror(e.Postings)),
            RepaymentReversed e => new(on, Narration.Reversal, Cause("reversal", e.Entry), Mirror(e.Postings)),
            // Members
            LeaverPaid e when e.Savings.IsPositive || e.Payout.IsPositive => new(
                on,
                Narration.LeaverPaid,
                FormattableString.Invariant($"leaver:{e.Member}-{e.UpTo}"),
                Leaver(e)
            ),
            SavingsPaidOut e => new(
                on,
                Narration.SavingsPaidOut,
                FormattableString.Invariant($"savings-out:{e.Member}-{e.After}"),
                [new(Account.Savings(e.Member), e.Amount), new(Purse(e.Method), -e.Amount)]
            ),
            _ => null,
        };

    /// <summary>Where money of this method is kept: UPI in the bank, cash in the box.</summary>
    public static Account Purse(PaymentMethod method) =>
        method switch
        {
            PaymentMethod.Upi => Account.Bank,
            PaymentMethod.Cash => Account.Cash,
        };

    private static List<Posting> Contribution(ContributionReceived e) =>
        WithoutZeros(
            new(Purse(e.Method), e.Savings + e.Fine),
            new(Account.Savings(e.Member), -e.Savings),
            new(Account.FineIncome, -e.Fine)
        );

    private static List<Posting> Repayment(RepaymentReceived e) =>
        WithoutZeros(
            new(Purse(e.Method), e.Charge + e.Interest + e.Principal),
            new(Account.ChargeIncome, -e.Charge),
            new(Account.InterestIncome, -e.Interest),
            new(Account.Loan(e.Loan), -e.Principal)
        );

    private static List<Posting> Disbursement(LoanDisbursed e) =>
        WithoutZeros(new(Account.Loan(e.Loan), e.Amount), new(Purse(e.Method), -e.Amount));

    private static List<Posting> Leaver(LeaverPaid e) =>
        WithoutZeros([
            new(Account.Savings(e.Member), e.Savings),
            new(Account.FineIncome, -e.Fines),
            new(Account.ChargeIncome, -e.Loans.Aggregate(Money.Zero, (sum, l) => sum + l.Charge)),
            new(Account.InterestIncome, -e.Loans.Aggregate(Money.Zero, (sum, l) => sum + l.Interest)),
            .. e.Loans.Select(l => new Posting(Account.Loan(l.Loan), -l.Principal)),
            new(Purse(e.Method), -e.Payout),
        ]);

    private static List<Posting> Mirror(IEnumerable<Posting> postings) =>
        postings.Select(p => new Posting(p.Account, -p.Amount)).ToList();

    private static List<Posting> WithoutZeros(params Posting[] postings) =>
        postings.Where(p => !p.Amount.IsZero).ToList();

    private static string Cause(string what, long number) => FormattableString.Invariant($"{what}:{number}");
}
