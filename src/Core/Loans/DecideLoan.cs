using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>An officer approves or rejects a loan that was asked for.</summary>
public static class DecideLoan
{
    /// <summary>
    /// Approves on today's terms, which the loan keeps. Refuses her own loan, one above the treasurer's limit when she is no admin,
    /// and whatever <see cref="LoanRules"/> says today.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Approve(GroupState group, Actor actor, LoanNumber number)
    {
        var found = Requested(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        var (officer, loan) = found.Value;
        var borrower = group.Member(loan.Borrower);
        var terms = group.Rules.TermsFor(loan.Terms.Principal, loan.Terms.Months);
        if (LoanRules.Check(group, borrower, terms, actor.Today, loan.Number) is { } refusal)
            return refusal;
        return new GroupEvent[] { new LoanApproved(number, loan.Borrower, terms, officer.Number) };
    }

    /// <summary>Rejects with a reason that the borrower hears. Who may not approve it may not reject it: both are a decision.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Reject(GroupState group, Actor actor, LoanNumber number, string reason)
    {
        var found = Requested(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        if (string.IsNullOrWhiteSpace(reason))
            return new Payments.ReasonMissing();
        var (officer, loan) = found.Value;
        return new GroupEvent[] { new LoanRejected(number, loan.Borrower, officer.Number, reason.Trim()) };
    }

    /// <summary>Why she may not decide on this loan at all; null when she may.</summary>
    public static Refusal? MayDecide(GroupState group, Actor actor, LoanNumber number) => Requested(group, actor, number).Refusal;

    private static Result<(Member Officer, Loan Loan)> Requested(GroupState group, Actor actor, LoanNumber number)
    {
        var officer = Permissions.Check(group, actor, Permission.DecideLoan);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindLoan(number) is not { } loan)
            return new NoSuchLoan(number, LoanNumbers.Of(group, null, LoanStatus.Requested));
        if (loan.Status != LoanStatus.Requested)
            return new LoanNotInStatus(number, loan.Status, LoanStatus.Requested);
        var deciders = LoanDeciders.Of(group, loan);
        if (deciders.Contains(officer.Value))
            return (officer.Value, loan);
        if (loan.Borrower == officer.Value.Number)
            return deciders is [var decider, ..] ? new OwnLoan(decider.Name) : new NobodyElseDecides();
        return new LoanOverTreasurerLimit(loan.Terms.Principal, group.Rules.TreasurerLimit, deciders[0].Name);
    }
}
