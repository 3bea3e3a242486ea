using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Reads one state; its keys tell which kind it is.</summary>
internal static class StateReader
{
    private static readonly string[] AskKeys = ["show", "ask", "slot", "accept", "check", "example", "help", "wait"];
    private static readonly string[] QuestionKeys = [.. AskKeys, "next"];
    private static readonly string[] ChoiceKeys = [.. AskKeys, "choices", "options", "next"];
    private static readonly string[] MenuKeys = ["show", "ask", "menu", "help", "wait"];
    private static readonly string[] DoKeys = ["do", "money", "done", "refused", "outcomes"];
    private static readonly string[] SayKeys = ["show", "say", "media", "end", "next"];
    private static readonly string[] HandOverKeys = ["start", "slots"];

    public static State? Read(string name, NodeReader node)
    {
        if (name == Dialog.End)
        {
            node.Wrong(node.Place, $"'{Dialog.End}' is no name for a state: it ends the dialog");
            return null;
        }

        return node switch
        {
            _ when node.Has("do") => ReadDo(name, node),
            _ when node.Has("say") => ReadSay(name, node),
            _ when node.Has("start") => ReadHandOver(name, node),
            _ when node.Has("menu") => ReadMenu(name, node),
            _ when node.Has("choices") || node.Has("options") => ReadChoice(name, node),
            _ => ReadQuestion(name, node),
        };
    }

    private static QuestionState? ReadQuestion(string name, NodeReader node)
    {
        node.OnlyKeys(QuestionKeys);
        var parts = ReadParts(node);
        var slot = node.Required("slot");
        var accept = node.Required("accept");
        var next = node.Required("next");
        return parts is null || slot is null || accept is null || next is null
            ? null
            : new QuestionState(name, node.Place, node.Optional("show"), parts, next);
    }

    private static ChoiceState? ReadChoice(string name, NodeReader node)
    {
        node.OnlyKeys(ChoiceKeys);
        var parts = ReadParts(node);
        var next = node.Optional("next");
        var options = node.Optional("options");
        ImmutableArray<ChoiceEntry> entries = node.IsMapping("choices")
            ? [.. node.Pairs("choices").Select(p => new ChoiceEntry(p.Name, p.Value, p.Place))]
            : [.. node.Words("choices").Select(w => new ChoiceEntry(w.Word, next ?? Dialog.End, w.Place))];
        if (options is not null && entries.Length > 0)
        {
            node.Wrong("options", "a choice has either choices or options");
        }

        if (options is null && entries.Length == 0)
        {
            node.Wrong("choices", "a choice without choices");
        }

        var leadsOn = options is not null || parts?.Accept is not null || !node.IsMapping("choices");
        if (leadsOn && next is null)
        {
            node.Wrong("choices", "'next' is missing");
        }

        if ((options is not null || parts?.Accept is not null) && parts?.Slot is null)
        {
            node.Wrong("options", "'slot' is missing");
        }

        return parts is null ? null : new ChoiceState(name, node.Place, node.Optional("show"), parts, entries, options, next);
    }

    private static MenuState? ReadMenu(string name, NodeReader node)
    {
        node.OnlyKeys(MenuKeys);
        return ReadParts(node) is { } parts
            ? new MenuState(name, node.Place, node.Optional("show"), parts, [.. node.Words("menu").Select(w => w.Word)])
            : null;
    }

    private static DoState? ReadDo(string name, NodeReader node)
    {
        node.OnlyKeys(DoKeys);
        var outcomes = node.Map("outcomes");
        var done = node.Optional("done");
        if (done is null && outcomes.IsEmpty)
        {
            node.Wrong("done", "what follows when it is done?");
        }

        return node.Required("do") is { } action
            ? new DoState(name, node.Place, action, node.Flag("money"), done, node.Optional("refused") ?? Dialog.End, outcomes)
            : null;
    }

    private static SayState? ReadSay(string name, NodeReader node)
    {
        node.OnlyKeys(SayKeys);
        var end = node.Flag("end");
        var next = node.Optional("next");
        if (end == next is not null)
        {
            node.Wrong("next", "say either 'end: true' or 'next'");
        }

        return node.Required("say") is { } say
            ? new SayState(name, node.Place, node.Optional("show"), say, node.Optional("media"), next ?? Dialog.End)
            : null;
    }

    private static HandOverState? ReadHandOver(string name, NodeReader node)
    {
        node.OnlyKeys(HandOverKeys);
        return node.Required("start") is { } dialog ? new HandOverState(name, node.Place, dialog, node.Map("slots")) : null;
    }

    private static AskParts? ReadParts(NodeReader node) =>
        node.Required("ask") is { } ask
            ? new AskParts(
                ask,
                node.Optional("slot"),
                node.Optional("accept"),
                node.Optional("check"),
                node.Optional("example"),
                node.Optional("help"),
                node.Duration("wait")
            )
            : null;
}
