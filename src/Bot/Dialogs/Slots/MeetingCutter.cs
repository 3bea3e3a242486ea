using System.Text;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// Cuts a meeting's message into its items. A comma inside an amount that is grouped as amounts are (1,000 or 1,00,000) does not cut. What
/// a thumb makes of a nought (1OO, 5oo) becomes one.
/// </summary>
internal static partial class MeetingCutter
{
    internal static IReadOnlyList<string> Cut(string text)
    {
        var kept = Grouped()
            .Replace(
                text.ReplaceLineEndings("\n"),
                match => Amount().IsMatch(match.Value) ? match.Value.Replace(',', '\u001F') : match.Value
            );
        return
        [
            .. Ends()
                .Split(kept)
                .Select(item => Normaliser.Original(item.Replace('\u001F', ',')).Trim('.', ',', '-', ' '))
                .Where(item => item.Any(char.IsLetterOrDigit)),
        ];
    }

    /// <summary>The words of an item: small letters, digits as 0-9, "12: 500" and "12-500" as "12 500".</summary>
    internal static string[] Words(string item)
    {
        var plain = Between().Replace(Normaliser.Lowered(item), " ");
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Mended)];
    }

    /// <summary>A word among figures that look like it: 1oo is 100, l00 is 100. Any other word stays.</summary>
    private static string Mended(string word)
    {
        if (!Slip().IsMatch(word))
            return word;
        var mended = new StringBuilder(word.Length);
        foreach (var c in word)
            mended.Append(
                c switch
                {
                    'o' => '0',
                    'l' or 'i' or '|' => '1',
                    _ => c,
                }
            );
        return mended.ToString();
    }

    [GeneratedRegex(@"\d+(?:,\d+)+")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{2,3})*,\d{3}\z")]
    private static partial Regex Amount();

    [GeneratedRegex(@"[,;\n।|]|\.(?=\s|\z)(?<!\b[Rr]s\.)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<=[\p{L}\p{M}\d])\s*[:=\-–—]+\s*(?=[\p{L}\d])")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?=.*\d)(?:\d|o|[li|](?=[\do]))+\z")]
    private static partial Regex Slip();
}
