using System.Collections.Frozen;
using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Plain counts: a number, months of a loan, a percentage, a day of the month.</summary>
internal static class CountSlots
{
    internal const int MostMonths = 600;
    internal const int LargestPercent = 100;
    internal const string NoSuchDayOfMonth = "slots.day-of-month";

    private const int MonthsPerYear = 12;
    private const int PointsPerPercent = 100;

    private static readonly FrozenSet<string> Around = Units.Set(
        "ka ke ki ko se hai h hain for liye mein me har every per mahine month only sirf tak hi maheene mahinay ही महीने महिने माह का के की को से है लिए में हर तक"
    );
    private static readonly FrozenSet<string> LastDay = Units.Set("last aakhri akhri aakhiri akhiri antim end ant आखिरी आखरी अंतिम अंत");
    private static readonly FrozenSet<string> DayWords = Units
        .DayOfMonth.Union(Units.Days)
        .Union(Units.Ordinals)
        .Union(Around)
        .ToFrozenSet();
    private static readonly FrozenSet<string> Empty = Units.Set(
        "empty nothing none zero khali khaali kuch kuchh nahi nahin nhi hai box dabba खाली कुछ नहीं नही है शून्य डिब्बा"
    );
    private static readonly FrozenSet<string> Bonds = Units.Set("and aur or ya se to और या");

    internal static SlotOutcome Number(string text, SlotSurroundings surroundings) =>
        Only(text, Around, Units.NumberSigns) is not { } values ? new SlotOutcome.NotUnderstood() : Whole(values, 0, NumberWords.Largest);

    /// <summary>What lies in the box: an amount, or a word for an empty one, as no question takes 0 for an answer.</summary>
    internal static SlotOutcome Cash(string text, SlotSurroundings surroundings) =>
        Normaliser.Normalise(text).Split(' ').All(Empty.Contains) ? new SlotOutcome.Understood("0") : MoneySlot.Read(text, surroundings);

    /// <summary>"6", "chhe mahine", "ek saal", "dedh saal", "1 year 6 months", "half year".</summary>
    internal static SlotOutcome Months(string text, SlotSurroundings surroundings)
    {
        var tokens = NumberLexer.Cut(Normaliser.Lowered(text));
        var numbers = Sound(tokens);
        if (numbers.Count == 0)
        {
            return new SlotOutcome.NotUnderstood();
        }

        var counts = numbers.ConvertAll(number => number.Value * (Units.Years.Contains(Slice.Unit(tokens, number)) ? MonthsPerYear : 1));
        var isSum =
            numbers.Count == 2
            && Units.Years.Contains(Slice.Unit(tokens, numbers[0]))
            && Units.Months.Contains(Slice.Unit(tokens, numbers[1]));
        return Covers(tokens, numbers, Units.Months, Units.Years, Around, Bonds)
            ? Whole(isSum ? [counts[0] + counts[1]] : counts, 0, MostMonths)
            : new SlotOutcome.NotUnderstood();
    }

    /// <summary>In hundredths of a percent: "1.5 percent" is 150. "2 rupaye saikda" is what villages say for two percent.</summary>
    internal static SlotOutcome Percent(string text, SlotSurroundings surroundings) =>
        Only(text, Units.Percent, Units.Rupees, Around, Units.Months) is { } values
            ? Whole(values.ConvertAll(value => value * PointsPerPercent), 0, LargestPercent * PointsPerPercent)
            : new SlotOutcome.NotUnderstood();

    internal static SlotOutcome DayOfMonth(string text, SlotSurroundings surroundings)
    {
        var words = Normaliser.Normalise(text).Split(' ');
        if (
            words.Any(LastDay.Contains)
            && words.All(word => LastDay.Contains(word) || DayWords.Contains(word) || word is "of" or "the" or "day" or "month")
        )
        {
            return new SlotOutcome.Understood("31");
        }

        if (words.Where(word => !DayWords.Contains(word)).ToList() is [var word] && CalendarWords.Ordinal(word) is { } ordinal)
        {
            return new SlotOutcome.Understood(ordinal.ToString(CultureInfo.InvariantCulture));
        }

        var tokens = NumberLexer.Cut(Normaliser.Lowered(text));
        if (NumberWords.Find(tokens).Exists(number => Units.Months.Contains(Slice.Unit(tokens, number))))
        {
            return new SlotOutcome.NotUnderstood();
        }

        return Only(text, Units.DayOfMonth, Units.Ordinals, Around) switch
        {
            null => new SlotOutcome.NotUnderstood(),
            [var day] when day == decimal.Truncate(day) && day is < 1 or > 31 => new SlotOutcome.Impossible(NoSuchDayOfMonth),
            var days => Whole(days, 1, 31),
        };
    }

    private static List<decimal>? Only(string text, params ReadOnlySpan<FrozenSet<string>> beside)
    {
        var tokens = NumberLexer.Cut(Normaliser.Lowered(text));
        var numbers = Sound(tokens);
        return numbers.Count > 0 && Covers(tokens, numbers, [.. beside, Bonds]) ? numbers.ConvertAll(number => number.Value) : null;
    }

    private static List<FoundNumber> Sound(List<Token> tokens) =>
        tokens.Exists(token => token.Kind == TokenKind.Malformed) ? [] : NumberWords.Find(tokens);

    private static bool Covers(List<Token> tokens, List<FoundNumber> numbers, params ReadOnlySpan<FrozenSet<string>> beside)
    {
        var rest = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var at = i;
            if (!numbers.Exists(number => at >= number.First && at < number.End))
            {
                rest.Add(tokens[i]);
            }
        }

        return Slice.WholeText(rest, new FoundNumber(0, 0, 0, false, false), beside);
    }

    private static SlotOutcome Whole(List<decimal> values, long least, long most)
    {
        var distinct = values.Distinct().ToList();
        if (distinct.Exists(value => value != decimal.Truncate(value) || value < least || value > most))
        {
            return new SlotOutcome.NotUnderstood();
        }

        var texts = distinct.ConvertAll(value => ((long)value).ToString(CultureInfo.InvariantCulture));
        return texts.Count == 1 ? new SlotOutcome.Understood(texts[0]) : new SlotOutcome.Ambiguous(texts);
    }
}
