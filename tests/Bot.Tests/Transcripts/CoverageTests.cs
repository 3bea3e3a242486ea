using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Transcripts;

/// <summary>Which conversations the transcripts show, in which language: each must be held in each.</summary>
public sealed class CoverageTests
{
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
        TextsOf(dialog).Should().Contain(key => Said.In(key, language).Any(), "a transcript in {0} shows {1}", language, name);
    }

    /// <summary>A text that is in no transcript is not found: the check can fail.</summary>
    [Fact]
    public void A_text_that_nobody_said_is_not_found() => Said.In("turn.apology", Formats.English).Should().BeEmpty();

    /// <summary>What a dialog asks and says, in full keys.</summary>
    internal static IReadOnlyList<string> TextsOf(Dialog dialog) =>
        [
            .. dialog
                .States.Select(state =>
                    state switch
                    {
                        AskState ask => ask.Parts.Ask,
                        SayState say => say.Say,
                        _ => null,
                    }
                )
                .OfType<string>()
                .Select(dialog.KeyOf),
        ];
}
