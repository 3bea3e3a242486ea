using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// Guarantors: members who stand for the loan of another, as many as the rules ask for. Each says yes herself; before all have, nobody
/// approves the loan, and they do not vote on it.
/// </summary>
public static class Guarantors
{
    /// <summary>Nobody stands for more loans than this at a time.</summary>
    public const int MostLoans = 2;

    /// <summary>How many yeses are still missing; a guarantor who left counts no more.</summary>
    public static int Missing(GroupState group, Loan loan) =>
        Math.Max(0, group.Rules.Guarantors - loan.StandingFor.Count(g => group.FindMember(g) is { IsActive: true }));

    /// <summary>Who was asked and has not answered.</summary>
    public static IReadOnlyList<MemberNumber> Asked(GroupState group, LoanNumber loan) =>
        [.. group.Matters.Ballots.Select(b => b.Act).OfType<GuaranteeLoan>().Where(a => a.Loan == loan).Select(a => a.Guarantor)];

    /// <summary>Why this member cannot stand for a loan of the borrower; null when she can. Needs the whole group.</summary>
    public static Refusal? Refuse(GroupState group, MemberNumber borrower, MemberNumber guarantor, LoanNumber? own = null)
    {
        if (group.FindMember(guarantor) is not { IsActive: true } member)
            return new MemberUnknown();
        if (guarantor == borrower)
            return new OwnGuarantor();
        return group.Loans.Count(l => l.IsOpen && l.Number != own && l.StandingFor.Contains(guarantor)) >= MostLoans
            ? new StandsForTooMany(member.Name, MostLoans)
            : null;
    }

    /// <summary>Nothing in the way of a decision, or who is missing.</summary>
    internal static GuarantorsMissing? NotYet(GroupState group, Loan loan) =>
        Missing(group, loan) is > 0 and var missing
            ? new(loan.Number, missing, string.Join(", ", Asked(group, loan.Number).Select(g => group.Member(g).Name)))
            : null;

    /// <summary>Asks these members to stand for the loan. The group knows the loan already.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, Loan loan, IEnumerable<MemberNumber> guarantors)
    {
        var events = new List<GroupEvent>();
        foreach (var guarantor in guarantors)
        {
            if (Refuse(group, loan.Borrower, guarantor, loan.Number) is { } refusal)
                return refusal;
            var voice = LoanDecisions.VoiceOf(group, guarantor);
            if (voice.IsRefused)
                return voice.Refusal!;
            var act = new GuaranteeLoan(loan.Number, loan.Borrower, guarantor, loan.Terms.Principal, loan.Terms.Months);
            var asked = Ballots.AskSecondPerson(group, actor, act, [voice.Value]);
            if (asked.IsRefused)
                return asked.Refusal!;
            events.AddRange(asked.Value);
            group = asked.Value.Aggregate(group, GroupFold.Apply);
        }
        return events;
    }

    /// <summary>Her yes: she stands for it. The last of them puts the only officer's loan to the vote of all.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, GuaranteeLoan act)
    {
        if (group.FindLoan(act.Loan) is not { } loan)
            return new NoSuchLoan(act.Loan, "");
        if (loan.Status != LoanStatus.Requested)
            return new LoanNotInStatus(act.Loan, loan.Status, LoanStatus.Requested);
        if (Refuse(group, act.Borrower, act.Guarantor, act.Loan) is { } refusal)
            return refusal;
        var guaranteed = new LoanGuaranteed(act.Loan, act.Borrower, act.Guarantor);
        var after = GroupFold.Apply(group, guaranteed);
        var asked = DecideLoan.AskAllIfNobodyDecides(after, actor, after.FindLoan(act.Loan)!);
        return asked.IsRefused ? asked.Refusal! : (GroupEvent[])[guaranteed, .. asked.Value];
    }
}

/// <summary>The borrower names another guarantor, when one said no or did not answer.</summary>
public static class NameGuarantor
{
    /// <summary>
    /// Asks her. Refuses a loan that is not the borrower's or is decided, the borrower herself, who stands for it or was asked already, who
    /// stands for too many, and more than the rules ask for. Needs the whole group.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, LoanNumber number, MemberNumber guarantor)
    {
        var member = Permissions.Check(group, actor, Permission.AskForLoan);
        if (member.IsRefused)
            return member.Refusal!;
        if (group.FindLoan(number) is not { } loan || loan.Borrower != member.Value.Number)
            return new NoSuchLoan(number, LoanNumbers.Of(group, member.Value.Number, LoanStatus.Requested));
        if (loan.Status != LoanStatus.Requested)
            return new LoanNotInStatus(number, loan.Status, LoanStatus.Requested);
        var asked = Guarantors.Asked(group, number);
        if (loan.StandingFor.Contains(guarantor) || asked.Contains(guarantor))
            return new AlreadyGuarantor(group.Member(guarantor).Name, number);
        return Guarantors.Missing(group, loan) <= asked.Count
            ? new GuarantorsEnough(number, group.Rules.Guarantors)
            : Guarantors.Ask(group, actor, loan, [guarantor]);
    }
}
