using System.Globalization;
using System.Text.Json;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Groups;

/// <summary>What a rule's value is, and so how it is read and shown.</summary>
public enum RuleKind
{
    Amount,
    Percent,
    Number,
    Months,
    Switch,
    Choice,
    Hour,

    /// <summary>The saving days: how often, and on which day.</summary>
    Calendar,
}

/// <summary>
/// One rule. A value stands in plain figures and words, as the log keeps it: money in paise, a rate in hundredths of a percent, "yes" and
/// "no", the name of a choice, an hour, "monthly:10", and "off" for a rule that does not hold.
/// </summary>
/// <param name="Get">The value in the rules.</param>
/// <param name="Set">The rules with another value; one that <see cref="Check"/> has passed.</param>
/// <param name="Least">The lowest figure, in the unit of the value; null when it is no figure.</param>
/// <param name="Choices">What may be chosen; empty for figures.</param>
/// <param name="MayBeOff">The rule need not hold at all.</param>
public sealed record Rule(
    string Key,
    RuleChapter Chapter,
    RuleKind Kind,
    Func<GroupRules, string> Get,
    Func<GroupRules, string, GroupRules> Set,
    long? Least,
    long? Most,
    IReadOnlyList<string> Choices,
    bool MayBeOff
)
{
    public const string Off = "off";
    public const string Yes = "yes";
    public const string No = "no";

    private const int HoursOfDay = 23;

    private Refusal? own;

    /// <summary>Out of bounds, it is refused in these words instead of the general ones.</summary>
    public Rule Refusing(Refusal refusal) => this with { own = refusal };

    /// <summary>Null when the value can be; otherwise the refusal with the bounds.</summary>
    public Refusal? Check(string value)
    {
        if (value == Off)
            return MayBeOff ? null : new RuleCannotBeOff();
        if (Kind == RuleKind.Calendar)
            return CalendarOf(value) is null ? new RuleNotAChoice() : null;
        if (Choices.Count > 0)
            return Choices.Contains(value) ? null : new RuleNotAChoice();
        return
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure)
            && figure >= Least
            && figure <= Most
            ? null
            : own ?? OutOfBounds();
    }

    private Refusal OutOfBounds() =>
        Kind == RuleKind.Amount
            ? new RuleAmountOutOfBounds(new(Least!.Value), new(Most!.Value))
            : new RuleNumberOutOfBounds((int)Least!.Value, (int)Most!.Value);

    internal static Rule Amount(
        string key,
        RuleChapter chapter,
        Func<GroupRules, Money> get,
        Func<GroupRules, Money, GroupRules> set,
        Money least,
        Money most
    ) => Figure(key, chapter, RuleKind.Amount, r => get(r).Paise, (r, v) => set(r, new(v)), (least.Paise, most.Paise));

    internal static Rule AmountOrOff(
        string key,
        RuleChapter chapter,
        Func<GroupRules, Money?> get,
        Func<GroupRules, Money?, GroupRules> set,
        Money least,
        Money most
    ) =>
        FigureOrOff(
            key,
            chapter,
            RuleKind.Amount,
            r => get(r)?.Paise,
            (r, v) => set(r, v is { } paise ? new Money(paise) : null),
            (least.Paise, most.Paise)
        );

    internal static Rule Percent(
        string key,
        RuleChapter chapter,
        Func<GroupRules, Rate> get,
        Func<GroupRules, Rate, GroupRules> set,
        Rate most
    ) =>
        Figure(
            key,
            chapter,
            RuleKind.Percent,
            r => get(r).BasisPointsPerMonth,
            (r, v) => set(r, new((int)v)),
            (0, most.BasisPointsPerMonth)
        );

    internal static Rule Number(
        string key,
        RuleChapter chapter,
        Func<GroupRules, int> get,
        Func<GroupRules, int, GroupRules> set,
        int least,
        int most
    ) => Figure(key, chapter, RuleKind.Number, r => get(r), (r, v) => set(r, (int)v), (least, most));

    internal static Rule NumberOrOff(
        string key,
        RuleChapter chapter,
        Func<GroupRules, int?> get,
        Func<GroupRules, int?, GroupRules> set,
        int least,
        int most
    ) => FigureOrOff(key, chapter, RuleKind.Number, r => get(r), (r, v) => set(r, (int?)v), (least, most));

    internal static Rule Months(
        string key,
        RuleChapter chapter,
        Func<GroupRules, int> get,
        Func<GroupRules, int, GroupRules> set,
        int least,
        int most
    ) => Figure(key, chapter, RuleKind.Months, r => get(r), (r, v) => set(r, (int)v), (least, most));

    internal static Rule Switch(string key, RuleChapter chapter, Func<GroupRules, bool> get, Func<GroupRules, bool, GroupRules> set) =>
        new(key, chapter, RuleKind.Switch, r => get(r) ? Yes : No, (r, v) => set(r, v == Yes), null, null, [Yes, No], false);

    internal static Rule Hour(
        string key,
        RuleChapter chapter,
        Func<GroupRules, TimeOnly> get,
        Func<GroupRules, TimeOnly, GroupRules> set
    ) => Figure(key, chapter, RuleKind.Hour, r => get(r).Hour, (r, v) => set(r, new((int)v, 0)), (0, HoursOfDay));

    internal static Rule OneOf(
        string key,
        RuleChapter chapter,
        Func<GroupRules, string> get,
        Func<GroupRules, string, GroupRules> set,
        IReadOnlyList<string> choices
    ) => new(key, chapter, RuleKind.Choice, get, set, null, null, choices, false);

    /// <summary>The choices are the enum's names in kebab case, in its order.</summary>
    internal static Rule Choice<T>(string key, RuleChapter chapter, Func<GroupRules, T> get, Func<GroupRules, T, GroupRules> set)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(v => Kebab(v.ToString()));
        return OneOf(key, chapter, r => Kebab(get(r).ToString()), (r, v) => set(r, names[v]), [.. names.Keys]);
    }

    internal static Rule Days(string key, RuleChapter chapter) =>
        new(
            key,
            chapter,
            RuleKind.Calendar,
            r => ValueOf(r.Calendar),
            (r, v) => r with { Calendar = CalendarOf(v)!(r.Calendar.StartsOn) },
            null,
            null,
            [],
            false
        );

    /// <summary>"monthly:10", "weekly:Monday".</summary>
    public static string ValueOf(DueCalendar calendar) =>
        FormattableString.Invariant(
            $"{Kebab(calendar.Frequency.ToString())}:{calendar.DayOfMonth?.ToString(CultureInfo.InvariantCulture) ?? calendar.Weekday.ToString()}"
        );

    /// <summary>The calendar of such a value once its first day is known; null when there is none.</summary>
    public static Func<DateOnly, DueCalendar>? CalendarOf(string value) =>
        value.Split(':') switch
        {
            ["monthly", var day]
                when int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is >= 1 and <= DueCalendar.LastDayOfMonth => startsOn => DueCalendar.Monthly(number, startsOn),
            ["weekly", var day] when Enum.TryParse<DayOfWeek>(day, out var weekday) && Enum.IsDefined(weekday) => startsOn =>
                DueCalendar.Weekly(weekday, startsOn),
            ["fortnightly", var day] when Enum.TryParse<DayOfWeek>(day, out var weekday) && Enum.IsDefined(weekday) => startsOn =>
                DueCalendar.Fortnightly(weekday, startsOn),
            _ => null,
        };

    private static Rule Figure(
        string key,
        RuleChapter chapter,
        RuleKind kind,
        Func<GroupRules, long> get,
        Func<GroupRules, long, GroupRules> set,
        (long Least, long Most) bounds
    ) => new(key, chapter, kind, r => Words(get(r)), (r, v) => set(r, Long(v)), bounds.Least, bounds.Most, [], false);

    private static Rule FigureOrOff(
        string key,
        RuleChapter chapter,
        RuleKind kind,
        Func<GroupRules, long?> get,
        Func<GroupRules, long?, GroupRules> set,
        (long Least, long Most) bounds
    ) =>
        new(
            key,
            chapter,
            kind,
            r => get(r) is { } figure ? Words(figure) : Off,
            (r, v) => set(r, v == Off ? null : Long(v)),
            bounds.Least,
            bounds.Most,
            [],
            true
        );

    private static string Words(long figure) => figure.ToString(CultureInfo.InvariantCulture);

    private static long Long(string figure) => long.Parse(figure, CultureInfo.InvariantCulture);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
