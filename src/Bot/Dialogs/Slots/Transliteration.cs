using System.Text;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// A rough sound key of a name, the same for "Sunita", "Suneeta" and "सुनीता". Vowel length, aspirated doubles and the short a
/// that Devanagari does not write are left out, so names that only differ by them match too and are asked about.
/// </summary>
internal static class Transliteration
{
    private const char Virama = '्';

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['क'] = "k",
        ['ख'] = "kh",
        ['ग'] = "g",
        ['घ'] = "gh",
        ['ङ'] = "n",
        ['च'] = "c",
        ['छ'] = "c",
        ['ज'] = "j",
        ['झ'] = "jh",
        ['ञ'] = "n",
        ['ट'] = "t",
        ['ठ'] = "th",
        ['ड'] = "d",
        ['ढ'] = "dh",
        ['ण'] = "n",
        ['त'] = "t",
        ['थ'] = "th",
        ['द'] = "d",
        ['ध'] = "dh",
        ['न'] = "n",
        ['प'] = "p",
        ['फ'] = "f",
        ['ब'] = "b",
        ['भ'] = "bh",
        ['म'] = "m",
        ['य'] = "y",
        ['र'] = "r",
        ['ल'] = "l",
        ['ळ'] = "l",
        ['व'] = "v",
        ['श'] = "s",
        ['ष'] = "s",
        ['स'] = "s",
        ['ह'] = "h",
        ['अ'] = "a",
        ['आ'] = "a",
        ['इ'] = "i",
        ['ई'] = "i",
        ['उ'] = "u",
        ['ऊ'] = "u",
        ['ऋ'] = "ri",
        ['ए'] = "e",
        ['ऐ'] = "e",
        ['ओ'] = "o",
        ['औ'] = "o",
        ['ा'] = "a",
        ['ि'] = "i",
        ['ी'] = "i",
        ['ु'] = "u",
        ['ू'] = "u",
        ['ृ'] = "ri",
        ['े'] = "e",
        ['ै'] = "e",
        ['ो'] = "o",
        ['ौ'] = "o",
        ['ं'] = "n",
        ['ँ'] = "n",
        ['ॅ'] = "e",
        ['ॉ'] = "o",
        ['ः'] = "",
    };

    /// <summary>The key of one word, as <see cref="Normaliser.Normalise"/> leaves it.</summary>
    internal static string Key(string word)
    {
        var latin = new StringBuilder(word.Length * 2);
        foreach (var c in word)
        {
            if (c != Virama)
            {
                latin.Append(Letters.TryGetValue(c, out var letters) ? letters : c.ToString());
            }
        }

        return Skeleton(latin.ToString());
    }

    private static string Skeleton(string latin)
    {
        var key = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            var next = i + 1 < latin.Length ? latin[i + 1] : '\0';
            var (sound, length) = (latin[i], next) switch
            {
                ('t' or 'd', 'h') => (latin[i], 2),
                ('c', 'h') => ('c', i + 2 < latin.Length && latin[i + 2] == 'h' ? 3 : 2),
                ('c', 'k') => ('k', 2),
                ('s', 'h') => ('s', 2),
                ('p', 'h') => ('f', 2),
                ('e', 'e') => ('i', 2),
                ('o', 'o') => ('u', 2),
                ('a', 'i' or 'y') => ('e', 2),
                ('a' or 'o', 'u') => ('o', 2),
                ('m', 'b' or 'p') => ('n', 1),
                ('y', '\0') => ('i', 1),
                ('q', _) => ('k', 1),
                ('w', _) => ('v', 1),
                ('z', _) => ('j', 1),
                var (letter, _) => (letter, 1),
            };
            if (sound == 'x')
            {
                Add(key, 'k');
                sound = 's';
            }

            // The a inside a word is what Devanagari leaves unwritten.
            if (sound != 'a' || i == 0)
            {
                Add(key, sound);
            }

            i += length - 1;
        }

        return key.ToString();
    }

    private static void Add(StringBuilder key, char sound)
    {
        if (key.Length == 0 || key[^1] != sound)
        {
            key.Append(sound);
        }
    }
}
