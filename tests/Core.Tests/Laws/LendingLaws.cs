using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <summary>What is true of loans decided by others, late, drawn anew and given up.</summary>
internal static class LendingLaws
{
    /// <summary>By an officer herself, or by a vote that neither the borrower nor a guarantor was asked in.</summary>
    public static void ApprovedByOthers(GroupState before, LoanApproved approved, MemberNumber? by)
    {
        var ballot = before.Matters.Ballots.FirstOrDefault(b => b.Act is ApproveLoan act && act.Loan == approved.Loan);
        Law.Holds(approved.By != approved.Borrower, "nobody approves her own loan");
        Law.Holds(ballot is not null || approved.By == by, "a loan is approved by who does it, or by a vote");
        var interested = before.FindLoan(approved.Loan)!.StandingFor.Append(approved.Borrower);
        Law.Holds(ballot is null || !ballot.Voters.Intersect(interested).Any(), "neither the borrower nor a guarantor votes on a loan");
    }

    public static void HoldBetween(Register before, Register after)
    {
        var group = after.Group;
        foreach (var matter in before.Group.Matters.Loans)
        {
            var now = group.MatterOf(matter.Loan).Class;
            Law.Holds(now >= matter.Class || now == ArrearsClass.Regular, "a loan is never late by a better class before it is regular");
        }
        foreach (var happened in after.Events.Skip(before.Events.Count))
            Hold(happened);
        var given = after.Events.Sum(e =>
            e switch
            {
                LoanWrittenOff w => w.Principal.Paise,
                LoanRecovered r => -r.Principal.Paise,
                RecoveryReversed r => r.Principal.Paise,
                ExpensePaid p => p.Amount.Paise,
                OtherMoneyReversed r => -r.Postings.Where(p => p.Account == Account.Expense).Sum(p => p.Amount.Paise),
                SurplusShared s => s.Closed.Where(p => p.Account == Account.Expense).Sum(p => p.Amount.Paise),
                _ => 0,
            }
        );
        Law.Holds(
            group.Balances[Account.Expense].Paise == given,
            "the expense is what was spent, and given up and has not come back, less what share-outs took off"
        );
        Law.Holds(
            group.Matters.Loans.Select(m => m.WrittenOff).OfType<WrittenOff>().All(w => !w.Principal.IsNegative && !w.Interest.IsNegative && !w.Charges.IsNegative),
            "no more comes back on a loan given up than was owed"
        );
    }

    private static void Hold(GroupEvent happened)
    {
        switch (happened)
        {
            case LoanClassChanged { To: ArrearsClass.Regular } e:
                Law.Holds(e.Overdue.IsZero || e.Days == 0, "a loan is regular only when nothing is overdue");
                break;
            case LoanRescheduled e:
                Law.Holds(Left(e.Before, i => i.PrincipalLeft) == Left(e.After, i => i.PrincipalLeft), "new instalments keep the principal");
                Law.Holds(Left(e.Before, i => i.Paid) == Left(e.After, i => i.Paid), "new instalments keep what was paid");
                break;
        }
    }

    private static long Left(IEnumerable<Instalment> lines, Func<Instalment, Money> part) => lines.Sum(i => part(i).Paise);
}
