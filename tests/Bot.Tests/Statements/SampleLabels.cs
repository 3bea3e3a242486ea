using DiGiBachat.Bot.Hosting;

namespace DiGiBachat.Bot.Tests.Statements;

/// <summary>The labels of the statement as the locales have them.</summary>
internal static class SampleLabels
{
    private static readonly DiGiBachat.Bot.Texts.Texts Texts = Catalog.LoadTexts();

    public static Func<string, string> In(string language) => key => Texts.Raw(language, key)!;
}
