using System.Text;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Draws a dialog as Mermaid, with its texts, for people who want to see a conversation before having it.</summary>
public static class DialogGraph
{
    private const string EndNode = "done";
    private const int LongestText = 160;

    /// <summary>The drawing alone. <paramref name="text"/> gives the words of a key.</summary>
    public static string Draw(Dialog dialog, Func<string, string> text)
    {
        var drawing = new StringBuilder();
        drawing.Append("flowchart TD\n");
        drawing.Append("  begin((start)) --> ").Append(Node(dialog.Start)).Append('\n');
        foreach (var state in dialog.States)
        {
            drawing.Append("  ").Append(Node(state.Name)).Append(Box(dialog, state, text)).Append('\n');
            foreach (var (by, target) in state.Ways)
            {
                drawing.Append("  ").Append(Node(state.Name)).Append(Arrow(dialog, state, by, text)).Append(Node(target)).Append('\n');
            }
        }

        if (dialog.States.Any(s => s.Ways.Any(w => w.Target == Dialog.End)))
        {
            drawing.Append("  ").Append(EndNode).Append("((end))\n");
        }

        return drawing.ToString();
    }

    private static string Node(string state) => state == Dialog.End ? EndNode : "s_" + state.Replace('-', '_');

    private static string Box(Dialog dialog, State state, Func<string, string> text) =>
        state switch
        {
            DoState act => $"[[\"{Quoted((act.Money ? "₹ " : "") + act.Action)}\"]]",
            SayState say => $"(\"{Quoted(text(dialog.KeyOf(say.Say)))}\")",
            HandOverState handOver => $"[/\"{Quoted($"→ {handOver.Dialog}")}\"/]",
            MenuState menu => $"{{{{\"{Quoted(string.Join('\n', [text(dialog.KeyOf(menu.Parts.Ask)), .. menu.Dialogs.Select((d, i) => $"{i + 1} {text($"{d}.title")}")]))}\"}}}}",
            AskState ask => $"[\"{Quoted(text(dialog.KeyOf(ask.Parts.Ask)))}\"]",
            _ => $"[\"{Quoted(state.Name)}\"]",
        };

    /// <summary>A way is named by the label that people choose; what simply goes on has no name.</summary>
    private static string Arrow(Dialog dialog, State state, string by, Func<string, string> text) =>
        (state, by) switch
        {
            (_, "next" or "done") => " --> ",
            (_, "refused") => " -. refused .-> ",
            (ChoiceState, _) => $" -- \"{Quoted(text(AskFacts.LabelKey(dialog, by)))}\" --> ",
            _ => $" -- \"{Quoted(by)}\" --> ",
        };

    private static string Quoted(string words)
    {
        var cut = words.Length <= LongestText ? words : words[..LongestText] + "…";
        return cut.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .ReplaceLineEndings("<br>");
    }
}
