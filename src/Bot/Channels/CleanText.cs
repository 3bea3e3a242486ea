using System.Text;

namespace DiGiBachat.Bot.Channels;

/// <summary>What people send, made into text: broken UTF-8 becomes U+FFFD, control characters other than a new line go.</summary>
public static class CleanText
{
    public static string From(ReadOnlySpan<byte> utf8) => From(Encoding.UTF8.GetString(utf8));

    public static string From(string text)
    {
        if (!text.Any(char.IsControl) && !HasLoneSurrogate(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' || !Rune.IsControl(rune))
                clean.Append(rune);
            else if (rune.Value is '\t')
                clean.Append(' ');
        }
        return clean.ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return true;
        }
        return false;
    }
}
