using System.Text.RegularExpressions;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Tests.Tidy;

namespace DiGiBachat.Bot.Tests.Transcripts;

/// <summary>What the bot says in the transcripts: which of them say a text, in which language.</summary>
internal static partial class Said
{
    public static DiGiBachat.Bot.Texts.Texts Texts { get; } = Catalog.LoadTexts();

    private static readonly IReadOnlyList<(string File, string Words)> Transcripts =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Transcripts"), "*.chat")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), string.Join('\n', File.ReadLines(file).Where(IsSaidByTheBot)))),
    ];

    /// <summary>The transcripts in which the longest run of the text's own words was said; what fills its holes does not matter.</summary>
    public static IEnumerable<string> In(string key, string language)
    {
        if (Texts.Raw(language, key) is not { } raw)
            return [];
        var run = Hole().Split(raw).SelectMany(part => part.Split('\n')).MaxBy(part => part.Length)!;
        return Transcripts.Where(t => t.Words.Contains(run, StringComparison.Ordinal)).Select(t => t.File);
    }

    private static bool IsSaidByTheBot(string line) =>
        line.StartsWith("bot", StringComparison.Ordinal) || line.StartsWith(TranscriptFile.Continued, StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
