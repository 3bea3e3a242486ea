using System.Collections.Frozen;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>
/// An action as the checks know it. Null for <paramref name="Supplies"/> (the arguments it gives to texts) or
/// <paramref name="Outcomes"/> means that nobody said, and then nothing is checked about them.
/// </summary>
public sealed record CheckedAction(
    string Name,
    ActionKind Kind,
    bool Money = false,
    IReadOnlyCollection<string>? Supplies = null,
    IReadOnlyCollection<string>? Outcomes = null
);

/// <summary>
/// What can be known about the dialogs before anybody talks: every fault with its file and line. Run at start and by the tests;
/// a catalogue with a fault does not serve.
/// </summary>
public static class DialogChecks
{
    public static IReadOnlyList<DialogFault> Check(
        IReadOnlyList<Dialog> dialogs,
        FrozenDictionary<string, SlotKind> slotKinds,
        IReadOnlyCollection<CheckedAction> actions,
        DialogTexts texts,
        SentenceBook? sentences = null
    )
    {
        var book = sentences ?? SentenceBook.Empty;
        var all = new CheckContext(
            dialogs,
            DialogCatalog.Compile(dialogs, slotKinds, texts, book),
            slotKinds,
            actions.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal),
            texts
        );
        foreach (var twice in dialogs.GroupBy(d => d.Name).Where(g => g.Count() > 1))
        {
            all.Fault(twice.Last().Place, "dialog-twice", $"there are two dialogs '{twice.Key}'");
        }

        foreach (var dialog in dialogs)
        {
            NameChecks.Check(all, dialog);
            WayChecks.Check(all, dialog);
            MoneyChecks.Check(all, dialog);
            WordChecks.Check(all, dialog);
            PlaceholderChecks.Check(all, dialog);
        }

        PhraseChecks.Check(all);
        SentenceChecks.Check(all, book);
        WordChecks.CheckEngine(all);
        return [.. all.Faults.Distinct().OrderBy(f => f.Place.File, StringComparer.Ordinal).ThenBy(f => f.Place.Line)];
    }
}

/// <summary>What every check looks at, and where it notes what is wrong.</summary>
internal sealed record CheckContext(
    IReadOnlyList<Dialog> Dialogs,
    DialogCatalog Catalog,
    FrozenDictionary<string, SlotKind> SlotKinds,
    FrozenDictionary<string, CheckedAction> Actions,
    DialogTexts Texts
)
{
    public List<DialogFault> Faults { get; } = [];

    public void Fault(Place place, string rule, string message) => Faults.Add(new DialogFault(place, rule, message));
}
