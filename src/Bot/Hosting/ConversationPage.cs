using System.Text;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Hosting;

/// <summary>A conversation as a page of the documentation: how it is begun, its drawing, its texts in every language.</summary>
internal static class ConversationPage
{
    public static string Write(Dialog dialog, Texts.Texts texts)
    {
        var page = new StringBuilder();
        page.Append($"# {texts.Raw(Formats.English, dialog.TitleKey) ?? dialog.Name}\n\n");
        page.Append($"`dialogs/{dialog.Name}.yaml`, for {dialog.For.ToString().ToLowerInvariant()}\n\n");
        foreach (var language in Formats.Languages)
            if (texts.Phrases(dialog.Name, language) is { Count: > 0 } phrases)
                page.Append($"* {language}: {string.Join(" · ", phrases.Select(p => $"`{p}`"))}\n");
        page.Append("\n```mermaid\n");
        page.Append(DialogGraph.Draw(dialog, key => texts.Raw(Formats.English, key) ?? key).TrimEnd());
        page.Append("\n```\n\n");
        page.Append("| text | English | हिन्दी | hi-Latn |\n|---|---|---|---|\n");
        foreach (var key in texts.Keys.Where(k => k.StartsWith(dialog.Name + ".", StringComparison.Ordinal)))
            page.Append($"| {key[(dialog.Name.Length + 1)..]} | {string.Join(" | ", Formats.Languages.Select(l => Cell(texts.Raw(l, key))))} |\n");
        return page.ToString();
    }

    private static string Cell(string? text) =>
        (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("<br>");
}
