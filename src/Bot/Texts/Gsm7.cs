using System.Collections.Frozen;
using System.Text;

namespace DiGiBachat.Bot.Texts;

/// <summary>The GSM 03.38 alphabet, and what stands in for the commonest characters that it lacks.</summary>
public static class Gsm7
{
    private static readonly FrozenSet<char> Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà".ToFrozenSet();

    private static readonly FrozenSet<char> Extension = "\f^{}\\[~]|€".ToFrozenSet();

    private static readonly FrozenDictionary<char, string> Equivalents = new Dictionary<char, string>
    {
        ['₹'] = "Rs ", ['₨'] = "Rs ", ['–'] = "-", ['—'] = "-", ['−'] = "-", ['‑'] = "-", ['‐'] = "-", ['’'] = "'", ['‘'] = "'", ['ʼ'] = "'", ['“'] = "\"",
        ['”'] = "\"", ['„'] = "\"", ['…'] = "...", ['•'] = "-", ['·'] = "-", ['→'] = "->", ['×'] = "x", ['✓'] = "OK", ['✔'] = "OK", ['।'] = ".", ['\u00A0'] = " ",
        ['\u202F'] = " ", ['\u2009'] = " ", ['\t'] = " ", ['½'] = "1/2", ['¼'] = "1/4", ['¾'] = "3/4", ['á'] = "a", ['â'] = "a", ['ā'] = "a", ['ç'] = "c", ['ê'] = "e",
        ['ē'] = "e", ['í'] = "i", ['ī'] = "i", ['î'] = "i", ['ó'] = "o", ['ô'] = "o", ['ō'] = "o", ['ú'] = "u", ['ū'] = "u", ['û'] = "u", ['\u200B'] = "", ['\uFEFF'] = "",
    }.ToFrozenDictionary();

    /// <summary>What a character costs: 1, or 2 behind the escape; 0 when the alphabet does not have it.</summary>
    public static int Units(char c) => Basic.Contains(c) ? 1 : Extension.Contains(c) ? 2 : 0;

    public static bool Holds(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Units(c) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Characters with a faithful equivalent are written by it ("₹ 500" becomes "Rs 500");
    /// Devanagari is spelt in Latin letters; others stay as they are.
    /// </summary>
    public static string Written(string text)
    {
        if (Holds(text))
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 8);
        foreach (var c in Romanised.Of(text))
        {
            if (c == ' ' && EndsWithRupees(written))
            {
                continue;
            }

            written.Append(Units(c) > 0 || !Equivalents.TryGetValue(c, out var equivalent) ? c.ToString() : equivalent);
        }

        return written.ToString();
    }

    private static bool EndsWithRupees(StringBuilder text) => text.Length > 2 && text[^1] == ' ' && text[^2] == 's' && text[^3] == 'R';
}
