using DiGiBachat.Bot.Actions;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Loans, from the request to the end.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfLoans(GroupEvent happened) =>
        happened switch
        {
            RepaymentReceived e => To(
                e.Borrower,
                e.Method switch
                {
                    PaymentMethod.Cash => "cash-repayment",
                    PaymentMethod.Upi => "repayment",
                    PaymentMethod.Share => "share-repayment",
                },
                ("amount", e.Charge + e.Interest + e.Principal),
                ("loan", e.Loan.Value),
                ("principal", e.Principal),
                ("interest", e.Interest),
                ("charge", e.Charge),
                ("outstanding", group.Balances[Account.Loan(e.Loan)]),
                ("receipt", ReceiptOf("payment", e.Payment.Value)),
                ("head", group.PrintedHead),
                ("by", By)
            ),
            // With guarantors the officers hear of it when all have said yes.
            LoanRequested e when Guarantors.Missing(group, e.Loan) > 0 => [],
            LoanRequested e => Asked(e.Loan)
                .SelectMany(officer =>
                    To(
                        officer.Number,
                        "loan-requested",
                        ("loan", e.Loan.Number.Value),
                        ("name", NameOf(e.Loan.Borrower)),
                        ("amount", e.Loan.Terms.Principal),
                        ("months", e.Loan.Terms.Months),
                        ("purpose", e.Loan.Purpose.Length == 0 ? "-" : e.Loan.Purpose),
                        ("savings", group.SavingsOf(e.Loan.Borrower))
                    )
                ),
            LoanApproved e => To(
                e.Borrower,
                "loan-approved",
                ("loan", e.Loan.Value),
                ("amount", e.Terms.Principal),
                ("by", e.By is { } officer ? NameOf(officer) : group.Name)
            ),
            LoanRejected e => To(e.Borrower, "loan-rejected", ("loan", e.Loan.Value), ("reason", LendingTexts.Reason(e.Reason)), ("by", By))
                .Concat(NoMoreStandingFor(e.Loan, e.Borrower, e.Guarantors)),
            LoanCancelled e => To(e.Borrower, "loan-cancelled", ("loan", e.Loan.Value), ("reason", LendingTexts.Reason(e.Reason)), ("by", By))
                .Concat(NoMoreStandingFor(e.Loan, e.Borrower, e.Guarantors)),
            LoanWithdrawn e => Officers(e.Borrower, "loan-withdrawn", ("loan", e.Loan.Value), ("name", NameOf(e.Borrower)))
                .Concat(NoMoreStandingFor(e.Loan, e.Borrower, e.Guarantors)),
            LoanDisbursed e => To(
                e.Borrower,
                "loan-disbursed",
                ("loan", e.Loan.Value),
                ("amount", e.Amount),
                ("months", e.Instalments.Count),
                ("instalment", e.Instalments[0].Total),
                ("first-on", e.Instalments[0].DueOn),
                ("receipt", ReceiptOf("disbursement", e.Loan.Value)),
                ("head", group.PrintedHead),
                ("by", By)
            ),
            LoanClosed e when !group.Member(e.Borrower).IsActive => [],
            LoanClosed e => To(e.Borrower, "loan-closed", ("loan", e.Loan.Value)).Concat(NoMoreStandingFor(e.Loan, e.Borrower, e.Guarantors)),
            RepaymentReversed e => Reversed(e.Borrower, e.Entry, e.Reason, e.Postings),
            _ => null,
        };

    /// <summary>Those who decide on it by their office: the treasurers while they may, else the admins.</summary>
    private IEnumerable<Member> Asked(Loan loan)
    {
        var deciders = LoanDeciders.Of(group, loan);
        return deciders.TakeWhile(d => d.Role == deciders[0].Role);
    }
}
