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
                [new(Account.Savings(e.Member), e.Amount), new(Purse(e.Method, e.Member), -e.Amount)]
            ),
            OpeningBooked e => new(on, Narration.Opening, "opening", Opening(e)),
            MeetingDifferenceBooked e => new(on, Narration.MeetingDifference, Cause("meeting", e.Meeting), Difference(e)),
            _ => FundPostings.For(happened, on),
        };

    /// <summary>Where money of this method comes from: UPI the bank, cash the box, a share what the group owes the member of it.</summary>
    public static Account Purse(PaymentMethod method, MemberNumber member) =>
        method switch
        {
            PaymentMethod.Upi => Account.Bank,
            PaymentMethod.Cash => Account.Cash,
            PaymentMethod.Share => Account.ShareOutPayable(member),
        };

    private static List<Posting> Contribution(ContributionReceived e) =>
        WithoutZeros(
            new(Purse(e.Method, e.Member), e.Savings + e.Fine),
            new(Account.Savings(e.Member), -e.Savings),
            new(Account.FineIncome, -e.Fine)
        );

    private static List<Posting> Repayment(RepaymentReceived e) =>
        WithoutZeros(
            new(Purse(e.Method, e.Borrower), e.Charge + e.Interest + e.Principal),
            new(Account.ChargeIncome, -e.Charge),
            new(Account.InterestIncome, -e.Interest),
            new(Account.Loan(e.Loan), -e.Principal)
        );

    private static List<Posting> Disbursement(LoanDisbursed e) =>
        WithoutZeros(new(Account.Loan(e.Loan), e.Amount), new(Purse(e.Method, e.Borrower), -e.Amount));

    /// <summary>It balances by itself, so that nothing is left on an account for it.</summary>
    private static List<Posting> Opening(OpeningBooked e) =>
        WithoutZeros([
            new(Account.Cash, e.Draft.Money.Cash),
            new(Account.Bank, e.Draft.Money.Bank),
            new(new(AccountKind.Investment), e.Draft.Money.Investments),
            .. e.Loans.Select(l => new Posting(Account.Loan(l.Loan), l.Outstanding)),
            .. e.Draft.Members.Select(m => new Posting(Account.Savings(m.Member), -m.Savings)),
            new(new(AccountKind.Grant), -e.Draft.Money.Grants),
            new(new(AccountKind.Surplus), -e.Draft.Money.Surplus),
        ]);

    private static List<Posting> Difference(MeetingDifferenceBooked e) =>
        [new(Account.Cash, e.Difference), new(new(AccountKind.Suspense), -e.Difference)];

    private static List<Posting> WriteOff(LoanWrittenOff e) =>
        WithoutZeros(new(new(AccountKind.Expense), e.Principal), new(Account.Loan(e.Loan), -e.Principal));

    private static List<Posting> Recovery(LoanRecovered e) =>
        WithoutZeros(
            new(Purse(e.Method, e.Borrower), e.Principal + e.Interest + e.Charge),
            new(new(AccountKind.Expense), -e.Principal),
            new(Account.InterestIncome, -e.Interest),
            new(Account.ChargeIncome, -e.Charge)
        );

    private static List<Posting> Leaver(LeaverPaid e) =>
        WithoutZeros([
            new(Account.Savings(e.Member), e.Savings),
            new(Account.FineIncome, -e.Fines),
            new(Account.ChargeIncome, -e.Loans.Aggregate(Money.Zero, (sum, l) => sum + l.Charge)),
            new(Account.InterestIncome, -e.Loans.Aggregate(Money.Zero, (sum, l) => sum + l.Interest)),
            .. e.Loans.Select(l => new Posting(Account.Loan(l.Loan), -l.Principal)),
            new(Purse(e.Method, e.Member), -e.Payout),
        ]);

    internal static List<Posting> Mirror(IEnumerable<Posting> postings) =>
        postings.Select(p => new Posting(p.Account, -p.Amount)).ToList();

    internal static List<Posting> WithoutZeros(params Posting[] postings) =>
        postings.Where(p => !p.Amount.IsZero).ToList();

    internal static string Cause(string what, long number) => FormattableString.Invariant($"{what}:{number}");
}
