using System.Text.RegularExpressions;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Tests.Tidy;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Transcripts;

/// <summary>Which conversations the transcripts show, in which language: each must be held in each.</summary>
public sealed partial class CoverageTests
{
    private static readonly DiGiBachat.Bot.Texts.Texts Texts = Catalog.LoadTexts();

    private static readonly string Said = string.Join(
        '\n',
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Transcripts"), "*.chat")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("bot", StringComparison.Ordinal) || line.StartsWith(TranscriptFile.Continued, StringComparison.Ordinal))
    );

    public static TheoryData<string, string> Conversations
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var dialog in Catalog.ReadDialogs().Dialogs)
            foreach (var language in Formats.Languages)
                all.Add(dialog.Name, language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Every_conversation_is_held_in_every_language(string name, string language)
    {
        var dialog = Catalog.ReadDialogs().Dialogs.Single(d => d.Name == name);
        var texts = dialog.States.Select(TextOf).OfType<string>().Select(dialog.KeyOf).ToList();
        texts.Should().Contain(key => IsSaid(key, language), "a transcript in {0} shows {1}", language, name);
    }

    /// <summary>A text that is in no transcript is not found: the check can fail.</summary>
    [Fact]
    public void A_text_that_nobody_said_is_not_found() => IsSaid("turn.apology", Formats.English).Should().BeFalse();

    private static string? TextOf(State state) =>
        state switch
        {
            AskState ask => ask.Parts.Ask,
            SayState say => say.Say,
            _ => null,
        };

    /// <summary>Whether the longest run of the text's own words was said; what fills its holes does not matter.</summary>
    private static bool IsSaid(string key, string language)
    {
        var runs = Hole().Split(Texts.Raw(language, key)!).SelectMany(part => part.Split('\n'));
        return Said.Contains(runs.MaxBy(run => run.Length)!, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
