namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// The conversation as a pure step machine. It never calls anything: it answers with the one action it needs next, or with what
/// is to be said and kept. The same state, input and answers give the same steps for ever.
/// </summary>
public sealed class DialogEngine(DialogCatalog catalog)
{
    public const int MaxActions = 10;

    /// <summary>A message came in.</summary>
    public Step Begin(DialogState? state, Input input, Surroundings surroundings) => throw new NotSupportedException(catalog.ToString());

    /// <summary>Starts a dialog without words of the person, with slots already known.</summary>
    public Step Start(DialogState? state, string dialog, IReadOnlyDictionary<string, string> slots, Surroundings surroundings) =>
        throw new NotSupportedException(catalog.ToString());

    /// <summary>The action answered. <paramref name="changed"/>: surroundings after it, when it changed role, group or language.</summary>
    public Step Resume(Step.CallAction pending, ActionResult result, Surroundings? changed = null) =>
        throw new NotSupportedException(catalog.ToString());
}
