using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Folds;

/// <summary>Loans from the request to their end.</summary>
internal static class LoanFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            RepaymentReceived e => Change(group, e.Loan, l => l with { Instalments = e.After }),
            LoanRequested e => group with
            {
                Loans = [.. group.Loans, e.Loan],
                Counters = group.Counters with { Loans = e.Loan.Number.Value },
            },
            LoanApproved e => Change(group, e.Loan, l => l with { Status = LoanStatus.Approved, Terms = e.Terms, DecidedBy = e.By }),
            LoanRejected e => Ended(group, e.Loan),
            LoanWithdrawn e => Ended(group, e.Loan),
            LoanCancelled e => Ended(group, e.Loan),
            LoanClosed e => Ended(group, e.Loan),
            LoanDisbursed e => Change(
                group,
                e.Loan,
                l => l with { Status = LoanStatus.Active, DisbursedOn = e.On, Instalments = e.Instalments }
            ),
            LoanAccrued e => Change(group, e.Loan, l => l with { Instalments = e.Instalments }),
            RepaymentReversed e => Change(group, e.Loan, l => l with { Status = LoanStatus.Active, Instalments = e.Instalments }),
            _ => null,
        };

    private static GroupState Ended(GroupState group, LoanNumber loan) =>
        group with
        {
            Loans = group.Loans.Where(l => l.Number != loan).ToList(),
        };

    private static GroupState Change(GroupState group, LoanNumber number, Func<Loan, Loan> change) =>
        group with
        {
            Loans = group.Loans.Select(l => l.Number == number ? change(l) : l).ToList(),
        };
}
