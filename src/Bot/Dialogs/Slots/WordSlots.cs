using System.Collections.Frozen;
using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Slots of words: a choice among a few names, a person's name, free text.</summary>
internal static class WordSlots
{
    internal const int ShortestName = 2;
    internal const int LongestName = 40;
    internal const int LongestText = 160;
    internal const string TextTooLong = "slots.text-length";
    internal const string NameShape = "slots.name-shape";

    private static readonly FrozenDictionary<string, string> Languages = Named(
        ("en", "en english inglish englis ingles angrezi angreji angrezee angrejee angrazi eng अंग्रेजी अंग्रेज़ी अँग्रेजी इंग्लिश इंगलिश"),
        ("hi", "hi hindi hindee hinde हिंदी हिन्दी हिंदि हिन्दि देवनागरी devanagari devnagri"),
        ("hi-Latn", "hi_latn hinglish roman romanised romanized romanhindi हिंग्लिश रोमन"));

    private static readonly FrozenDictionary<string, string> Frequencies = Named(
        ("weekly", "weekly week haftawar haftavar haftewar saptahik hafta hafte saptah everyweek हफ्तेवार हफ्ते हफ्ता साप्ताहिक सप्ताह हफ्तावार"),
        ("fortnightly", "fortnightly fortnight biweekly pakhwada pakhwara pakshik pakhvada पखवाड़ा पाक्षिक पखवाड़े"),
        ("monthly", "monthly month mahine mahina mahinay masik maasik mahinewar maheene everymonth महीने महीना मासिक माह माहवार"));

    private static readonly FrozenSet<string> Around = Units.Set("har every each in mein me main to switch change talk speak bolo batao karo ka ki ke ko per once a par please language bhasha हर प्रति में भाषा बोलो करो का की के");

    internal static SlotOutcome Language(string text, SlotSurroundings surroundings)
    {
        // "roman hindi" and "hindi in english letters" name the script last or first; roman decides.
        var found = Choices(text, Languages);
        return found is not null && found.Contains("hi-Latn") && !found.Contains("en") ? new SlotOutcome.Understood("hi-Latn") : One(found);
    }

    /// <summary>"har do hafte" is a fortnight.</summary>
    internal static SlotOutcome Frequency(string text, SlotSurroundings surroundings)
    {
        var tokens = NumberLexer.Cut(Normaliser.Lowered(text));
        var counts = NumberWords.Find(tokens);
        if (counts is [{ } count])
        {
            var unit = Slice.Unit(tokens, count);
            var days = Units.Weeks.Contains(unit) ? count.Value * 7 : Units.Days.Contains(unit) ? count.Value : Units.Months.Contains(unit) && count.Value == 1 ? 30 : 0;
            return days switch
            {
                7 => new SlotOutcome.Understood("weekly"),
                14 or 15 => new SlotOutcome.Understood("fortnightly"),
                30 => new SlotOutcome.Understood("monthly"),
                _ => new SlotOutcome.NotUnderstood(),
            };
        }

        return One(Choices(text, Frequencies));
    }

    internal static SlotOutcome Weekday(string text, SlotSurroundings surroundings)
    {
        var days = Normaliser.Normalise(text).Split(' ').Where(word => !Around.Contains(word) && !Normaliser.IsPolite(word)).Select(CalendarWords.Weekday).Distinct().ToList();
        return days.Contains(null) || days.Count == 0
            ? new SlotOutcome.NotUnderstood()
            : One([.. days.Select(day => ((DayOfWeek)(day!.Value % 7)).ToString())]);
    }

    /// <summary>2 to 40 characters, letters of any script; spaces, dots, hyphens and apostrophes between them.</summary>
    internal static SlotOutcome PersonName(string text, SlotSurroundings surroundings)
    {
        var name = Normaliser.Original(text).Trim('.', ',', '!', ' ');
        var length = new StringInfo(name).LengthInTextElements;
        var letters = name.All(c => NumberLexer.IsWordPart(c) || c is ' ' or '.' or '-' or '\'' or '’' or '\u200C' or '\u200D');
        return !name.Any(char.IsLetter) ? new SlotOutcome.NotUnderstood()
            : letters && length is >= ShortestName and <= LongestName ? new SlotOutcome.Understood(name)
            : new SlotOutcome.Impossible(NameShape);
    }

    internal static SlotOutcome FreeText(string text, SlotSurroundings surroundings)
    {
        var kept = Normaliser.Original(text);
        return kept.Length switch
        {
            0 => new SlotOutcome.NotUnderstood(),
            <= LongestText => new SlotOutcome.Understood(kept),
            _ => new SlotOutcome.Impossible(TextTooLong),
        };
    }

    /// <summary>The choices named in a text that says nothing else; null when it says something else.</summary>
    private static List<string>? Choices(string text, FrozenDictionary<string, string> names)
    {
        var found = new List<string>(1);
        foreach (var word in Normaliser.Normalise(text).Split(' '))
        {
            if (names.TryGetValue(word, out var name))
            {
                found.Add(name);
            }
            else if (!Around.Contains(word) && !Normaliser.IsPolite(word))
            {
                return null;
            }
        }

        return found;
    }

    private static SlotOutcome One(List<string>? found) =>
        found?.Distinct().ToList() switch
        {
            null or [] => new SlotOutcome.NotUnderstood(),
            [var one] => new SlotOutcome.Understood(one),
            var several => new SlotOutcome.Ambiguous(several),
        };

    private static FrozenDictionary<string, string> Named(params ReadOnlySpan<(string Value, string Words)> choices)
    {
        var names = new Dictionary<string, string>();
        foreach (var (value, words) in choices)
        {
            foreach (var word in words.Split(' '))
            {
                names[Normaliser.Normalise(word.Replace('_', ' '))] = value;
            }
        }

        return names.ToFrozenDictionary();
    }
}
