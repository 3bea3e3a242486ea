using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// A stretch of days for statements and reports, "from..to" with both days in it. A month without a year is the latest that has
/// begun; "last 3 months" ends today; the financial year runs from April to March.
/// </summary>
public static partial class PeriodSlot
{
    /// <summary>The first and the last day of a canonical value.</summary>
    public static (DateOnly From, DateOnly To) Parse(string canonical)
    {
        var days = canonical.Split("..");
        return (Exact(days[0]), Exact(days[1]));
    }

    internal const string WrongOrder = "slots.period-order";

    private const int FirstYear = 1950;
    private const int LastYear = 2100;
    private const int MonthsPerYear = 12;
    private const int FirstFinancialMonth = 4;
    private const int LongestMonths = 600;

    private static readonly FrozenSet<string> Financial = Units.Set("fy financial vittiya vitt viti वित्तीय वित्त");
    private static readonly FrozenSet<string> Quarter = Units.Set("quarter timahi teemahi तिमाही");
    private static readonly FrozenSet<string> Other = Financial.Union(Quarter).ToFrozenSet();

    internal static SlotOutcome Read(string text, SlotSurroundings surroundings)
    {
        var lowered = DateWords.Apart(Normaliser.Lowered(text));
        var period = FinancialYear(lowered, surroundings.Today) ?? Span(lowered, surroundings.Today) ?? One(lowered, surroundings.Today);
        return period is not { } found ? new SlotOutcome.NotUnderstood()
            : found.From > found.To ? new SlotOutcome.Impossible(WrongOrder)
            : new SlotOutcome.Understood($"{DateSlot.Canonical(found.From)}..{DateSlot.Canonical(found.To)}");
    }

    private readonly record struct Period(DateOnly From, DateOnly To);

    /// <summary>"april to june 2026", "1 april se 30 june tak", "2026-04-01..2026-06-30".</summary>
    private static Period? Span(string lowered, DateOnly today)
    {
        var pieces = Hyphen().Replace(lowered.Replace("..", " to ", StringComparison.Ordinal), " to ").Split(' ');
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            if (!CalendarWords.Until.Contains(pieces[i]))
            {
                continue;
            }

            var first = string.Join(' ', pieces[..i]);
            var last = string.Join(' ', pieces[(i + 1)..]);
            if (Day(last, today) is { } to && Day(first, today) is { } from)
            {
                return new(from > to && from.AddYears(-1) is var earlier && !HasYear(first) ? earlier : from, to);
            }

            if (One(last, today) is { } end && One(first, HasYear(first) ? today : end.To) is { } start)
            {
                return new(start.From, end.To);
            }
        }

        return null;
    }

    private static DateOnly? Day(string text, DateOnly today) =>
        DateSlot.Read(text, new SlotSurroundings(today, "", []), Direction.Past) is SlotOutcome.Understood day && !IsMonthAlone(text)
            ? Exact(day.Value)
            : null;

    private static DateOnly Exact(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsMonthAlone(string text) => DateWords.Cut(text) is { Month: not null, Numbers: [] or [>= FirstYear] };

    private static bool HasYear(string text) => DateWords.Cut(text).Numbers.Exists(number => number >= FirstYear);

    private static Period? One(string lowered, DateOnly today)
    {
        var words = DateWords.Cut(WithoutOther(lowered, out var other));
        if (words.Unknown)
        {
            return null;
        }

        return (words.Month, words.Numbers) switch
        {
            ({ } month, []) => LatestMonth(month, today, words.Has(CalendarWords.Gone)),
            ({ } month, [var year]) when year is >= FirstYear and <= LastYear => Month(new(year, month, 1)),
            (not null, [_]) when Day(lowered, today) is { } day => new(day, day),
            (null, [var year]) when year is >= FirstYear and <= LastYear && !other => WholeYear(year),
            (null, [var count]) when words.Has(CalendarWords.Gone) || words.HasMonthWord => Back(count, lowered, today),
            (null, []) => Named(words, lowered, today),
            _ => null,
        };
    }

    private static Period? Named(DateWords words, string lowered, DateOnly today)
    {
        var back = words.Has(CalendarWords.Gone) ? 1 : 0;
        if (
            back == 0
            && !words.Has(CalendarWords.This)
            && !words.Has(CalendarWords.Today)
            && !words.Has(CalendarWords.Yesterday)
            && !words.Has(CalendarWords.Kal)
            && !words.Has(CalendarWords.Parso)
        )
        {
            return null;
        }

        var all = lowered.Split(' ');
        var first = new DateOnly(today.Year, today.Month, 1);
        if (all.Any(Financial.Contains))
        {
            return FinancialFrom(StartOfFinancialYear(today) - back);
        }

        if (all.Any(Quarter.Contains))
        {
            var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(-3 * back);
            return new(quarter, quarter.AddMonths(3).AddDays(-1));
        }

        if (all.Any(Units.Months.Contains))
        {
            return Month(first.AddMonths(-back));
        }

        if (all.Any(Units.Years.Contains))
        {
            return WholeYear(today.Year - back);
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (7 * back));
        return all.Any(Units.Weeks.Contains) ? new(monday, monday.AddDays(6))
            : words.Has(CalendarWords.Parso) ? new(today.AddDays(-2), today.AddDays(-2))
            : words.Has(CalendarWords.Yesterday) || words.Has(CalendarWords.Kal) ? new(today.AddDays(-1), today.AddDays(-1))
            : words.Has(CalendarWords.Today) ? new(today, today)
            : null;
    }

    /// <summary>"last 3 months", "pichle 10 din", "6 mahine ka": so many back from today, today included.</summary>
    private static Period? Back(int count, string lowered, DateOnly today)
    {
        var words = lowered.Split(' ');
        DateOnly? day =
            count is < 1 or > LongestMonths ? null
            : words.Any(Units.Years.Contains) ? today.AddYears(-Math.Min(count, today.Year - FirstYear))
            : words.Any(Units.Months.Contains) ? today.AddMonths(-count)
            : words.Any(Units.Weeks.Contains) ? today.AddDays(-7 * count)
            : words.Any(Units.Days.Contains) ? today.AddDays(-count)
            : null;
        return day is { } from ? new(from.AddDays(1), today) : null;
    }

    /// <summary>"2025-26", "fy 2025-26", "fy26".</summary>
    private static Period? FinancialYear(string lowered, DateOnly today)
    {
        var digits = lowered.Where(char.IsAsciiDigit).ToArray();
        var words = lowered.Split(' ', '-', '/', '–');
        if (
            words.Any(word =>
                word.Length > 0
                && !char.IsAsciiDigit(word[0])
                && !Financial.Contains(word)
                && !Units.Years.Contains(word)
                && !CalendarWords.Around.Contains(word)
            )
        )
        {
            return null;
        }

        var years = words
            .Where(word => word.Length is 2 or 4 && word.All(char.IsAsciiDigit))
            .Select(word => int.Parse(word, CultureInfo.InvariantCulture))
            .ToList();
        var isNamed = words.Any(Financial.Contains);
        return (years, digits.Length) switch
        {
            ([>= FirstYear and <= LastYear and var from, var to], 6 or 8) when to % 100 == (from + 1) % 100 => FinancialFrom(from),
            ([var to], 2 or 4) when isNamed && Year(to) is { } full => FinancialFrom(full - 1),
            _ => null,
        };
    }

    private static int StartOfFinancialYear(DateOnly today) => today.Month >= FirstFinancialMonth ? today.Year : today.Year - 1;

    private static Period FinancialFrom(int year) => new(new(year, FirstFinancialMonth, 1), new(year + 1, FirstFinancialMonth - 1, 31));

    private static Period LatestMonth(int month, DateOnly today, bool gone) =>
        Month(new(month < today.Month || (month == today.Month && !gone) ? today.Year : today.Year - 1, month, 1));

    private static Period Month(DateOnly first) => new(first, first.AddMonths(1).AddDays(-1));

    private static Period WholeYear(int year) => new(new(year, 1, 1), new(year, MonthsPerYear, 31));

    /// <summary>"jan-mar": a hyphen between letters, not one inside 2025-26.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{M}])[-–](?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphen();

    private static int? Year(int year) =>
        year is >= FirstYear and <= LastYear ? year
        : year is >= 0 and < 100 ? 2000 + year
        : null;

    private static string WithoutOther(string lowered, out bool other)
    {
        var words = lowered.Split(' ');
        other = words.Any(Other.Contains);
        return other ? string.Join(' ', words.Where(word => !Other.Contains(word))) : lowered;
    }
}
