using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Tests.Tidy;

namespace DiGiBachat.Bot.Tests.Conversations;

/// <summary>The pages that <c>./dev docs</c> draws are those of the dialogs and locales as they are.</summary>
public sealed class ConversationPageTests
{
    public static TheoryData<string> Dialogs => [.. Catalog.ReadDialogs().Dialogs.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void The_drawn_conversation_is_that_of_today(string name)
    {
        var dialog = Catalog.ReadDialogs().Dialogs.Single(d => d.Name == name);
        var file = Path.Combine(Repository.Root, "docs", "conversations", name + ".md");
        File.ReadAllText(file).ReplaceLineEndings("\n").Should().Be(ConversationPage.Write(dialog, Catalog.LoadTexts()), "./dev docs draws them anew");
    }
}
