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
            LoanWrittenOff e => new(on, Narration.WriteOff, Cause("write-off", e.Loan.Value), WriteOff(e)),
            LoanRecovered e => new(on, Narration.Recovery, Cause("payment", e.Payment.Value), Recovery(e)),
            RecoveryReversed e => new(on, Narration.Reversal, Cause("reversal", e.Entry), Mirror(e.Postings)),
            ContributionReversed e => new(on, Narration.Reversal, Cause("reversal", e.Entry), Mirror(e.Postings)),
            RepaymentReversed e => new(on, Narration.Reversal, Cause("reversal", e.Entry), Mirror(e.Postings)),
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

    private static List<Posting> WriteOff(LoanWrittenOff e) =>
        WithoutZeros(new(new(AccountKind.Expense), e.Principal), new(Account.Loan(e.Loan), -e.Principal));

    private static List<Posting> Recovery(LoanRecovered e) =>
        WithoutZeros(
            new(Purse(e.Method), e.Principal + e.Interest + e.Charge),
            new(new(AccountKind.Expense), -e.Principal),
            new(Account.InterestIncome, -e.Interest),
            new(Account.ChargeIncome, -e.Charge)
        );

    private static List<Posting> Mirror(IEnumerable<Posting> postings) =>
        postings.Select(p => new Posting(p.Account, -p.Amount)).ToList();

    private static List<Posting> WithoutZeros(params Posting[] postings) =>
        postings.Where(p => !p.Amount.IsZero).ToList();

    private static string Cause(string what, long number) => FormattableString.Invariant($"{what}:{number}");
}
