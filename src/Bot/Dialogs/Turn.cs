using System.Collections.Immutable;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// One turn on its way: what was read, what has been said so far, and which action's answer it waits for. A copy is made before it
/// goes on, so that resuming the same step twice gives the same result twice.
/// </summary>
internal sealed partial class Turn
{
    /// <summary>States walked through in one turn, actions or not: a circle of dialogs ends here.</summary>
    public const int MaxMoves = 50;

    private readonly DialogCatalog catalog;
    private readonly (string? Dialog, string? State) before;
    private Surroundings surroundings;
    private DialogState state;
    private ImmutableList<Say> says = [];
    private ImmutableDictionary<string, object?> carried = ImmutableDictionary<string, object?>.Empty;
    private ImmutableDictionary<string, object?> shown = ImmutableDictionary<string, object?>.Empty;
    private Dialog? confirmed;
    private ActionKind waitsFor;
    private string? newLanguage;
    private Heard heard;
    private int actions;
    private int moves;

    public Turn(DialogCatalog catalog, DialogState state, Surroundings surroundings)
    {
        this.catalog = catalog;
        this.state = state;
        this.surroundings = surroundings;
        before = (state.Top?.Dialog, state.Top?.State);
    }

    public Turn Copy(Surroundings? changed)
    {
        var copy = (Turn)MemberwiseClone();
        copy.surroundings = changed ?? surroundings;
        return copy;
    }

    private Frame Top => state.Frames[^1];

    private Dialog TopDialog => catalog.Find(Top.Dialog)!;

    private Dialog? Open => state.Top is null ? null : TopDialog;

    private AskState TopAsk => (AskState)TopDialog.Find(Top.State)!;

    private AskFacts TopFacts => catalog.Ask(Top.Dialog, Top.State);

    private DateTimeOffset Now => surroundings.Now;

    private void ChangeTop(Frame frame) => state = state with { Frames = state.Frames.SetItem(state.Frames.Count - 1, frame) };

    private void Tell(Text text) => says = says.Add(new Say(text));

    private void Tell(string key, params (string Name, object? Value)[] arguments) => Tell(Text.Of(key, arguments));

    /// <summary>Nobody is left without an answer, also where a dialog ends without a word.</summary>
    private Step.Finished Finish() =>
        new(
            state,
            says.IsEmpty ? [new Say(new Text(EngineTexts.Ended))] : says,
            newLanguage,
            new TurnFacts(before.Dialog, before.State, state.Top?.Dialog, state.Top?.State, heard, actions)
        );

    /// <summary>Numbers never come again, and the time is in it: a button of a lost or older conversation meets no question.</summary>
    private string NewQuestionId()
    {
        state = state with { Questions = state.Questions + 1 };
        return $"{Now.ToUnixTimeMilliseconds():x}-{state.Questions}";
    }

    private bool Expired(Frame frame) => Now - frame.AskedAt > catalog.Ask(frame.Dialog, frame.State).Wait;

    /// <summary>Too long ago to be taken up again after something else. A confirmation's short wait alone does not lose a dialog.</summary>
    private bool Stale(Frame frame) => Expired(frame) && Now - frame.AskedAt > AskFacts.DefaultWait;

    /// <summary>The arguments of a text: the slots, what the last action gave, and the figures shown.</summary>
    private Dictionary<string, object?> Arguments()
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (state.Top is { } frame)
        {
            foreach (var (slot, value) in frame.Slots)
            {
                arguments[slot] = SlotArgument(TopDialog, slot, value);
            }
        }

        foreach (var (name, value) in carried)
        {
            arguments[name] = value;
        }

        foreach (var (name, value) in shown)
        {
            arguments[name] = value;
        }

        return arguments;
    }

    private object? SlotArgument(Dialog dialog, string slot, string value)
    {
        foreach (var choice in dialog.States.OfType<ChoiceState>())
        {
            if (choice.Parts.Slot == slot && choice.Entries.Any(e => e.Value == value))
            {
                return new Text(AskFacts.LabelKey(dialog, value));
            }
        }

        return catalog.KindOf(dialog, slot) is { } kind ? SlotValues.Argument(kind.Shape, value, surroundings.Slots) : value;
    }

    private static Text Title(string dialog) => new($"{dialog}.title");
}
