using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Groups;

/// <summary>
/// What an earlier version of the rules said and something that is still open goes by: a due is fined by the rule of the day it fell due,
/// a loan's months go by the calendar it was paid out under.
/// </summary>
/// <param name="Until">The day of the change; it still goes by the old rule.</param>
public sealed record FormerRules(DueCalendar Calendar, Money LateContributionFine, int DaysOfGrace, DateOnly Until)
{
    /// <summary>The fine for a due and the days of grace before it: as the rules stood on its due day.</summary>
    public static (Money Fine, int Grace) FineOf(GroupState group, Due due) =>
        group.Matters.FormerRules.FirstOrDefault(f => due.PeriodOn <= f.Until) is { } former
            ? (former.LateContributionFine, former.DaysOfGrace)
            : (group.Rules.LateContributionFine, group.Rules.DaysOfGrace);

    /// <summary>The calendar by which the instalments of a disbursed loan were dated.</summary>
    public static DueCalendar CalendarOf(GroupState group, Loan loan) =>
        group.Matters.FormerRules.FirstOrDefault(f => Dated(f, loan))?.Calendar ?? group.Rules.Calendar;

    /// <summary>On the day of a change itself the first instalment tells which of the two it was.</summary>
    private static bool Dated(FormerRules former, Loan loan) =>
        loan.DisbursedOn < former.Until
        || (
            loan.DisbursedOn == former.Until
            && former.Calendar.InstalmentDayFrom(former.Until.AddDays(RepaymentSchedule.DaysToFirstInstalment)) == loan.Instalments[0].DueOn
        );
}
