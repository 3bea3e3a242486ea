using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Folds;

/// <summary>Guarantors, lateness, new instalments, and loans given up.</summary>
internal static class LendingFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            LoanGuaranteed e => LoanFold.Change(group, e.Loan, l => l with { Guarantors = [.. l.StandingFor, e.Guarantor] }),
            LoanClassChanged e => group.ChangeMatter(e.Loan, m => m with { Class = e.To }),
            LoanRescheduled e => LoanFold
                .Change(group, e.Loan, l => l with { Terms = e.Terms, Instalments = e.After })
                .ChangeMatter(e.Loan, m => m with { RescheduledOn = e.On, RescheduledAfter = group.Counters.Entries }),
            LoanWrittenOff e => LoanFold
                .Ended(group, e.Loan)
                .ChangeMatter(e.Loan, m => m with { WrittenOff = new(e.Borrower, e.On, e.Principal, e.Interest, e.Charges) }),
            LoanRecovered e => Owed(group, e.Loan, (-e.Principal, -e.Interest, -e.Charge)),
            RecoveryReversed e => Owed(group, e.Loan, (e.Principal, e.Interest, e.Charge)),
            _ => null,
        };

    private static GroupState Owed(GroupState group, LoanNumber loan, (Money Principal, Money Interest, Money Charge) more) =>
        group.ChangeMatter(
            loan,
            m =>
                m with
                {
                    WrittenOff = m.WrittenOff! with
                    {
                        Principal = m.WrittenOff.Principal + more.Principal,
                        Interest = m.WrittenOff.Interest + more.Interest,
                        Charges = m.WrittenOff.Charges + more.Charge,
                    },
                }
        );
}
