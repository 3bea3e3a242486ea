namespace DiGiBachat.Core.Savings;

/// <summary>How often a group saves.</summary>
public enum Frequency
{
    Weekly,
    Fortnightly,
    Monthly,
}

/// <summary>
/// One saving period of a group: from the day after the previous due day up to and including its own due day.
/// Its key, in the books and in every message, is <see cref="DueOn"/>.
/// </summary>
public readonly record struct Period(DateOnly OpensOn, DateOnly DueOn)
{
    public bool Contains(DateOnly day) => day >= OpensOn && day <= DueOn;
}

/// <summary>
/// The group's due days: every week or second week on a weekday, or every month on a day. A monthly due day
/// that a month does not have falls on that month's last day, and comes back after: 31 January, 28 February, 31 March.
/// The calendar has no beginning or end; <see cref="StartsOn"/> says which week is the first of a fortnight and
/// which period has index 0. Days are days in Asia/Kolkata.
/// </summary>
public sealed record DueCalendar
{
    public const int LastDayOfMonth = 31;

    /// <summary>Dues come into being at most this many days before their due day.</summary>
    public const int DuesLeadDays = 13;

    private const int DaysInWeek = 7;
    private const int MonthsInYear = 12;

    private DueCalendar(Frequency frequency, DateOnly startsOn)
    {
        Frequency = frequency;
        StartsOn = startsOn;
    }

    public Frequency Frequency { get; }

    /// <summary>The day the rule begins to hold: period 0 is the one that contains it.</summary>
    public DateOnly StartsOn { get; }

    /// <summary>The weekday of weekly and fortnightly groups; null for monthly ones.</summary>
    public DayOfWeek? Weekday { get; private init; }

    /// <summary>1 to 31 for monthly groups; null for the others.</summary>
    public int? DayOfMonth { get; private init; }

    /// <summary>Every week on the same day.</summary>
    public static DueCalendar Weekly(DayOfWeek weekday, DateOnly startsOn) =>
        new(Frequency.Weekly, startsOn) { Weekday = weekday };

    /// <summary>Every second week; the first due day is the first such weekday on or after <paramref name="startsOn"/>.</summary>
    public static DueCalendar Fortnightly(DayOfWeek weekday, DateOnly startsOn) =>
        new(Frequency.Fortnightly, startsOn) { Weekday = weekday };

    /// <summary>Every month on <paramref name="dayOfMonth"/>; outside 1 to 31 throws (it is asked about before).</summary>
    public static DueCalendar Monthly(int dayOfMonth, DateOnly startsOn) =>
        dayOfMonth is >= 1 and <= LastDayOfMonth
            ? new(Frequency.Monthly, startsOn) { DayOfMonth = dayOfMonth }
            : throw new ArgumentOutOfRangeException(nameof(dayOfMonth), dayOfMonth, "A due day is 1 to 31.");

    /// <summary>The due day of period <paramref name="index"/>; 0 is the first on or after <see cref="StartsOn"/>.</summary>
    public DateOnly DueOn(int index) =>
        Frequency == Frequency.Monthly
            ? InMonth(FirstMonth() + index)
            : FirstWeekday().AddDays(index * DaysBetween());

    /// <summary>The index of the period that contains <paramref name="day"/>; negative before <see cref="StartsOn"/>.</summary>
    public int IndexOf(DateOnly day)
    {
        if (Frequency == Frequency.Monthly)
        {
            var month = MonthOf(day);
            return (day > InMonth(month) ? month + 1 : month) - FirstMonth();
        }
        var days = day.DayNumber - FirstWeekday().DayNumber;
        return (int)Math.Ceiling((decimal)days / DaysBetween());
    }

    /// <summary>The period that contains <paramref name="day"/>. A due day belongs to the period that it ends.</summary>
    public Period PeriodOf(DateOnly day) => PeriodAt(IndexOf(day));

    /// <summary>The period of an index; 0 contains <see cref="StartsOn"/>.</summary>
    public Period PeriodAt(int index) => new(DueOn(index - 1).AddDays(1), DueOn(index));

    /// <summary>The due day after <paramref name="dueOn"/>.</summary>
    public DateOnly DueOnAfter(DateOnly dueOn) => DueOn(IndexOf(dueOn) + 1);

    /// <summary>The first due day after any day; the period before may have kept a due day of an earlier calendar.</summary>
    public DateOnly FirstDueOnAfter(DateOnly day) => PeriodOf(day.AddDays(1)).DueOn;

    /// <summary>
    /// The day on which the dues of a period come into being: when it begins, but at most <see cref="DuesLeadDays"/> days before its
    /// due day, so that who joins in between is not asked for it two months later. The first period of all opens on its due day:
    /// everybody who joined a new group by then owes it.
    /// </summary>
    public DateOnly DuesOpenOn(DateOnly dueOn)
    {
        var index = IndexOf(dueOn);
        if (index == 0)
        {
            return dueOn;
        }
        var begins = PeriodAt(index).OpensOn;
        var lead = dueOn.AddDays(-DuesLeadDays);
        return begins > lead ? begins : lead;
    }

    /// <summary>The first day of the period after the one that contains <paramref name="day"/>: where a member who joins that day begins.</summary>
    public DateOnly NextPeriodOpensOn(DateOnly day) => PeriodOf(day).DueOn.AddDays(1);

    /// <summary>Whether <paramref name="day"/> is a due day, and so the key of a period.</summary>
    public bool IsDueDay(DateOnly day) => PeriodOf(day).DueOn == day;

    /// <summary>The periods that open from <paramref name="from"/> to <paramref name="to"/>, both included, in order.</summary>
    public IEnumerable<Period> PeriodsOpening(DateOnly from, DateOnly to)
    {
        for (var index = IndexOf(from); ; index++)
        {
            var period = PeriodAt(index);
            if (period.OpensOn > to)
            {
                yield break;
            }
            if (period.OpensOn >= from)
            {
                yield return period;
            }
        }
    }

    /// <summary>
    /// The day of a month on which a loan's instalment falls due: the group's due day; for weekly and fortnightly
    /// groups, whose months hold several, the first of them. Loans are repaid monthly whatever the savings' frequency.
    /// </summary>
    public DateOnly InstalmentDayIn(int year, int month) =>
        Frequency == Frequency.Monthly
            ? InMonth(MonthOf(new DateOnly(year, month, 1)))
            : PeriodOf(new DateOnly(year, month, 1)).DueOn;

    /// <summary>The first instalment day on or after <paramref name="day"/>.</summary>
    public DateOnly InstalmentDayFrom(DateOnly day)
    {
        var inThisMonth = InstalmentDayIn(day.Year, day.Month);
        return inThisMonth >= day ? inThisMonth : InstalmentDayInMonthAfter(day);
    }

    /// <summary>The instalment day of the calendar month after <paramref name="day"/>'s.</summary>
    public DateOnly InstalmentDayInMonthAfter(DateOnly day)
    {
        var next = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
        return InstalmentDayIn(next.Year, next.Month);
    }

    private static int MonthOf(DateOnly day) => (day.Year * MonthsInYear) + day.Month - 1;

    private DateOnly InMonth(int month)
    {
        var (year, zeroBased) = (month / MonthsInYear, month % MonthsInYear);
        var last = DateTime.DaysInMonth(year, zeroBased + 1);
        return new DateOnly(year, zeroBased + 1, Math.Min(DayOfMonth!.Value, last));
    }

    private int FirstMonth() => StartsOn > InMonth(MonthOf(StartsOn)) ? MonthOf(StartsOn) + 1 : MonthOf(StartsOn);

    private DateOnly FirstWeekday() =>
        StartsOn.AddDays(((int)Weekday!.Value - (int)StartsOn.DayOfWeek + DaysInWeek) % DaysInWeek);

    private int DaysBetween() => Frequency == Frequency.Weekly ? DaysInWeek : 2 * DaysInWeek;
}
