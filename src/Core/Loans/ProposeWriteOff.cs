using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// An admin asks all whether the group gives a loan up that nobody can pay back any more. The loss is everybody's, so all but the borrower
/// and her guarantors vote; money that comes later is still taken.
/// </summary>
public static class ProposeWriteOff
{
    /// <summary>Opens the vote. Refuses a loan that is not running or has no principal out, her own, and while it is being voted on already.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, LoanNumber number)
    {
        var refusal = Refuse(group, actor, number);
        if (refusal is not null)
            return refusal;
        var loan = group.FindLoan(number)!;
        return Ballots.AskAll(
            group,
            actor,
            new WriteOffLoan(number, loan.Borrower, loan.Outstanding, actor.Member!.Value),
            excluded: [loan.Borrower, .. loan.StandingFor]
        );
    }

    /// <summary>Why she cannot ask for it now; null when she can.</summary>
    public static Refusal? Refuse(GroupState group, Actor actor, LoanNumber number)
    {
        var admin = Permissions.Check(group, actor, Permission.WriteOffLoan);
        if (admin.IsRefused)
            return admin.Refusal;
        if (RescheduleLoan.Running(group, number) is { } refusal)
            return refusal;
        if (group.FindLoan(number)!.Borrower != admin.Value.Number)
            return LoanDecisions.Open<WriteOffLoan>(group, number);
        var other = group.ActiveMembers.FirstOrDefault(m => m.IsOfficer && m.Number != admin.Value.Number);
        return other is null ? new NobodyElseDecides() : new OwnLoan(other.Name);
    }

    /// <summary>The vote said yes: what is out by then is an expense, and what else is asked about the loan ends.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, WriteOffLoan act)
    {
        if (RescheduleLoan.Running(group, act.Loan) is { } refusal)
            return refusal;
        var loan = group.FindLoan(act.Loan)!;
        var owed = PayOff.Of(loan.BookIn(group), actor.Today);
        return (GroupEvent[])
            [
                new LoanWrittenOff(
                    act.Loan,
                    loan.Borrower,
                    owed.Principal,
                    owed.Interest,
                    owed.Charges,
                    actor.Today,
                    act.By,
                    loan.Guarantors
                ),
                .. LoanDecisions.Dropped(group, act.Loan),
            ];
    }
}
