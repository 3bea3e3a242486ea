using System.Collections.Frozen;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>All dialogs, compiled once at start with the phrases of every language. Immutable.</summary>
public sealed class DialogCatalog
{
    private readonly FrozenDictionary<string, Dialog> dialogs;

    private DialogCatalog(IReadOnlyList<Dialog> dialogs, FrozenDictionary<string, SlotKind> slotKinds, DialogTexts texts)
    {
        this.dialogs = dialogs.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        SlotKinds = slotKinds;
        Texts = texts;
    }

    public IReadOnlyList<Dialog> Dialogs => dialogs.Values;

    internal FrozenDictionary<string, SlotKind> SlotKinds { get; }

    internal DialogTexts Texts { get; }

    public Dialog? Find(string name) => dialogs.GetValueOrDefault(name);

    public static DialogCatalog Compile(IReadOnlyList<Dialog> dialogs, FrozenDictionary<string, SlotKind> slotKinds, DialogTexts texts) =>
        new(dialogs, slotKinds, texts);
}
