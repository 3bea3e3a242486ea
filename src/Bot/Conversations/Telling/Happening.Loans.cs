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
                e.Method == PaymentMethod.Cash ? "cash-repayment" : "repayment",
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
            LoanApproved e => To(e.Borrower, "loan-approved", ("loan", e.Loan.Value), ("amount", e.Terms.Principal), ("by", By)),
            LoanRejected e => To(e.Borrower, "loan-rejected", ("loan", e.Loan.Value), ("reason", e.Reason), ("by", By)),
            LoanCancelled e => To(e.Borrower, "loan-cancelled", ("loan", e.Loan.Value), ("by", By)),
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
            LoanClosed e => To(e.Borrower, "loan-closed", ("loan", e.Loan.Value)),
            RepaymentReversed e => Reversed(e.Borrower, e.Entry, e.Reason, e.Postings),
            _ => null,
        };

    /// <summary>Those who decide on it by their office: the treasurers while they may, else the admins.</summary>
    private IEnumerable<Member> Asked(Loan loan)
    {
        var deciders = LoanDeciders.Of(group, loan);
        return deciders.Where(d => d.Role == deciders[0].Role);
    }
}
