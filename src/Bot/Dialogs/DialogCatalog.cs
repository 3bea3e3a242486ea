using System.Collections.Frozen;
using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>All dialogs, compiled once at start with the phrases of every language. Immutable.</summary>
public sealed class DialogCatalog
{
    /// <summary>The dialog that "menu" starts.</summary>
    public const string MenuDialog = "menu";

    /// <summary>The dialog that a stranger's first words start, whatever they are.</summary>
    public const string WelcomeDialog = "welcome";

    /// <summary>The kind of slot that reads yes and no, as the values "yes" and "no".</summary>
    public const string YesNoKind = "yes-no";

    private readonly FrozenDictionary<string, Dialog> dialogs;
    private readonly FrozenDictionary<(string Dialog, string State), AskFacts> asks;
    private readonly FrozenDictionary<(string Dialog, string Slot), SlotKind> kinds;

    private DialogCatalog(IReadOnlyList<Dialog> list, FrozenDictionary<string, SlotKind> slotKinds, DialogTexts texts, SentenceBook sentences)
    {
        dialogs = list.DistinctBy(d => d.Name).ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        Dialogs = [.. dialogs.Values.OrderBy(d => d.Name, StringComparer.Ordinal)];
        YesNo = slotKinds.GetValueOrDefault(YesNoKind);
        asks = dialogs
            .Values.SelectMany(d => d.States.OfType<AskState>().DistinctBy(s => s.Name).Select(s => (d, s)))
            .ToFrozenDictionary(p => (p.d.Name, p.s.Name), p => AskFacts.Of(p.d, p.s, slotKinds, texts));
        kinds = KindsOfSlots(dialogs.Values, asks, slotKinds);
        var phrases = new PhraseCompiler(this, texts);
        Router = new Router(
            Dialogs,
            (phrases.OfDialogs(), phrases.OfEngine()),
            texts.Languages.SelectMany(l => texts.Phrases(l, EngineTexts.PoliteWords)),
            Denials.Of(sentences)
        );
        Understander = new Understander(this, Router, new Sentences(sentences));
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<Dialog> Dialogs { get; }

    internal SlotKind? YesNo { get; }

    internal Router Router { get; }

    internal Understander Understander { get; }

    public Dialog? Find(string name) => dialogs.GetValueOrDefault(name);

    /// <summary>Compiles what can be compiled; what is wrong is for the checks to say.</summary>
    public static DialogCatalog Compile(
        IReadOnlyList<Dialog> dialogs,
        FrozenDictionary<string, SlotKind> slotKinds,
        DialogTexts texts,
        SentenceBook? sentences = null
    ) => new(dialogs, slotKinds, texts, sentences ?? SentenceBook.Empty);

    internal AskFacts Ask(string dialog, string state) => asks[(dialog, state)];

    /// <summary>How a slot of a dialog is read: by the question that fills it, or as declared for one that nothing asks.</summary>
    internal SlotKind? KindOf(Dialog dialog, string slot) => kinds.GetValueOrDefault((dialog.Name, slot));

    private static FrozenDictionary<(string Dialog, string Slot), SlotKind> KindsOfSlots(
        IEnumerable<Dialog> dialogs,
        FrozenDictionary<(string Dialog, string State), AskFacts> asks,
        FrozenDictionary<string, SlotKind> slotKinds
    )
    {
        var kinds = new Dictionary<(string, string), SlotKind>();
        foreach (var dialog in dialogs)
        {
            foreach (var state in dialog.States.OfType<AskState>())
            {
                if (state.Parts.Slot is { } slot && asks[(dialog.Name, state.Name)].Kind is { } kind)
                {
                    kinds.TryAdd((dialog.Name, slot), kind);
                }
            }

            foreach (var (slot, name) in dialog.Slots)
            {
                if (slotKinds.TryGetValue(name, out var kind))
                {
                    kinds.TryAdd((dialog.Name, slot), kind);
                }
            }
        }

        return kinds.ToFrozenDictionary();
    }
}

/// <summary>What is known about a question before anybody answers it.</summary>
internal sealed record AskFacts(
    SlotKind? Kind,
    bool Free,
    FrozenDictionary<string, string> Labels,
    string? ExampleKey,
    bool ConfirmsMoney,
    TimeSpan Wait
)
{
    public static readonly TimeSpan DefaultWait = TimeSpan.FromHours(24);
    public static readonly TimeSpan MoneyWait = TimeSpan.FromMinutes(15);

    /// <summary>A kind that understands this takes any words, so that a command must be looked for first.</summary>
    private const string Nonsense = "qzx wvk";

    private static readonly SlotSurroundings Nowhere = new(new DateOnly(2026, 1, 1), "en", []);

    public static AskFacts Of(Dialog dialog, AskState state, FrozenDictionary<string, SlotKind> kinds, DialogTexts texts)
    {
        var labels = state switch
        {
            ChoiceState choice => choice.Entries.SelectMany(e => Names(texts, e.Value, LabelKey(dialog, e.Value))),
            MenuState menu => menu.Dialogs.SelectMany(d => Names(texts, d, $"{d}.title")),
            _ => [],
        };
        var byLabel = labels
            .Where(l => l.Words.Length > 0)
            .DistinctBy(l => l.Words, StringComparer.Ordinal)
            .ToFrozenDictionary(l => l.Words, l => l.Value, StringComparer.Ordinal);
        var kind = state.Parts.Accept is { } accept ? kinds.GetValueOrDefault(accept) : KindOfLabels(state, byLabel);
        var confirms = state is ChoiceState { Entries: var entries } && entries.Any(e => dialog.Find(e.Target) is DoState { Money: true });
        var example = state.Parts.Example is { } own ? dialog.KeyOf(own) : EngineTexts.ExamplePrefix + state.Parts.Accept;
        return new AskFacts(
            kind,
            kind is not null && state.Parts.Accept is not null && ReadsAnything(kind),
            byLabel,
            texts.HasEverywhere(example) ? example : null,
            confirms,
            confirms ? MoneyWait : state.Parts.Wait ?? DefaultWait
        );
    }

    public static bool ReadsAnything(SlotKind kind) => kind.Read(Nonsense, Nowhere) is SlotOutcome.Understood;

    /// <summary>Yes and no are the engine's; every other label is the dialog's own.</summary>
    public static string LabelKey(Dialog dialog, string value) =>
        value switch
        {
            "yes" => EngineTexts.Yes,
            "no" => EngineTexts.No,
            _ => $"{dialog.Name}.choices.{value}",
        };

    private static IEnumerable<(string Words, string Value)> Names(DialogTexts texts, string value, string key) =>
        texts.Languages.Select(l => texts.Raw(l, key)).OfType<string>().Append(value).Select(label => (Words.Join(label), value));

    /// <summary>A choice of fixed entries can be named in a command by their labels.</summary>
    private static SlotKind? KindOfLabels(AskState state, FrozenDictionary<string, string> labels) =>
        state is ChoiceState { Options: null, Parts.Slot: { } slot }
            ? new SlotKind(
                slot,
                ValueShape.Words,
                (text, _) =>
                    labels.TryGetValue(Words.Join(text), out var value) ? new SlotOutcome.Understood(value) : new SlotOutcome.NotUnderstood()
            )
            : null;
}
