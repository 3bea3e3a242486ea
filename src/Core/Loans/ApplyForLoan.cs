using System.Globalization;
using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>A member asks for a loan. What she is shown before she says yes is the schedule she would be given today.</summary>
public static class ApplyForLoan
{
    /// <summary>The longest purpose that is kept.</summary>
    public const int LongestPurpose = 160;

    /// <summary>
    /// Refuses by <see cref="LoanRules"/>, and guarantors who cannot stand for it. Each guarantor is asked for her yes; with any, the
    /// whole group is needed. The only officer's loan is put to the vote of all. No money moves.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        Money amount,
        int months,
        string purpose,
        IReadOnlyList<MemberNumber>? guarantors = null
    )
    {
        var member = Permissions.Check(group, actor, Permission.AskForLoan);
        if (member.IsRefused)
            return member.Refusal!;
        return For(group, member.Value, actor.Today, (amount, months, purpose));
    }

    /// <summary>The request itself, whoever wrote it down for her.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> For(
        GroupState group,
        Member borrower,
        DateOnly today,
        (Money Amount, int Months, string Purpose) asked
    )
    {
        var terms = group.Rules.TermsFor(asked.Amount, asked.Months);
        if (LoanRules.Check(group, borrower, terms, today) is { } refusal)
            return refusal;
        var named = (guarantors ?? []).Distinct().ToList();
        if (named.Count != group.Rules.Guarantors)
            return new GuarantorsToName(group.Rules.Guarantors);
        var loan = new Loan(
            new(group.Counters.Loans + 1),
            borrower.Number,
            terms,
            Cut(asked.Purpose),
            LoanStatus.Requested,
            today,
            null,
            null,
            []
        );
        var requested = new LoanRequested(loan);
        var after = GroupFold.Apply(group, requested);
        var asked = named.Count > 0 ? Guarantors.Ask(after, actor, loan, named) : DecideLoan.AskAllIfNobodyDecides(after, actor, loan);
        return asked.IsRefused ? asked.Refusal! : (GroupEvent[])[requested, .. asked.Value];
    }

    /// <summary>At most <see cref="LongestPurpose"/> UTF-16 units, cut between letters: half of an emoji cannot be stored.</summary>
    private static string Cut(string purpose)
    {
        if (purpose.Length <= LongestPurpose)
            return purpose;
        var starts = StringInfo.ParseCombiningCharacters(purpose);
        return purpose[..starts.Last(start => start <= LongestPurpose)];
    }
}
