using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>A stretch of text in one script; the rules of shaping differ between them.</summary>
internal sealed record ScriptRun(string Text, Script Script);

/// <summary>
/// Cuts text into runs of one script. Digits, spaces, ₹ and punctuation belong to no script: they stay with the run before them.
/// </summary>
internal static class ScriptRuns
{
    public static IReadOnlyList<ScriptRun> Of(string text)
    {
        var runs = new List<ScriptRun>();
        var start = 0;
        Script? current = null;
        for (var i = 0; i < text.Length; )
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var script = Own(rune);
            if (script is { } next && current is { } before && next != before)
            {
                runs.Add(new ScriptRun(text[start..i], before));
                start = i;
            }
            current = script ?? current;
            i += length;
        }
        if (start < text.Length)
            runs.Add(new ScriptRun(text[start..], current ?? Script.Latin));
        return runs;
    }

    /// <summary>
    /// What can be printed: line breaks and control characters become a space, several spaces one; marks that are invisible, or symbols
    /// that the font does not have (emoji in a group's name), are left out. Letters always stay, so that a name is never shortened unseen.
    /// </summary>
    public static string Printable(string text, FontFace font)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (
                IsJoiner(rune)
                || font.Has(rune.Value)
                || Rune.IsLetterOrDigit(rune)
                || IsVowelSign(rune)
            )
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().TrimEnd();
    }

    // The joiners steer Devanagari conjuncts, so they are part of the spelling though nothing is seen of them.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    // Of a script the font lacks; what only varies an emoji's look is a mark as well, and is not kept.
    private static bool IsVowelSign(Rune rune) =>
        rune.Value
            is not (>= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x20D0 and <= 0x20FF)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static Script? Own(Rune rune) =>
        rune.Value switch
        {
            0x0964 or 0x0965 => null,
            >= 0x0900 and <= 0x097F or >= 0xA8E0 and <= 0xA8FF or >= 0x1CD0 and <= 0x1CFF =>
                Script.Devanagari,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter => Script.Latin,
                _ => null,
            },
        };
}
