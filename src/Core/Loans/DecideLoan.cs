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
        if (OverLimit(group, officer, loan) is { } over)
            return over;
        var borrower = group.Member(loan.Borrower);
        var terms = group.Rules.TermsFor(loan.Terms.Principal, loan.Terms.Months);
        if (LoanRules.Check(group, borrower, terms, actor.Today, loan.Number) is { } refusal)
            return refusal;
        return new GroupEvent[] { new LoanApproved(number, loan.Borrower, terms, officer.Number) };
    }

    /// <summary>Rejects with a reason that the borrower hears.</summary>
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

    private static Result<(Member Officer, Loan Loan)> Requested(GroupState group, Actor actor, LoanNumber number)
    {
        var officer = Permissions.Check(group, actor, Permission.DecideLoan);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindLoan(number) is not { } loan)
            return new NoSuchLoan(number, LoanNumbers.Of(group, null, LoanStatus.Requested));
        if (loan.Status != LoanStatus.Requested)
            return new LoanNotInStatus(number, loan.Status, LoanStatus.Requested);
        return loan.Borrower == officer.Value.Number
            ? new OwnLoan(DeciderFor(group, officer.Value).Name)
            : (officer.Value, loan);
    }

    /// <summary>A treasurer's loan goes to an admin; the only admin's to a treasurer. Without either, the group needs one more officer.</summary>
    private static Member DeciderFor(GroupState group, Member borrower) =>
        group
            .ActiveMembers.Where(m => m.IsOfficer && m.Number != borrower.Number)
            .OrderByDescending(m => m.Role)
            .FirstOrDefault()
        ?? borrower;

    private static LoanOverTreasurerLimit? OverLimit(GroupState group, Member officer, Loan loan)
    {
        if (officer.Role == Role.Admin || loan.Terms.Principal <= group.Rules.TreasurerLimit)
            return null;
        var admin = group.ActiveMembers.FirstOrDefault(m => m.Role == Role.Admin && m.Number != loan.Borrower);
        return admin is null ? null : new(loan.Terms.Principal, group.Rules.TreasurerLimit, admin.Name);
    }
}
