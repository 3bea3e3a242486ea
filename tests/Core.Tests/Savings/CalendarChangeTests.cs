using CsCheck;
using DiGiBachat.Core.Groups;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Savings;

public sealed class CalendarChangeTests
{
    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.Int[1, 31].Select(day => $"monthly:{day}"),
        Gen.Int[0, 6].Select(day => $"weekly:{(DayOfWeek)day}"),
        Gen.Int[0, 6].Select(day => $"fortnightly:{(DayOfWeek)day}")
    );

    [Theory]
    [InlineData("monthly:10", "2026-04-15", "monthly:25", "2026-04-10 2026-05-25 2026-06-25")]
    [InlineData("monthly:25", "2026-04-26", "monthly:10", "2026-04-25 2026-05-10 2026-06-10")]
    // The new day of May has gone by: May keeps its old day.
    [InlineData("monthly:25", "2026-05-11", "monthly:10", "2026-04-25 2026-05-25 2026-06-10")]
    [InlineData("monthly:10", "2026-04-15", "monthly:31", "2026-04-10 2026-05-31 2026-06-30")]
    [InlineData("weekly:Monday", "2026-04-15", "weekly:Thursday", "2026-04-20 2026-04-30 2026-05-07")]
    [InlineData("weekly:Thursday", "2026-04-17", "weekly:Monday", "2026-04-23 2026-04-27 2026-05-04")]
    [InlineData("weekly:Monday", "2026-04-21", "monthly:10", "2026-04-27 2026-05-10 2026-06-10")]
    [InlineData("monthly:10", "2026-04-20", "weekly:Monday", "2026-04-10 2026-04-27 2026-05-04")]
    public void The_periods_go_on_without_a_gap_and_none_twice(string before, string on, string after, string due)
    {
        var saheli = Begins(Rules with { Calendar = Rule.CalendarOf(before)!(Founded.AddDays(1)) })
            .On(on)
            .After(Changes(RuleBook.Calendar, after));
        var periods = saheli.On("2026-07-31").Dues(Sunita).Select(d => d[..10]).ToList();
        var from = periods.IndexOf(due[..10]);
        from.Should().BeGreaterThanOrEqualTo(0, string.Join(' ', periods));
        string.Join(' ', periods.Skip(from).Take(3)).Should().Be(due);
    }

    /// <summary>Whatever is changed whenever: due days only go forward, none is asked for after it passed, and monthly groups have each month one.</summary>
    [Fact]
    public void For_all_changes_no_period_is_lost_and_none_comes_twice()
    {
        Gen.Select(Values, Values, Gen.Int[1, 200], Gen.Int[1, 90])
            .Sample(
                (before, after, first, then) =>
                {
                    var saheli = Begins(Rules with { Calendar = Rule.CalendarOf(before)!(Founded.AddDays(1)) });
                    if (before == after)
                        return;
                    var day = Founded.AddDays(first);
                    var changed = saheli.On(day).After(Changes(RuleBook.Calendar, after));
                    (changed.Group.NextPeriodOn > day).Should().BeTrue();
                    changed = changed.On(day.AddDays(then)).After(Changes(RuleBook.Calendar, before)).On(day.AddDays(400));
                    var periods = changed.Register.Events.OfType<PeriodOpened>().Select(p => p.PeriodOn).ToList();
                    periods.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
                    if (before[0] == 'm' && after[0] == 'm')
                        periods
                            .Select(p => (p.Year * 12) + p.Month)
                            .Should()
                            .Equal(Enumerable.Range((periods[0].Year * 12) + periods[0].Month, periods.Count));
                    periods.Zip(periods.Skip(1)).Max(p => p.Second.DayNumber - p.First.DayNumber).Should().BeLessThanOrEqualTo(61);
                },
                iter: 300
            );
    }
}
