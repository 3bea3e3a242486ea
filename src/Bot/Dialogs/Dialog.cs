using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Where in a file something stands.</summary>
public sealed record Place(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>What a person may be in the group she is talking about. A person without a group is a stranger.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Stranger = 1,
    Pending = 2,
    Member = 4,
    Treasurer = 8,
    Admin = 16,
    Anybody = Stranger | Pending | Member | Treasurer | Admin,
}

/// <summary>
/// One conversation as its file says it: who may start it, what it asks, checks and does. It names texts and actions and contains
/// neither. <paramref name="Slots"/> are the slots that no question fills, with the kind that reads them.
/// </summary>
public sealed record Dialog(
    string Name,
    Place Place,
    string Hash,
    Roles For,
    bool NeedsGroup,
    string Start,
    ImmutableDictionary<string, string> Slots,
    ImmutableArray<State> States
)
{
    public const string End = "end";

    private readonly ImmutableDictionary<string, State> byName = States
        .DistinctBy(s => s.Name)
        .ToImmutableDictionary(s => s.Name, StringComparer.Ordinal);

    public State? Find(string state) => byName.GetValueOrDefault(state);

    /// <summary>A text of this dialog in full: "amount" is "apply-loan.amount", "engine.yes" stays as it is.</summary>
    public string KeyOf(string text) => text.Contains('.', StringComparison.Ordinal) ? text : $"{Name}.{text}";

    /// <summary>The name by which the dialog is offered in menus and when it is taken up again.</summary>
    public string TitleKey => $"{Name}.title";
}

/// <summary>One step of a dialog. <paramref name="Show"/> is the action that supplies the figures of its text.</summary>
public abstract record State(string Name, Place Place, string? Show)
{
    /// <summary>Every state this one can lead to, with the word that leads there ("yes", "refused", "next").</summary>
    public abstract IEnumerable<(string By, string Target)> Ways { get; }
}

/// <summary>A state that waits for an answer.</summary>
public abstract record AskState(string Name, Place Place, string? Show, AskParts Parts) : State(Name, Place, Show);

/// <summary>
/// What every asking state has: the question's text, the slot it fills, how a typed answer is read, the action that checks it,
/// a text with an example and one with help, and how long it waits.
/// </summary>
public sealed record AskParts(
    string Ask,
    string? Slot,
    string? Accept,
    string? Check,
    string? Example,
    string? Help,
    TimeSpan? Wait
);

/// <summary>Asks for something in words: an amount, a name, a day.</summary>
public sealed record QuestionState(string Name, Place Place, string? Show, AskParts Parts, string Next)
    : AskState(Name, Place, Show, Parts)
{
    public override IEnumerable<(string By, string Target)> Ways => [("next", Next)];
}

/// <summary>
/// Asks to choose by number: from <paramref name="Entries"/>, or from what the action <paramref name="Options"/> lists. With an
/// <c>accept</c> kind a typed value is taken too.
/// </summary>
public sealed record ChoiceState(
    string Name,
    Place Place,
    string? Show,
    AskParts Parts,
    ImmutableArray<ChoiceEntry> Entries,
    string? Options,
    string? Next
) : AskState(Name, Place, Show, Parts)
{
    public override IEnumerable<(string By, string Target)> Ways =>
        Next is null ? Entries.Select(e => (e.Value, e.Target)) : Entries.Select(e => (e.Value, e.Target)).Append(("next", Next)).Distinct();
}

/// <summary>One entry of a choice: its value, and the state it leads to.</summary>
public sealed record ChoiceEntry(string Value, string Target, Place Place);

/// <summary>A numbered list of dialogs; those her role may not start are left out.</summary>
public sealed record MenuState(string Name, Place Place, string? Show, AskParts Parts, ImmutableArray<string> Dialogs)
    : AskState(Name, Place, Show, Parts)
{
    public override IEnumerable<(string By, string Target)> Ways => [];
}

/// <summary>Does something. <paramref name="Money"/>: it moves money or decides on it, and only a yes to its own confirmation leads here.</summary>
public sealed record DoState(
    string Name,
    Place Place,
    string Action,
    bool Money,
    string? Done,
    string Refused,
    ImmutableDictionary<string, string> Outcomes
) : State(Name, Place, null)
{
    public override IEnumerable<(string By, string Target)> Ways
    {
        get
        {
            if (Done is not null)
            {
                yield return ("done", Done);
            }

            yield return ("refused", Refused);
            foreach (var (name, target) in Outcomes.OrderBy(o => o.Key, StringComparer.Ordinal))
            {
                yield return (name, target);
            }
        }
    }
}

/// <summary>Says something and goes on. <paramref name="Media"/> names the argument that holds the address of a picture or document.</summary>
public sealed record SayState(string Name, Place Place, string? Show, string Say, string? Media, string Next)
    : State(Name, Place, Show)
{
    public override IEnumerable<(string By, string Target)> Ways => [("next", Next)];
}

/// <summary>Ends here and starts another dialog with some of the slots: its slot ← this dialog's slot.</summary>
public sealed record HandOverState(string Name, Place Place, string Dialog, ImmutableDictionary<string, string> Slots)
    : State(Name, Place, null)
{
    public override IEnumerable<(string By, string Target)> Ways => [];
}
