using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// The conversation as a pure step machine. It never calls anything: it answers with the one action it needs next, or with what
/// is to be said and kept. The same state, input and answers give the same steps for ever.
/// </summary>
public sealed class DialogEngine(DialogCatalog catalog)
{
    /// <summary>Actions in one turn; a dialog that wants more is closed.</summary>
    public const int MaxActions = 10;

    /// <summary>A message came in.</summary>
    public Step Begin(DialogState? state, Input input, Surroundings surroundings) =>
        new Turn(catalog, state ?? DialogState.Empty, surroundings).Take(input);

    /// <summary>Starts a dialog without words of the person, with slots already known.</summary>
    public Step Start(DialogState? state, string dialog, IReadOnlyDictionary<string, string> slots, Surroundings surroundings) =>
        new Turn(catalog, state ?? DialogState.Empty, surroundings).TakeStart(
            catalog.Find(dialog) ?? throw new ArgumentException($"There is no dialog '{dialog}'.", nameof(dialog)),
            slots.ToImmutableDictionary(StringComparer.Ordinal)
        );

    /// <summary>The action answered. <paramref name="changed"/>: surroundings after it, when it changed role, group or language.</summary>
    public Step Resume(Step.CallAction pending, ActionResult result, Surroundings? changed = null) => pending.Turn.Copy(changed).Resume(result);
}
