using System.Globalization;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>Breaks text into lines at spaces; a word wider than the line is broken between letters, never inside a conjunct.</summary>
internal static class LineBreaks
{
    /// <summary>More than this of one text is cut with "…": a row is never split over pages, so it may not grow without end.</summary>
    public const int MaximumLines = 12;

    private const char Virama = '\u094D';
    private const string Ellipsis = "…";

    public static IReadOnlyList<string> Break(
        this Typesetter typesetter,
        string text,
        TextStyle style,
        float width
    )
    {
        var clean = ScriptRuns.Printable(text, FontFace.Of(style.Weight));
        if (Fits(clean))
            return [clean];
        var lines = new List<string>();
        var line = "";
        foreach (var piece in clean.Split(' ').SelectMany(word => Pieces(word, Fits)))
        {
            var longer =
                line.Length == 0 ? piece.Text
                : piece.StartsWord ? $"{line} {piece.Text}"
                : line + piece.Text;
            if (Fits(longer))
            {
                line = longer;
                continue;
            }
            lines.Add(line);
            line = piece.Text;
        }
        lines.Add(line);
        return lines.Count <= MaximumLines
            ? lines
            : [.. lines.Take(MaximumLines - 1), Shortened(lines[MaximumLines - 1], Fits)];

        bool Fits(string part) => typesetter.Shape(part, style.Weight).Width(style.Size) <= width;
    }

    /// <summary>The text on one line; what does not fit is cut and shows it.</summary>
    public static string OneLine(
        this Typesetter typesetter,
        string text,
        TextStyle style,
        float width
    )
    {
        var clean = ScriptRuns.Printable(text, FontFace.Of(style.Weight));
        return Fits(clean) ? clean : Shortened(clean, Fits);

        bool Fits(string part) => typesetter.Shape(part, style.Weight).Width(style.Size) <= width;
    }

    private static IEnumerable<(string Text, bool StartsWord)> Pieces(
        string word,
        Func<string, bool> fits
    )
    {
        if (fits(word))
        {
            yield return (word, true);
            yield break;
        }
        var starts = true;
        var piece = "";
        foreach (var syllable in Syllables(word))
        {
            if (piece.Length > 0 && !fits(piece + syllable))
            {
                yield return (piece, starts);
                starts = false;
                piece = "";
            }
            piece += syllable;
        }
        yield return (piece, starts);
    }

    private static IEnumerable<string> Syllables(string word)
    {
        var open = "";
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext())
        {
            open += letters.GetTextElement();
            if (open[^1] == Virama)
                continue;
            yield return open;
            open = "";
        }
        if (open.Length > 0)
            yield return open;
    }

    private static string Shortened(string line, Func<string, bool> fits)
    {
        var syllables = Syllables(line).ToList();
        while (syllables.Count > 0 && !fits(string.Concat(syllables) + Ellipsis))
            syllables.RemoveAt(syllables.Count - 1);
        return string.Concat(syllables).TrimEnd() + Ellipsis;
    }
}
