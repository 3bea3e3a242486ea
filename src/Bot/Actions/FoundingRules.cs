using DiGiBachat.Bot.Conversations;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Bot.Actions;

/// <summary>The rules of a group to be founded, from what has been answered so far; what was not asked has its default.</summary>
internal static class FoundingRules
{
    private const string None = "none";

    public static GroupRules Of(CurrentTurn turn, Filled slots)
    {
        var rules = new GroupRules
        {
            Contribution = slots.Money("contribution"),
            // The first due day is never the founding day itself: people join first.
            Calendar = CalendarOf(slots, turn.Today.AddDays(1)),
            DefaultLanguage = turn.Language,
        };
        return WithLoanRules(rules, slots);
    }

    private static GroupRules WithLoanRules(GroupRules rules, Filled slots)
    {
        var method = slots.WordsOrNull("method") switch
        {
            "flat" => InterestMethod.Flat,
            "shg" => InterestMethod.Shg,
            _ => InterestMethod.Emi,
        };
        return rules with
        {
            LoanRate = slots.Has("rate") ? new Rate(slots.Number("rate")) : rules.LoanRate,
            InterestMethod = method,
            InterestInWholeRupees = method == InterestMethod.Shg,
            MaximumMonths = slots.Has("longest") ? slots.Number("longest") : rules.MaximumMonths,
            MaximumLoanTimesSavings = slots.Has("multiple") ? slots.Number("multiple") : rules.MaximumLoanTimesSavings,
            TreasurerLimit = slots.Has("limit") ? slots.Money("limit") : rules.TreasurerLimit,
            Prepayment = slots.WordsOrNull("prepayment") switch
            {
                "lower" => PrepaymentRule.LowerInstalment,
                "next" => PrepaymentRule.NextInstalments,
                _ => PrepaymentRule.ShortenLoan,
            },
            LateContributionFine = Amount(slots, "fine"),
            LateInstalmentCharge = Amount(slots, "charge"),
        };
    }

    private static Money Amount(Filled slots, string name) =>
        slots.WordsOrNull(name) is null or None ? Money.Zero : slots.Money(name);

    private static DueCalendar CalendarOf(Filled slots, DateOnly startsOn)
    {
        var frequency = slots.WordsOrNull("frequency");
        if (frequency is not ("weekly" or "fortnightly"))
            return DueCalendar.Monthly(slots.Has("day") ? slots.Number("day") : 1, startsOn);
        var weekday = slots.Has("weekday") ? Enum.Parse<DayOfWeek>(slots.Words("weekday")) : DayOfWeek.Monday;
        return frequency == "weekly" ? DueCalendar.Weekly(weekday, startsOn) : DueCalendar.Fortnightly(weekday, startsOn);
    }
}
