using DiGiBachat.Bot.Tests.Tidy;
using DiGiBachat.Bot.Tests.Transcripts;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Features;

/// <summary>Every line of the product's tables has its conversation, its way by menu and its transcripts.</summary>
public sealed class FeatureTranscriptTests
{
    /// <summary>What no menu offers: it comes with a word or a code of somebody else's.</summary>
    private static readonly string[] WithoutMenu = ["welcome", "menu"];

    private static readonly FeaturesPage Page = new();

    public static TheoryData<string> Lines => [.. FeatureList.All.Select(f => f.What)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_line_is_a_conversation_in_every_language_and_stands_in_a_menu(string what)
    {
        var feature = FeatureList.All.Single(f => f.What == what);
        foreach (var command in feature.Commands)
            Page.DialogOf(feature, command).Should().NotBe("", "\"{0}\" starts a conversation", command);
        foreach (var dialog in Page.DialogsOf(feature))
        {
            foreach (var language in Formats.Languages)
                Page.HeldIn(dialog, language).Should().NotBeEmpty("a transcript holds {0} in {1}", dialog, language);
            if (!WithoutMenu.Contains(dialog))
                Page.WayTo(dialog).Should().NotBeNull("a menu leads to {0}", dialog);
        }
        foreach (var key in feature.Says)
        foreach (var language in Formats.Languages)
            Said.In(key, language).Should().NotBeEmpty("a transcript says {0} in {1}", key, language);
    }

    [Fact]
    public void The_page_is_what_the_lines_are_today()
    {
        var file = Path.Combine(Repository.Root, "docs", "FEATURES.md");
        var today = Page.Write();
        if (Environment.GetEnvironmentVariable("BACHAT_REWRITE_TRANSCRIPTS") == "1")
            File.WriteAllText(file, today);
        else
            File.ReadAllText(file).Split('\n').Should().Equal(today.Split('\n'));
    }

    /// <summary>A command that nothing understands is found out, and so is a dialog without a menu.</summary>
    [Fact]
    public void What_is_missing_is_found()
    {
        Page.DialogOf(FeatureList.All[0], "sing a song of sixpence").Should().Be("");
        Page.WayTo("welcome").Should().BeNull();
    }
}
