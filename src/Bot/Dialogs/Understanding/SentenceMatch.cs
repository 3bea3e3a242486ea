using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>What a piece of the message did for the sentence.</summary>
internal enum PieceRole
{
    /// <summary>Changes nothing.</summary>
    Small,

    /// <summary>Is one of the words that the sentence needs.</summary>
    Needed,

    /// <summary>Is one that the sentence may have.</summary>
    Allowed,

    /// <summary>Fills a slot.</summary>
    Slot,

    /// <summary>Nobody knows it; a sentence bears few of them.</summary>
    Unknown,
}

/// <summary>How a sentence fits a message: what it heard, and what each piece was good for.</summary>
internal sealed record SentenceMatch(
    Sentence Sentence,
    ImmutableDictionary<string, string> Heard,
    int Unknown,
    int Loose,
    ImmutableArray<(Piece Piece, PieceRole Role, string? Slot)> Roles
)
{
    /// <summary>Fewer unknown words first; then the more it needs, the more certain; then more slots, fewer words seen by their consonants only.</summary>
    public int CompareTo(SentenceMatch other)
    {
        var byUnknown = Unknown.CompareTo(other.Unknown);
        var byWeight = other.Sentence.Weight.CompareTo(Sentence.Weight);
        var bySlots = other.Heard.Count.CompareTo(Heard.Count);
        return byUnknown != 0 ? byUnknown
            : byWeight != 0 ? byWeight
            : bySlots != 0 ? bySlots
            : Loose.CompareTo(other.Loose);
    }
}
