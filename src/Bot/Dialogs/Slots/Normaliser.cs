using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// One form of what was typed, so that tables need one spelling: composed, lower case, without joiners, nukta and stray signs,
/// digits of any script as ASCII. Pure and without culture.
/// </summary>
public static class Normaliser
{
    private const char Nukta = '\u093C';

    private static readonly SearchValues<char> JoiningApostrophes = SearchValues.Create("'’‘`´ʼ");

    private static readonly FrozenSet<string> PoliteWords = new[]
    {
        "ji", "jee", "please", "pls", "plz", "plzz", "plese", "kripya", "kripaya", "krupaya", "kindly", "sir", "madam",
        "जी", "कृपया", "प्लीज", "प्लीस", "सर", "मैडम",
    }.ToFrozenSet();

    /// <summary>For words and commands: like <see cref="Lowered(string)"/>, and punctuation and symbols become single spaces.</summary>
    public static string Normalise(string text) => Spaced(Lowered(text), true);

    /// <summary>For codes: like <see cref="Normalise"/>, and every letter stays, three of a kind too.</summary>
    internal static string NormaliseCode(string text) => Spaced(Lowered(text, false), false);

    private static string Spaced(string lowered, bool halves)
    {
        var kept = new StringBuilder(lowered.Length);
        var gap = false;
        foreach (var rune in lowered.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !IsMark(rune))
            {
                gap |= !(rune.IsBmp && JoiningApostrophes.Contains((char)rune.Value));
                continue;
            }

            if (gap && kept.Length > 0)
            {
                kept.Append(' ');
            }

            if (halves && !gap && rune.IsBmp && IsRepetition(kept, (char)rune.Value))
            {
                continue;
            }

            gap = false;
            _ = rune.IsBmp ? kept.Append((char)rune.Value) : kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>
    /// For numbers and dates, whose signs mean something: lower case, digits and full-width signs as ASCII, joiners and
    /// nukta off, letters repeated three times and more halved, single spaces. Punctuation stays.
    /// </summary>
    public static string Lowered(string text) => Lowered(text, true);

    private static string Lowered(string text, bool halves)
    {
        var composed = Compose(text).ToLowerInvariant();
        var kept = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            var mapped = Ascii(c);
            if (mapped is Nukta || IsJoiner(mapped) || (mapped == ' ' && (kept.Length == 0 || kept[^1] == ' ')))
            {
                continue;
            }

            if (!halves || !IsRepetition(kept, mapped))
            {
                kept.Append(mapped);
            }
        }

        return kept.ToString().TrimEnd();
    }

    /// <summary>For names, purposes and references: composed, without control characters and joiners at the edges, single spaces.</summary>
    public static string Original(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in Compose(text))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                {
                    kept.Append(' ');
                }
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u2060') && !IsDirectionMark(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Trim(' ', '\u200C', '\u200D');
    }

    /// <summary>A normalised text without ji, please, kripya; unchanged when nothing else is in it.</summary>
    public static string WithoutPoliteWords(string normalised)
    {
        var words = normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var left = words.Where(word => !PoliteWords.Contains(word)).ToArray();
        return left.Length is 0 || left.Length == words.Length ? normalised : string.Join(' ', left);
    }

    internal static bool IsPolite(string word) => PoliteWords.Contains(word);

    private static string Compose(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: a phone cut the message inside an emoji. The rest is still a message.
            return new string([.. text.Where(c => !char.IsSurrogate(c))]).Normalize(NormalizationForm.FormC);
        }
    }

    private static char Ascii(char c)
    {
        if (c < 128)
        {
            return c is '\t' or '\n' or '\r' ? ' ' : c;
        }

        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            return char.ToLowerInvariant((char)(c - 0xFEE0));
        }

        var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        if (digit >= 0)
        {
            return (char)('0' + digit);
        }

        return char.IsWhiteSpace(c) ? ' ' : c;
    }

    private static bool IsRepetition(StringBuilder kept, char c)
    {
        if (kept.Length == 0 || kept[^1] != c)
        {
            return false;
        }

        // A vowel sign is never written twice; a letter never three times.
        var mark = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return mark || (char.IsLetter(c) && kept.Length > 1 && kept[^2] == c);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoiner(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' || IsDirectionMark(c) || (c < ' ' && c != '\n') || c is '\uFE0F' or '\uFE0E';

    private static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
