using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// What a loan must pass: when it is asked for, again when it is approved, and again when the money is handed over. Each rule is
/// one function; the first that says no stops it.
/// </summary>
public static class LoanRules
{
    /// <summary>Arrears older than this many days stop a new loan.</summary>
    public const int ToleratedArrearsDays = 30;

    private delegate Refusal? Rule(GroupState group, Member borrower, LoanTerms terms, DateOnly today);

    private static readonly Rule[] OfAmount = [AboveMinimum, BelowMaximum, WithinSavings, GroupHasIt];

    /// <summary>The first rule that stops this loan, or null. <paramref name="own"/> is the loan itself once it exists.</summary>
    public static Refusal? Check(GroupState group, Member borrower, LoanTerms terms, DateOnly today, LoanNumber? own = null)
    {
        if (!borrower.IsActive)
            return new NotPermitted();
        return Standing(group, borrower.Number, today, own)
            ?? AmountAllowed(group, borrower, terms, today, own)
            ?? MonthsAllowed(group, terms.Months);
    }

    /// <summary>Whether she may ask for any loan at all: a phone that has just changed, number of open loans, arrears older than 30 days.</summary>
    public static Refusal? Standing(GroupState group, MemberNumber borrower, DateOnly today, LoanNumber? own = null)
    {
        if (group.FindMember(borrower)?.More.HoldOn(today) is { } hold)
            return hold;
        var open = group.Loans.Where(l => l.Borrower == borrower && l.IsOpen && l.Number != own).ToList();
        if (open.Count >= group.Rules.MaximumActiveLoans)
            return new TooManyLoans(group.Rules.MaximumActiveLoans, open[0].Number);
        var (days, overdue) = OverdueOf(group, borrower, today);
        return days > ToleratedArrearsDays ? new InArrears(days, overdue) : null;
    }

    /// <summary>The days since her oldest missed due day, of savings and loans alike, and all that she owes of what is overdue.</summary>
    private static (int Days, Money Overdue) OverdueOf(GroupState group, MemberNumber borrower, DateOnly today)
    {
        var loans = group.Loans.Where(l => l.Borrower == borrower && l.Status == LoanStatus.Active)
            .Select(l => l.ArrearsIn(group, today))
            .Select(a => (Days: a.DaysOverdue, Overdue: a.Total));
        var dues = group.DuesOf(borrower).Where(d => d.PeriodOn < today).Select(d => (Days: today.DayNumber - d.PeriodOn.DayNumber, Overdue: d.Left));
        return loans
            .Concat(dues)
            .Aggregate((Days: 0, Overdue: Money.Zero), (sum, one) => (Math.Max(sum.Days, one.Days), sum.Overdue + one.Overdue));
    }

    /// <summary>Whether the group lends her this amount today.</summary>
    public static Refusal? AmountAllowed(
        GroupState group,
        Member borrower,
        LoanTerms terms,
        DateOnly today,
        LoanNumber? own = null
    )
    {
        var seen = own is { } number ? group with { Loans = group.Loans.Where(l => l.Number != number).ToList() } : group;
        foreach (var rule in OfAmount)
            if (rule(seen, borrower, terms, today) is { } refusal)
                return refusal;
        return null;
    }

    /// <summary>1 to the longest tenure of the rules.</summary>
    public static Refusal? MonthsAllowed(GroupState group, int months) =>
        months < 1 || months > group.Rules.MaximumMonths ? new MonthsOutOfBounds(group.Rules.MaximumMonths) : null;

    /// <summary>The most she could be lent today; less than the minimum means nothing.</summary>
    public static Money MostFor(GroupState group, Member borrower)
    {
        var most = Money.Min(group.Lendable, Largest(group));
        if (group.Rules.MaximumLoanTimesSavings is { } times)
            most = Money.Min(most, group.SavingsOf(borrower.Number) * times);
        return Rounding.Down(most.Paise, Money.Rupees(1));
    }

    private static LoanBelowMinimum? AboveMinimum(GroupState group, Member _, LoanTerms terms, DateOnly __) =>
        terms.Principal < Smallest(group) ? new(Smallest(group)) : null;

    private static LoanAboveMaximum? BelowMaximum(GroupState group, Member _, LoanTerms terms, DateOnly __) =>
        terms.Principal > Largest(group) ? new(Largest(group)) : null;

    // A rule that is off, or lower than any schedule can be drawn for, leaves the bounds of the terms themselves.
    private static Money Smallest(GroupState group) => Money.Max(group.Rules.MinimumLoan, LoanTerms.MinimumPrincipal);

    private static Money Largest(GroupState group) =>
        Money.Min(group.Rules.MaximumLoan ?? LoanTerms.MaximumPrincipal, LoanTerms.MaximumPrincipal);

    private static LoanAboveSavingsMultiple? WithinSavings(GroupState group, Member borrower, LoanTerms terms, DateOnly __)
    {
        var savings = group.SavingsOf(borrower.Number);
        return group.Rules.MaximumLoanTimesSavings is { } times && terms.Principal > savings * times
            ? new(times, savings, savings * times)
            : null;
    }

    private static GroupCannotLend? GroupHasIt(GroupState group, Member _, LoanTerms terms, DateOnly __) =>
        terms.Principal > group.Lendable ? new(group.Lendable) : null;
}
