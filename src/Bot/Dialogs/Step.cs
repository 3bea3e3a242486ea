using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>What the person sent. <paramref name="Payload"/> is what a tapped button carries, "questionId:value".</summary>
/// <param name="Spoken">The text was recognised in a voice note: it is read back, and never answers a question that confirms money.</param>
public sealed record Input(string Text, string? Payload = null, bool HasMedia = false, bool IsLocation = false, bool IsVoice = false, bool Spoken = false)
{
    /// <summary>In place of a question id: the value is a command as if typed ("say:approve loan 12"), for buttons of notifications.</summary>
    public const string CommandPayload = "say";
}

/// <summary>
/// What the engine may know about the person and the moment. <paramref name="HasGroup"/>: it is known which group she talks
/// about. <paramref name="Treasurer"/>: whom to ask when nothing else helps; null when there is nobody.
/// </summary>
public sealed record Surroundings(
    string Language,
    Roles Roles,
    DateTimeOffset Now,
    ChannelKind Channel,
    bool HasGroup,
    string? Treasurer,
    SlotSurroundings Slots
);

/// <summary>One choice behind a number or a button.</summary>
public sealed record OfferedChoice(string Value, Text Label);

/// <summary>
/// One thing to say. With choices it is a question: a channel shows them as numbers in this order, or as buttons whose payload is
/// <see cref="PayloadOf"/>.
/// </summary>
public sealed record Say(Text Text, IReadOnlyList<OfferedChoice> Choices, string? QuestionId = null, string? MediaUrl = null)
{
    public Say(Text text)
        : this(text, []) { }

    public string PayloadOf(OfferedChoice choice) => $"{QuestionId}:{choice.Value}";
}

/// <summary>In which place of a dialog an action stands; an action serves one kind of place.</summary>
public enum ActionKind
{
    /// <summary>May this value be? Slots hold it. Answers Ok or Refused.</summary>
    Check,

    /// <summary>The figures of a text. Answers Ok with arguments, or Refused (said, and the dialog ends).</summary>
    Show,

    /// <summary>The list to choose from. Answers Options, or Refused (said, and the dialog ends).</summary>
    Options,

    /// <summary>Does it. Answers Ok, Refused or Outcome.</summary>
    Do,
}

/// <summary>What an action answered. Slots, where given, are kept by the dialog from then on.</summary>
public abstract record ActionResult
{
    private static readonly IReadOnlyDictionary<string, object?> NoArguments = new Dictionary<string, object?>();
    private static readonly IReadOnlyDictionary<string, string> NoSlots = new Dictionary<string, string>();

    private ActionResult() { }

    public sealed record Ok(IReadOnlyDictionary<string, object?> Arguments, IReadOnlyDictionary<string, string> Slots) : ActionResult
    {
        public Ok()
            : this(NoArguments, NoSlots) { }

        public Ok(IReadOnlyDictionary<string, object?> arguments)
            : this(arguments, NoSlots) { }
    }

    public sealed record Refused(Text Text) : ActionResult;

    public sealed record Outcome(string Name, IReadOnlyDictionary<string, object?> Arguments, IReadOnlyDictionary<string, string> Slots)
        : ActionResult
    {
        public Outcome(string name)
            : this(name, NoArguments, NoSlots) { }

        public Outcome(string name, IReadOnlyDictionary<string, object?> arguments)
            : this(name, arguments, NoSlots) { }
    }

    public sealed record Options(IReadOnlyList<OfferedChoice> Choices) : ActionResult;
}

/// <summary>How an input was taken, for the log line.</summary>
public enum Heard
{
    Answer,
    Command,
    GlobalCommand,
    Typo,
    NotUnderstood,
    NotAllowed,
    QuestionGone,
    Late,
    NoWords,
    Spoken,
}

/// <summary>The facts of a turn for its log line: no name, no text, no amount.</summary>
public sealed record TurnFacts(string? DialogBefore, string? StateBefore, string? DialogAfter, string? StateAfter, Heard Heard, int Actions);

/// <summary>What the engine wants next: one action's answer, or nothing more.</summary>
public abstract record Step
{
    private Step() { }

    /// <summary>Run this action and give its answer to <see cref="DialogEngine.Resume"/>.</summary>
    public sealed record CallAction(string Action, ActionKind Kind, bool Money, IReadOnlyDictionary<string, string> Slots) : Step
    {
        internal Turn Turn { get; init; } = null!;
    }

    /// <summary>The turn is over. <paramref name="Language"/> is set when the person asked for another language.</summary>
    public sealed record Finished(DialogState State, IReadOnlyList<Say> Says, string? Language, TurnFacts Facts) : Step;
}
