using System.Globalization;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>A member asks for a loan. What she is shown before she says yes is the schedule she would be given today.</summary>
public static class ApplyForLoan
{
    /// <summary>The longest purpose that is kept.</summary>
    public const int LongestPurpose = 160;

    /// <summary>Refuses by <see cref="LoanRules"/>. No money moves.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        Money amount,
        int months,
        string purpose
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
        return LoanDeciders.Of(group, loan).Count == 0
            ? new NobodyElseDecides()
            : new GroupEvent[] { new LoanRequested(loan) };
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
