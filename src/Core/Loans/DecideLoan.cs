using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>An officer approves or rejects a loan that was asked for; a large one she brings to the vote of all.</summary>
public static class DecideLoan
{
    /// <summary>
    /// Approves on today's terms, which the loan keeps. Refuses her own loan, one above the treasurer's limit when she is no admin,
    /// one whose guarantors have not all said yes, and whatever <see cref="LoanRules"/> says today. Above the amount that needs a vote,
    /// and when the borrower is the only officer, it is put to the vote of all but her and her guarantors.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Approve(GroupState group, Actor actor, LoanNumber number)
    {
        var found = Requested(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        var (officer, loan) = found.Value;
        if (Stops(group, actor, loan) is { } refusal)
            return refusal;
        if (LoanDeciders.Of(group, loan).Count == 0)
            return AskAllIfNobodyDecides(group, actor, loan);
        return NeedsVote(group, loan) ? AskAll(group, actor, loan, officer.Number) : Approved(group, loan, officer.Number);
    }

    /// <summary>Whether all decide on it, when an officer approves it.</summary>
    public static bool NeedsVote(GroupState group, Loan loan) =>
        LoanDeciders.Of(group, loan).Count == 0 || (group.Rules.VoteOnLoansAbove is { } above && loan.Terms.Principal > above);

    /// <summary>
    /// Rejects with a reason that the borrower hears. Who may not approve it may not reject it: both are a decision. It need not wait for
    /// guarantors: a no spares them.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Reject(GroupState group, Actor actor, LoanNumber number, string reason)
    {
        var found = Requested(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        var (officer, loan) = found.Value;
        if (loan.Borrower == officer.Number)
            return new NobodyElseDecides();
        if (string.IsNullOrWhiteSpace(reason))
            return new Payments.ReasonMissing();
        return (GroupEvent[])
            [new LoanRejected(number, loan.Borrower, officer.Number, reason.Trim(), loan.Guarantors), .. LoanDecisions.Dropped(group, number)];
    }

    /// <summary>Why she may not decide on this loan at all; null when she may.</summary>
    public static Refusal? MayDecide(GroupState group, Actor actor, LoanNumber number) => Requested(group, actor, number).Refusal;

    /// <summary>Why she cannot approve it now, before she is asked for a yes; null when she can.</summary>
    public static Refusal? MayApprove(GroupState group, Actor actor, LoanNumber number)
    {
        var found = Requested(group, actor, number);
        return found.IsRefused ? found.Refusal : Waiting(group, found.Value.Loan);
    }

    /// <summary>The only officer's own loan, once its guarantors have said yes: nobody brings it up, so it is put to all by itself.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> AskAllIfNobodyDecides(GroupState group, Actor actor, Loan loan) =>
        LoanDeciders.Of(group, loan).Count > 0 || Waiting(group, loan) is not null
            ? Array.Empty<GroupEvent>()
            : AskAll(group, Actor.Calendar(actor.At), loan, null);

    /// <summary>The vote said yes: approved on the terms of this day, by her who brought it up.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, ApproveLoan act)
    {
        if (group.FindLoan(act.Loan) is not { } loan)
            return new NoSuchLoan(act.Loan, "");
        if (loan.Status != LoanStatus.Requested)
            return new LoanNotInStatus(act.Loan, loan.Status, LoanStatus.Requested);
        return Stops(group, actor, loan) is { } refusal ? refusal : Approved(group, loan, act.By);
    }

    private static Result<IReadOnlyList<GroupEvent>> AskAll(GroupState group, Actor actor, Loan loan, MemberNumber? by) =>
        Ballots.AskAll(
            group,
            actor,
            new ApproveLoan(loan.Number, loan.Borrower, loan.Terms.Principal, loan.Terms.Months, by),
            excluded: [loan.Borrower, .. loan.StandingFor]
        );

    private static GroupEvent[] Approved(GroupState group, Loan loan, MemberNumber? by) =>
        [new LoanApproved(loan.Number, loan.Borrower, TermsToday(group, loan), by)];

    private static LoanTerms TermsToday(GroupState group, Loan loan) => group.Rules.TermsFor(loan.Terms.Principal, loan.Terms.Months);

    private static Refusal? Waiting(GroupState group, Loan loan) =>
        Guarantors.NotYet(group, loan) ?? (Refusal?)LoanDecisions.Open<ApproveLoan>(group, loan.Number);

    private static Refusal? Stops(GroupState group, Actor actor, Loan loan) =>
        Waiting(group, loan) ?? LoanRules.Check(group, group.Member(loan.Borrower), TermsToday(group, loan), actor.Today, loan.Number);

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
        if (deciders.Count == 0 || deciders.Contains(officer.Value))
            return (officer.Value, loan);
        if (loan.Borrower == officer.Value.Number)
            return new OwnLoan(deciders[0].Name);
        return new LoanOverTreasurerLimit(loan.Terms.Principal, group.Rules.TreasurerLimit, deciders[0].Name);
    }
}
