using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>What a text about a day is made of. Unknown: something in it has nothing to do with days.</summary>
internal sealed partial class DateWords
{
    private const int LongestMonths = 120;

    private readonly HashSet<string> words = [];

    internal List<int> Numbers { get; } = [];

    internal int? Month { get; private set; }

    internal int? Weekday { get; private set; }

    /// <summary>Days from today: "2 din baad" 2, "teen hafte pehle" -21.</summary>
    internal int? Offset { get; private set; }

    /// <summary>Months from today: "do mahine baad" 2, "ek saal pehle" -12.</summary>
    internal int? OffsetMonths { get; private set; }

    /// <summary>The numbers stand together as 5/4/2026 or 5-4.</summary>
    internal bool IsJoined { get; private set; }

    internal bool HasDayOfMonth { get; private set; }

    internal bool HasMonthWord { get; private set; }

    internal bool HasWeekWord { get; private set; }

    /// <summary>A number of months, not a day: "pichle 3 mahine".</summary>
    internal bool CountsMonths { get; private set; }

    internal bool Unknown { get; private set; }

    /// <summary>"mahine ka aakhri din", "last day of the month", "month end".</summary>
    internal bool IsLastDay =>
        (HasMonthWord || Month is not null)
        && Numbers.Count == 0
        && Has(CalendarWords.Last)
        && (!words.Contains("last") || words.Contains("day") || words.Contains("date"));

    internal bool Has(FrozenSet<string> any) => words.Overlaps(any);

    internal bool HasWord(string word) => words.Contains(word);

    internal static DateWords Cut(string text) => new DateWords().Take(Separated(Apart(Normaliser.Lowered(text)), out var joined), joined);

    private DateWords Take(string separated, bool joined)
    {
        IsJoined = joined;
        var tokens = NumberLexer.Cut(separated);
        var numbers = NumberWords.Find(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var at = i;
            if (numbers.Find(number => number.First == at) is { End: > 0 } number && !IsWeekdayOrMonth(tokens[i], number, tokens))
            {
                TakeNumber(number, tokens);
                i = number.End - 1;
            }
            else
            {
                TakeWord(tokens[i]);
            }
        }

        return this;
    }

    /// <summary>"sat" is seven and Saturday; alone, or after next and last, it is the day.</summary>
    private static bool IsWeekdayOrMonth(Token token, FoundNumber number, List<Token> tokens) =>
        token.Kind == TokenKind.Word
        && number.End - number.First == 1
        && CalendarWords.Weekday(token.Text) is not null
        && (number.End == tokens.Count || !Units.IsTime(tokens[number.End].Text));

    private void TakeNumber(FoundNumber number, List<Token> tokens)
    {
        if (number.Value != decimal.Truncate(number.Value) || number.Value is < 0 or > 9999)
        {
            Unknown = true;
            return;
        }

        var value = (int)number.Value;
        var unit = Slice.Unit(tokens, number);
        if (TakeMonthsAway(value, unit, tokens))
        {
            return;
        }

        var span =
            Units.Days.Contains(unit) ? 1
            : Units.Weeks.Contains(unit) ? 7
            : 0;
        var rest = tokens.Select(token => token.Text).ToHashSet();
        var sign =
            rest.Overlaps(CalendarWords.Ago) ? -1
            : rest.Overlaps(CalendarWords.After) ? 1
            : 0;
        if (span > 0 && sign != 0)
        {
            Offset = value * span * sign;
            return;
        }

        CountsMonths |= Units.Months.Contains(unit);
        HasDayOfMonth |= Units.DayOfMonth.Contains(unit) || Units.Ordinals.Contains(unit) || unit is "ko" or "को";
        Numbers.Add(value);
    }

    /// <summary>Only with a word that says on which side: "2 mahine baad"; "pichle 2 mahine" is a time, not a day.</summary>
    private bool TakeMonthsAway(int value, string unit, List<Token> tokens)
    {
        var months =
            Units.Months.Contains(unit) ? 1
            : Units.Years.Contains(unit) ? 12
            : 0;
        var sign =
            tokens.Exists(token => CalendarWords.Since.Contains(token.Text)) ? -1
            : tokens.Exists(token => CalendarWords.Hence.Contains(token.Text)) ? 1
            : 0;
        if (months == 0 || sign == 0 || value > LongestMonths || tokens.Exists(token => CalendarWords.Gone.Contains(token.Text)))
        {
            return false;
        }

        OffsetMonths = value * months * sign;
        return true;
    }

    private void TakeWord(Token token)
    {
        var word = token.Text;
        if (token.Kind is TokenKind.Malformed or TokenKind.Numeral)
        {
            Unknown = true;
        }
        else if (CalendarWords.Month(word) is { } month)
        {
            Unknown |= Month is not null;
            Month = month;
        }
        else if (CalendarWords.Weekday(word) is { } weekday)
        {
            Unknown |= Weekday is not null;
            Weekday = weekday;
        }
        else if (CalendarWords.Ordinal(word) is { } day)
        {
            HasDayOfMonth = true;
            Numbers.Add(day);
        }
        else
        {
            HasMonthWord |= Units.Months.Contains(word);
            HasWeekWord |= Units.Weeks.Contains(word);
            words.Add(word);
            Unknown |= token.Kind == TokenKind.Word && !IsKnown(word);
        }
    }

    private static bool IsKnown(string word) =>
        Units.IsTime(word)
        || Units.Ordinals.Contains(word)
        || Normaliser.IsPolite(word)
        || CalendarWords.Around.Contains(word)
        || CalendarWords.Today.Contains(word)
        || CalendarWords.Tomorrow.Contains(word)
        || CalendarWords.Yesterday.Contains(word)
        || CalendarWords.Kal.Contains(word)
        || CalendarWords.Parso.Contains(word)
        || CalendarWords.Coming.Contains(word)
        || CalendarWords.Gone.Contains(word)
        || CalendarWords.This.Contains(word)
        || CalendarWords.After.Contains(word)
        || CalendarWords.Ago.Contains(word)
        || CalendarWords.Last.Contains(word)
        || CalendarWords.Until.Contains(word)
        || word is "and" or "aur" or "wala" or "subah" or "ho";

    /// <summary>"5april" and "fy26" as two words.</summary>
    internal static string Apart(string lowered) => Seam().Replace(lowered, " ");

    [GeneratedRegex(@"(?<=[0-9])(?=[\p{L}])|(?<=[\p{L}\p{M}])(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Seam();

    /// <summary>5/4/2026, 5-4-26, 5.4.2026 and 2026-04-05 as numbers apart; "1st-Aug" as words apart.</summary>
    private static string Separated(string lowered, out bool joined)
    {
        var chars = lowered.ToCharArray();
        joined = false;
        for (var i = 1; i < chars.Length - 1; i++)
        {
            if (chars[i] is '/' or '-' or '–' or '.' && IsPart(chars[i - 1]) && IsPart(chars[i + 1]))
            {
                joined |= char.IsAsciiDigit(chars[i - 1]) && char.IsAsciiDigit(chars[i + 1]);
                chars[i] = ' ';
            }
        }

        return new string(chars);
    }

    private static bool IsPart(char c) => char.IsAsciiDigit(c) || NumberLexer.IsWordPart(c);
}
