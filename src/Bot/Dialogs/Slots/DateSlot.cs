using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Which way a question looks: "when did you pay?", "when will you pay?", or neither.</summary>
internal enum Direction
{
    Either,
    Past,
    Future,
}

/// <summary>
/// A day, day first. A day without a year is the one nearest to today (within the question's direction); kal, parso and a bare
/// weekday lie on both sides of today, so they are asked back unless the question decides.
/// </summary>
internal static class DateSlot
{
    internal const string NoSuchDay = "slots.no-such-day";

    private const int FirstYear = 1950;
    private const int LastYear = 2100;
    private const int DaysPerWeek = 7;
    private const int FurthestDays = 3660;

    internal static SlotOutcome Read(string text, SlotSurroundings surroundings, Direction direction)
    {
        var words = DateWords.Cut(text);
        var written = Written(words, surroundings.Today, direction);
        // "monday 18 august" when that is a Tuesday: one of the two is a slip.
        if (written is [var on] && words.Weekday is { } weekday && (int)on.DayOfWeek != weekday % DaysPerWeek)
        {
            return new SlotOutcome.NotUnderstood();
        }

        var days = written ?? Relative(words, surroundings.Today, direction);
        return days switch
        {
            null => new SlotOutcome.NotUnderstood(),
            [] => new SlotOutcome.Impossible(NoSuchDay),
            [var day] => new SlotOutcome.Understood(Canonical(day)),
            _ => new SlotOutcome.Ambiguous(days.ConvertAll(Canonical)),
        };
    }

    internal static string Canonical(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day written with numbers and a month: one day; none when there is no such day; null when it is not written so.</summary>
    internal static List<DateOnly>? Written(DateWords words, DateOnly today, Direction direction)
    {
        if (words.Unknown || words.Has(CalendarWords.Kal) || words.Has(CalendarWords.Parso) || words.Has(CalendarWords.Beyond))
        {
            return null;
        }

        if (words.IsLastDay)
        {
            return LastDay(words, today, direction);
        }

        var side =
            words.Has(CalendarWords.Coming) ? Direction.Future
            : words.Has(CalendarWords.Gone) ? Direction.Past
            : direction;
        return (words.Month, words.Numbers) switch
        {
            ({ } month, [var day]) when words.Offset is null => WithoutYear(day, month, today, side),
            ({ } month, [var day, var year]) when day <= 31 => Exact(day, month, year),
            (null, [var year, var month, var day]) when year >= FirstYear && words.IsJoined => Exact(day, month, year),
            (null, [var day, var month, var year]) when words.IsJoined => Exact(day, month, year),
            (null, [var day, var month]) when words.IsJoined => WithoutYear(day, month, today, side),
            (null, [var day]) when words.HasDayOfMonth || IsOfMonth(words) => InMonth(day, words, today, side),
            _ => null,
        };
    }

    /// <summary>"is mahine ki 10".</summary>
    private static bool IsOfMonth(DateWords words) =>
        words.HasMonthWord
        && !words.CountsMonths
        && (words.Has(CalendarWords.This) || words.Has(CalendarWords.Coming) || words.Has(CalendarWords.Gone));

    private static List<DateOnly> LastDay(DateWords words, DateOnly today, Direction direction)
    {
        static DateOnly End(DateOnly first) => first.AddMonths(1).AddDays(-1);
        if (words.Month is { } month)
        {
            return Nearest(Enumerable.Range(today.Year - 2, 5).Select(year => End(new(year, month, 1))), today, direction);
        }

        // The last of "last day" says nothing about the month.
        var gone = words.Has(CalendarWords.Gone) && !words.HasWord("last");
        return
        [
            End(
                new DateOnly(today.Year, today.Month, 1).AddMonths(
                    words.Has(CalendarWords.Coming) ? 1
                    : gone ? -1
                    : 0
                )
            ),
        ];
    }

    private static List<DateOnly> Exact(int day, int month, int year)
    {
        var full = year < 100 ? 2000 + year : year;
        return full is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(full, month)
            ? [new(full, month, day)]
            : [];
    }

    private static List<DateOnly> WithoutYear(int day, int month, DateOnly today, Direction side)
    {
        var near = Enumerable.Range(today.Year - 4, 9).SelectMany(year => Exact(day, month, year));
        return Nearest(near, today, side);
    }

    /// <summary>"5 tarikh"; with "is mahine", "agle mahine", "pichle mahine" the month is said.</summary>
    private static List<DateOnly> InMonth(int day, DateWords words, DateOnly today, Direction side)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        if (words.HasMonthWord)
        {
            var month = first.AddMonths(
                words.Has(CalendarWords.Coming) ? 1
                : words.Has(CalendarWords.Gone) ? -1
                : 0
            );
            return Exact(day, month.Month, month.Year);
        }

        return Nearest(
            Enumerable.Range(-2, 5).Select(first.AddMonths).SelectMany(month => Exact(day, month.Month, month.Year)),
            today,
            side
        );
    }

    private static List<DateOnly> Nearest(IEnumerable<DateOnly> days, DateOnly today, Direction side) =>
        [
            .. days.Where(day => side == Direction.Either || (side == Direction.Past ? day <= today : day >= today))
                .OrderBy(day => Math.Abs(day.DayNumber - today.DayNumber))
                .ThenBy(day => day)
                .Take(1),
        ];

    private static List<DateOnly>? Relative(DateWords words, DateOnly today, Direction direction)
    {
        if (words.Unknown || words.Month is not null)
        {
            return null;
        }

        if (words.OffsetMonths is { } months)
        {
            return [today.AddMonths(months)];
        }

        if (words.Offset is { } offset)
        {
            return Math.Abs(offset) <= FurthestDays ? [today.AddDays(offset)] : [];
        }

        if (words.Numbers.Count > 0)
        {
            return null;
        }

        if (words.Weekday is { } weekday)
        {
            if (words.Has(CalendarWords.Beyond))
            {
                return null;
            }

            return Weekday(weekday, words, today, direction);
        }

        if (words.Has(CalendarWords.Beyond))
        {
            return AfterNext(words, today);
        }

        var apart =
            words.Has(CalendarWords.Parso) ? 2
            : words.Has(CalendarWords.Kal) ? 1
            : 0;
        if (apart > 0)
        {
            var side =
                words.Has(CalendarWords.Coming) ? Direction.Future
                : words.Has(CalendarWords.Gone) ? Direction.Past
                : direction;
            return Sides(today.AddDays(-apart), today.AddDays(apart), side);
        }

        return words.Has(CalendarWords.Tomorrow) ? [today.AddDays(1)]
            : words.Has(CalendarWords.Yesterday) ? [today.AddDays(-1)]
            : words.Has(CalendarWords.Today) ? [today]
            : null;
    }

    /// <summary>"day after tomorrow", "day before yesterday"; "kal ke baad" is no day.</summary>
    private static List<DateOnly>? AfterNext(DateWords words, DateOnly today) =>
        !words.HasWord("day") ? null
        : words.Has(CalendarWords.Tomorrow) && words.HasWord("after") ? [today.AddDays(2)]
        : words.Has(CalendarWords.Yesterday) && words.HasWord("before") ? [today.AddDays(-2)]
        : null;

    /// <summary>"next Friday" said on a Thursday is next week's; "last Monday" said on a Thursday may be either, and is asked.</summary>
    private static List<DateOnly> Weekday(int weekday, DateWords words, DateOnly today, Direction direction)
    {
        var todays = ((int)today.DayOfWeek + 6) % DaysPerWeek + 1;
        var thisWeeks = today.AddDays(weekday - todays);
        if (words.Has(CalendarWords.Coming))
        {
            return [thisWeeks.AddDays(DaysPerWeek)];
        }

        if (words.Has(CalendarWords.Gone))
        {
            return weekday < todays && !words.HasWeekWord
                ? [thisWeeks.AddDays(-DaysPerWeek), thisWeeks]
                : [thisWeeks.AddDays(-DaysPerWeek)];
        }

        if (words.Has(CalendarWords.This))
        {
            return [thisWeeks];
        }

        var before = weekday <= todays ? thisWeeks : thisWeeks.AddDays(-DaysPerWeek);
        var after = weekday >= todays ? thisWeeks : thisWeeks.AddDays(DaysPerWeek);
        return before == after ? [before] : Sides(before, after, direction);
    }

    private static List<DateOnly> Sides(DateOnly before, DateOnly after, Direction side) =>
        side switch
        {
            Direction.Past => [before],
            Direction.Future => [after],
            Direction.Either => [before, after],
        };
}
