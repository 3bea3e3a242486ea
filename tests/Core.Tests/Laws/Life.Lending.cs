using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>Answers to what is being asked, and what is done about late loans.</content>
internal static partial class Life
{
    private static Act? OfLending(Step step, Register register, Who by)
    {
        var group = register.Group;
        if (step.Which < 6 && step.Days < 14 && Pick(group.Matters.Ballots, step.Amount) is { } ballot)
            return Act.Votes(ballot.Voters[step.Whom % ballot.Voters.Count], step.Amount % 7 > 0, ballot.Number.Value);
        if (step.Which is 6 or 7 && register.Book is [.., { Cause: LoanRecovered }])
            return Act.Reverses(register.Book.Count).As(by);
        var running = Pick(group.Loans.Where(l => l.Status == LoanStatus.Active).ToList(), step.Which);
        var given = Pick(group.Matters.Loans.Where(m => m.WrittenOff is { Total.IsPositive: true }).ToList(), step.Which);
        var waiting = Pick(group.Loans.Where(l => Guarantors.Missing(group, l) > 0 && l.Status == LoanStatus.Requested).ToList(), step.Which);
        return (step.What, running, given, waiting) switch
        {
            (86 or 87, { } loan, _, _) => Act.Reschedules(loan.Number.Value, 1 + step.Amount).As(AnotherOfficer(group, loan.Borrower, step.Who)),
            (88 or 89 or 90 or 91, { } loan, _, _) => Act.WritesOff(loan.Number.Value),
            ( >= 8 and < 30, _, { WrittenOff: { } off } matter, _) => Act.Cash(off.Borrower, Amount(step, off.Total), matter.Loan.Value).As(
                AnotherOfficer(group, off.Borrower, step.Who)
            ),
            (64, _, _, { } loan) => Act.NamesGuarantor(loan.Borrower, loan.Number.Value, new(1 + step.Which % 4)),
            _ => null,
        };
    }
}
