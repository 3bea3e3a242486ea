using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>How a message was understood, from the strictest way to the loosest.</summary>
public enum Layer
{
    /// <summary>Not understood.</summary>
    None,

    /// <summary>An answer to the question that is open, in its own terms.</summary>
    Answer,

    /// <summary>A command of the engine, word for word.</summary>
    Command,

    /// <summary>A phrase of a dialog, word for word.</summary>
    Phrase,

    /// <summary>A sentence.</summary>
    Sentence,

    /// <summary>A mistyped command: only ever proposed.</summary>
    Typo,
}

/// <summary>
/// What a message means. <paramref name="Target"/>: the dialog or engine command. <paramref name="Heard"/>: its slots in the words in
/// which they were typed. <paramref name="Proposal"/>: the command that is asked about before anything is started; null when it is
/// started. <paramref name="OneOf"/>: several dialogs fit equally well, and she chooses.
/// </summary>
internal sealed record Understood(
    Layer Layer,
    string? Target,
    ImmutableDictionary<string, string> Heard,
    string? Proposal = null,
    ImmutableArray<string> OneOf = default
)
{
    public static readonly Understood Nothing = new(
        Layer.None,
        null,
        ImmutableDictionary<string, string>.Empty
    );

    /// <summary>Her role may not start it; somebody else's may.</summary>
    public bool NotHers { get; init; }

    /// <summary>The sentence that fitted, for the explanation.</summary>
    public SentenceMatch? Match { get; init; }
}
