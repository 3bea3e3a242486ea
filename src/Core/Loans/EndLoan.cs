using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>A loan that ends before money moved: the borrower withdraws what she asked for, or an officer cancels an approval.</summary>
public static class EndLoan
{
    /// <summary>Refuses a loan that is not hers in the same words as one that does not exist, and one that is decided.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Withdraw(GroupState group, Actor actor, LoanNumber number)
    {
        var member = Permissions.Check(group, actor, Permission.AskForLoan);
        if (member.IsRefused)
            return member.Refusal!;
        if (group.FindLoan(number) is not { } loan || loan.Borrower != member.Value.Number)
            return new NoSuchLoan(number, LoanNumbers.Of(group, member.Value.Number, LoanStatus.Requested));
        return loan.Status == LoanStatus.Requested
            ? (GroupEvent[])[new LoanWithdrawn(number, loan.Borrower, loan.Guarantors), .. LoanDecisions.Dropped(group, number)]
            : new LoanNotInStatus(number, loan.Status, LoanStatus.Requested);
    }

    /// <summary>
    /// By any officer, with a reason that the borrower hears; the promised money is free again. Refuses a loan that is not approved, or was
    /// paid out.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Cancel(GroupState group, Actor actor, LoanNumber number, string reason)
    {
        var officer = Permissions.Check(group, actor, Permission.DecideLoan);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindLoan(number) is not { } loan)
            return new NoSuchLoan(number, LoanNumbers.Of(group, null, LoanStatus.Approved));
        if (loan.Status != LoanStatus.Approved)
            return new LoanNotInStatus(number, loan.Status, LoanStatus.Approved);
        return string.IsNullOrWhiteSpace(reason)
            ? new Payments.ReasonMissing()
            : new GroupEvent[] { new LoanCancelled(number, loan.Borrower, officer.Value.Number, reason.Trim(), loan.Guarantors) };
    }
}
