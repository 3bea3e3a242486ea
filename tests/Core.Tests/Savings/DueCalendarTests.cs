using CsCheck;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Tests.Savings;

public sealed class DueCalendarTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly Gen<DueCalendar> Calendars = Gen.OneOf(
        Gen.Select(Gen.Int[1, 31], Gen.Int[0, 1500]).Select((day, from) => DueCalendar.Monthly(day, Start.AddDays(from))),
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1500]).Select((day, from) => DueCalendar.Weekly((DayOfWeek)day, Start.AddDays(from))),
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1500]).Select((day, from) => DueCalendar.Fortnightly((DayOfWeek)day, Start.AddDays(from)))
    );

    [Fact]
    public void Due_on_the_31st_is_the_last_day_of_shorter_months_and_returns_to_the_31st()
    {
        var calendar = DueCalendar.Monthly(31, Start);
        Enumerable.Range(0, 5).Select(calendar.DueOn).Should()
            .Equal(new DateOnly(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 31));
        calendar.DueOn(25).Should().Be(new DateOnly(2028, 2, 29));
        calendar.DueOn(-2).Should().Be(new DateOnly(2025, 11, 30));
    }

    [Theory]
    [InlineData("2026-02-10", "2026-01-11", "2026-02-10")]
    [InlineData("2026-02-11", "2026-02-11", "2026-03-10")]
    [InlineData("2026-01-01", "2025-12-11", "2026-01-10")]
    [InlineData("2026-12-31", "2026-12-11", "2027-01-10")]
    public void A_monthly_period_runs_from_the_day_after_a_due_day_to_the_next_due_day(string day, string opensOn, string dueOn)
    {
        DueCalendar.Monthly(10, Start).PeriodOf(Day(day)).Should().Be(new Period(Day(opensOn), Day(dueOn)));
    }

    [Fact]
    public void A_weekly_period_ends_on_its_weekday()
    {
        var calendar = DueCalendar.Weekly(DayOfWeek.Tuesday, Start);
        calendar.PeriodOf(new(2026, 1, 6)).Should().Be(new Period(new(2025, 12, 31), new(2026, 1, 6)));
        calendar.PeriodOf(new(2026, 1, 7)).Should().Be(new Period(new(2026, 1, 7), new(2026, 1, 13)));
    }

    [Fact]
    public void A_fortnight_counts_from_the_first_such_weekday_of_the_rule()
    {
        var calendar = DueCalendar.Fortnightly(DayOfWeek.Tuesday, new(2026, 1, 7));
        calendar.DueOn(0).Should().Be(new DateOnly(2026, 1, 13));
        calendar.DueOn(1).Should().Be(new DateOnly(2026, 1, 27));
        calendar.PeriodOf(new(2026, 1, 20)).Should().Be(new Period(new(2026, 1, 14), new(2026, 1, 27)));
        calendar.PeriodOf(new(2026, 1, 7)).DueOn.Should().Be(new DateOnly(2026, 1, 13));
    }

    [Fact]
    public void Who_joins_within_a_period_begins_with_the_next()
    {
        DueCalendar.Monthly(10, Start).NextPeriodOpensOn(new(2026, 2, 3)).Should().Be(new DateOnly(2026, 2, 11));
        DueCalendar.Monthly(10, Start).NextPeriodOpensOn(new(2026, 2, 10)).Should().Be(new DateOnly(2026, 2, 11));
    }

    [Fact]
    public void Periods_opening_between_two_days_are_listed_both_included()
    {
        DueCalendar.Monthly(10, Start)
            .PeriodsOpening(new(2026, 1, 11), new(2026, 3, 11))
            .Select(period => period.DueOn)
            .Should()
            .Equal(new DateOnly(2026, 2, 10), new(2026, 3, 10), new(2026, 4, 10));
        DueCalendar.Monthly(10, Start).PeriodsOpening(new(2026, 1, 12), new(2026, 2, 10)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void A_due_day_outside_the_month_is_none(int day)
    {
        var making = () => DueCalendar.Monthly(day, Start);
        making.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_instalment_day_of_a_month_is_its_first_due_day()
    {
        DueCalendar.Weekly(DayOfWeek.Thursday, Start).InstalmentDayIn(2026, 1).Should().Be(new DateOnly(2026, 1, 1));
        DueCalendar.Fortnightly(DayOfWeek.Thursday, Start).InstalmentDayIn(2026, 2).Should().Be(new DateOnly(2026, 2, 12));
        DueCalendar.Monthly(30, Start).InstalmentDayIn(2026, 2).Should().Be(new DateOnly(2026, 2, 28));
        DueCalendar.Weekly(DayOfWeek.Thursday, Start).InstalmentDayFrom(new(2026, 1, 2)).Should().Be(new DateOnly(2026, 2, 5));
    }

    [Fact]
    public void For_all_calendars_every_day_is_in_exactly_one_period()
    {
        Gen.Select(Calendars, Gen.Int[-1500, 3000])
            .Sample(
                (calendar, days) =>
                {
                    var day = Start.AddDays(days);
                    var index = calendar.IndexOf(day);
                    calendar.PeriodAt(index).Contains(day).Should().BeTrue();
                    calendar.PeriodAt(index - 1).Contains(day).Should().BeFalse();
                    calendar.PeriodAt(index + 1).Contains(day).Should().BeFalse();
                    calendar.PeriodAt(index + 1).OpensOn.Should().Be(calendar.NextPeriodOpensOn(day));
                    calendar.IndexOf(calendar.DueOn(index)).Should().Be(index);
                    calendar.IsDueDay(day).Should().Be(calendar.DueOn(index) == day);
                }
            );
    }

    [Fact]
    public void For_all_calendars_the_first_period_is_the_one_the_rule_begins_in()
    {
        Calendars.Sample(calendar => calendar.PeriodAt(0).Contains(calendar.StartsOn).Should().BeTrue());
    }

    [Fact]
    public void Two_calendars_of_the_same_rule_are_equal()
    {
        DueCalendar.Monthly(31, Start).Should().Be(DueCalendar.Monthly(31, Start));
        DueCalendar.Monthly(31, Start).Should().NotBe(DueCalendar.Monthly(30, Start));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
