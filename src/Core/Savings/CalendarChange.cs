namespace DiGiBachat.Core.Savings;

/// <summary>
/// Other saving days for a group that runs. No period is lost and none comes twice: where the frequency stays, each month (week,
/// fortnight) has its one due as before; where it changes, the first due day of the new kind follows. What is open keeps its day, and
/// nobody is asked for a day that has passed: if the new day of the next month has gone by, that one period keeps its old day.
/// </summary>
public static class CalendarChange
{
    private const int DaysInWeek = 7;

    /// <summary>The new calendar, and the due day of the next period to open: after today and after the last that opened.</summary>
    /// <param name="running">The calendar so far.</param>
    /// <param name="wanted">The new calendar from a first day on.</param>
    public static (DueCalendar Calendar, DateOnly NextPeriodOn) Of(Running running, Func<DateOnly, DueCalendar> wanted, DateOnly today)
    {
        var (old, opened, next) = running;
        var last = opened ?? LastBefore(old, next);
        var shape = wanted(today);
        var first = shape.Frequency == old.Frequency ? InNextUnit(shape, last) : FirstAfter(shape, last > today ? last : today);
        if (first > today && first > last)
            return (Starting(wanted, first, opened is null && next == old.DueOn(0)), first);
        return (Starting(wanted, InNextUnit(shape, next), false), next);
    }

    /// <summary>Where a calendar stands: the due day of the last period that opened (null when none did), and of the next.</summary>
    public sealed record Running(DueCalendar Calendar, DateOnly? LastPeriodOn, DateOnly NextPeriodOn);

    private static DateOnly LastBefore(DueCalendar calendar, DateOnly day) => calendar.DueOn(calendar.IndexOf(day) - 1);

    private static DateOnly FirstAfter(DueCalendar calendar, DateOnly day) => calendar.PeriodOf(day.AddDays(1)).DueOn;

    /// <summary>The due day of the calendar in the month, week or second week after that of <paramref name="day"/>.</summary>
    private static DateOnly InNextUnit(DueCalendar calendar, DateOnly day)
    {
        if (calendar.Frequency == Frequency.Monthly)
        {
            var month = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            return calendar.InstalmentDayIn(month.Year, month.Month);
        }
        var monday = day.AddDays(-(((int)day.DayOfWeek + DaysInWeek - 1) % DaysInWeek));
        var weeks = calendar.Frequency == Frequency.Weekly ? 1 : 2;
        return monday.AddDays((weeks * DaysInWeek) + (((int)calendar.Weekday!.Value + DaysInWeek - 1) % DaysInWeek));
    }

    /// <summary>The very first period of a group opens on its due day; any other is one of many, so the calendar begins one before it.</summary>
    private static DueCalendar Starting(Func<DateOnly, DueCalendar> wanted, DateOnly first, bool isVeryFirst)
    {
        if (isVeryFirst)
            return wanted(first);
        return wanted(first).Frequency == Frequency.Monthly ? wanted(first.AddMonths(-1)) : wanted(first.AddDays(-2 * DaysInWeek));
    }
}
