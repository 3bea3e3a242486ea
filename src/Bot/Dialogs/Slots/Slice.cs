using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>What stands around a number in its text.</summary>
internal static class Slice
{
    /// <summary>The word or sign after the number, or before it when that is a rupee sign; "" when there is none.</summary>
    internal static string Unit(List<Token> tokens, FoundNumber number)
    {
        var after = number.End < tokens.Count ? tokens[number.End].Text : "";
        if (after == "." && number.End + 1 < tokens.Count && tokens[number.End + 1].Kind == TokenKind.Word)
        {
            after = "";
        }

        var before = number.First > 0 ? tokens[number.First - 1].Text : "";
        if (before == "." && number.First > 1)
        {
            before = tokens[number.First - 2].Text;
        }

        return after.Length > 0 && IsUnit(after) ? after : Units.Rupees.Contains(before) ? before : after;
    }

    /// <summary>Whether the text is this number and nothing else but signs, polite words and words of the given kinds.</summary>
    internal static bool WholeText(List<Token> tokens, FoundNumber number, params ReadOnlySpan<FrozenSet<string>> beside)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var (kind, text) = (tokens[i].Kind, tokens[i].Text);
            if ((i >= number.First && i < number.End) || (kind == TokenKind.Sign && text is "." or "!" or "₹" or "*" or "_" or "\"" or "।" or "," or "`"))
            {
                continue;
            }

            if (!IsIn(text, beside) && !(kind == TokenKind.Word && Normaliser.IsPolite(text)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIn(string text, ReadOnlySpan<FrozenSet<string>> sets)
    {
        foreach (var set in sets)
        {
            if (set.Contains(text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnit(string word) =>
        Units.Rupees.Contains(word) || Units.Paise.Contains(word) || Units.IsTime(word) || Units.Percent.Contains(word) || Units.Ordinals.Contains(word)
        || Units.NumberSigns.Contains(word);
}
