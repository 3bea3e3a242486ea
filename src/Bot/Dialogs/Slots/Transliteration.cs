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
        ['क'] = "k", ['ख'] = "kh", ['ग'] = "g", ['घ'] = "gh", ['ङ'] = "n", ['च'] = "c", ['छ'] = "c", ['ज'] = "j", ['झ'] = "jh", ['ञ'] = "n",
        ['ट'] = "t", ['ठ'] = "th", ['ड'] = "d", ['ढ'] = "dh", ['ण'] = "n", ['त'] = "t", ['थ'] = "th", ['द'] = "d", ['ध'] = "dh", ['न'] = "n",
        ['प'] = "p", ['फ'] = "f", ['ब'] = "b", ['भ'] = "bh", ['म'] = "m", ['य'] = "y", ['र'] = "r", ['ल'] = "l", ['ळ'] = "l", ['व'] = "v",
        ['श'] = "s", ['ष'] = "s", ['स'] = "s", ['ह'] = "h", ['अ'] = "a", ['आ'] = "a", ['इ'] = "i", ['ई'] = "i", ['उ'] = "u", ['ऊ'] = "u",
        ['ऋ'] = "ri", ['ए'] = "e", ['ऐ'] = "e", ['ओ'] = "o", ['औ'] = "o", ['ा'] = "a", ['ि'] = "i", ['ी'] = "i", ['ु'] = "u", ['ू'] = "u",
        ['ृ'] = "ri", ['े'] = "e", ['ै'] = "e", ['ो'] = "o", ['ौ'] = "o", ['ं'] = "n", ['ँ'] = "n", ['ॅ'] = "e", ['ॉ'] = "o", ['ः'] = "",
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
        var sound = latin
            .Replace("chh", "c", StringComparison.Ordinal).Replace("ch", "c", StringComparison.Ordinal).Replace("sh", "s", StringComparison.Ordinal)
            .Replace("ph", "f", StringComparison.Ordinal).Replace("ksh", "ks", StringComparison.Ordinal).Replace("x", "ks", StringComparison.Ordinal)
            .Replace("ck", "k", StringComparison.Ordinal).Replace("q", "k", StringComparison.Ordinal).Replace("w", "v", StringComparison.Ordinal)
            .Replace("z", "j", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal).Replace("oo", "u", StringComparison.Ordinal)
            .Replace("ai", "e", StringComparison.Ordinal).Replace("ay", "e", StringComparison.Ordinal).Replace("au", "o", StringComparison.Ordinal)
            .Replace("ou", "o", StringComparison.Ordinal);
        var key = new StringBuilder(sound.Length);
        for (var i = 0; i < sound.Length; i++)
        {
            var c = sound[i] == 'm' && i + 1 < sound.Length && sound[i + 1] is 'b' or 'p' ? 'n' : sound[i];
            var silent = c == 'a' && i > 0;
            var doubled = key.Length > 0 && key[^1] == c;
            if (!silent && !doubled)
            {
                key.Append(c == 'y' && i == sound.Length - 1 ? 'i' : c);
            }
        }

        return key.ToString();
    }
}
