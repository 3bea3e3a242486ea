using System.Collections.Frozen;
using System.Text;

namespace DiGiBachat.Bot.Texts;

/// <summary>
/// Names and words that people wrote in Devanagari, as they are commonly spelt in Latin letters: "मीरा जोशी" is "Meera Joshi". For SMS
/// to readers of Latin letters, where one Devanagari letter would more than double the cost, and old phones show boxes.
/// </summary>
internal static class Romanised
{
    private const char Virama = '्';
    private const char Nukta = '़';
    /// <summary>The short a that no sign writes; it is spelt a where it is heard.</summary>
    private const string Schwa = "ə";

    private static readonly FrozenDictionary<char, string> Consonants = new Dictionary<char, string>
    {
        ['क'] = "k", ['ख'] = "kh", ['ग'] = "g", ['घ'] = "gh", ['ङ'] = "n", ['च'] = "ch", ['छ'] = "chh", ['ज'] = "j", ['झ'] = "jh", ['ञ'] = "n",
        ['ट'] = "t", ['ठ'] = "th", ['ड'] = "d", ['ढ'] = "dh", ['ण'] = "n", ['त'] = "t", ['थ'] = "th", ['द'] = "d", ['ध'] = "dh", ['न'] = "n",
        ['प'] = "p", ['फ'] = "ph", ['ब'] = "b", ['भ'] = "bh", ['म'] = "m", ['य'] = "y", ['र'] = "r", ['ल'] = "l", ['ळ'] = "l", ['व'] = "v",
        ['श'] = "sh", ['ष'] = "sh", ['स'] = "s", ['ह'] = "h",
    }.ToFrozenDictionary();

    /// <summary>The few that a dot below makes into another sound.</summary>
    private static readonly FrozenDictionary<char, string> Dotted = new Dictionary<char, string>
    {
        ['क'] = "q", ['ख'] = "kh", ['ग'] = "g", ['ज'] = "z", ['ड'] = "d", ['ढ'] = "dh", ['फ'] = "f",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Vowels = new Dictionary<char, string>
    {
        ['अ'] = Schwa, ['आ'] = "aa", ['इ'] = "i", ['ई'] = "ee", ['उ'] = "u", ['ऊ'] = "oo", ['ऋ'] = "ri", ['ए'] = "e", ['ऐ'] = "ai", ['ओ'] = "o", ['औ'] = "au",
        ['ऑ'] = "o", ['ा'] = "a", ['ि'] = "i", ['ी'] = "ee", ['ु'] = "u", ['ू'] = "oo", ['ृ'] = "ri", ['े'] = "e", ['ै'] = "ai", ['ो'] = "o", ['ौ'] = "au",
        ['ॉ'] = "o", ['ॅ'] = "e",
    }.ToFrozenDictionary();

    private static bool IsSign(char c) => c is >= '\u093E' and <= '\u094C';

    private static bool IsDevanagari(char c) => c is >= '\u0900' and <= '\u097F' or '\u200C' or '\u200D';

    /// <summary>Every word in Devanagari in Latin letters with a capital; all else stays.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && IsDevanagari(text[end]))
                end++;
            if (end > at)
                written.Append(Word(text[at..end].Normalize(NormalizationForm.FormD)));
            else
                written.Append(text[end++]);
            at = end;
        }
        return written.ToString();
    }

    private static string Word(string letters)
    {
        var sounds = Sounds(letters);
        DropSilent(sounds);
        if (sounds.Count > 0 && sounds[^1].Vowel is "ee" or "oo")
            sounds[^1] = sounds[^1] with { Vowel = sounds[^1].Vowel == "ee" ? "i" : "u" };
        var word = string.Concat(sounds.Select(s => s.Consonant + s.Vowel + s.Nasal)).Replace(Schwa, "a", StringComparison.Ordinal);
        return word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
    }

    private sealed record Sound(string Consonant, string Vowel, string Nasal);

    private static List<Sound> Sounds(string letters)
    {
        var sounds = new List<Sound>();
        for (var i = 0; i < letters.Length; i++)
        {
            var next = i + 1 < letters.Length ? letters[i + 1] : '\0';
            var c = letters[i];
            if (Consonants.TryGetValue(c, out var consonant))
                sounds.Add(new(next == Nukta && Dotted.TryGetValue(c, out var dotted) ? dotted : consonant, Schwa, ""));
            else if (c == Virama && sounds.Count > 0)
                sounds[^1] = sounds[^1] with { Vowel = "" };
            else if (IsSign(c) && sounds.Count > 0)
                sounds[^1] = sounds[^1] with { Vowel = Vowels.GetValueOrDefault(c, "") };
            else if (Vowels.TryGetValue(c, out var vowel))
                sounds.Add(new("", vowel, ""));
            else if (c is 'ं' or 'ँ' && sounds.Count > 0)
                sounds[^1] = sounds[^1] with { Nasal = "n" };
            else if (c is '।')
                sounds.Add(new(".", "", ""));
            else if (c is >= '०' and <= '९')
                sounds.Add(new(((char)('0' + c - '०')).ToString(), "", ""));
        }
        return sounds;
    }

    /// <summary>The short a that is written by nothing is silent at the end of a word, and between two syllables in the middle.</summary>
    private static void DropSilent(List<Sound> sounds)
    {
        if (sounds.Count > 1 && sounds[^1] is { Vowel: Schwa, Consonant.Length: > 0, Nasal: "" } && char.IsLetter(sounds[^1].Consonant[0]))
            sounds[^1] = sounds[^1] with { Vowel = "" };
        for (var i = sounds.Count - 2; i > 0; i--)
            if (
                sounds[i] is { Vowel: Schwa, Consonant.Length: > 0, Nasal: "" }
                && sounds[i - 1].Vowel.Length > 0
                && sounds[i + 1] is { Vowel.Length: > 0, Consonant.Length: > 0 }
            )
                sounds[i] = sounds[i] with { Vowel = "" };
    }
}
