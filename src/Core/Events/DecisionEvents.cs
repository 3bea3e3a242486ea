using DiGiBachat.Core.Decisions;

namespace DiGiBachat.Core;

/// <summary>Something waits for the yes of others; they are asked.</summary>
public sealed record BallotOpened(Ballot Ballot) : GroupEvent;

/// <summary>A voter answered, for the first time or again; the last answer counts.</summary>
public sealed record VoteCast(BallotNumber Ballot, Vote Vote) : GroupEvent;

/// <summary>How a ballot ended.</summary>
public enum BallotOutcome
{
    /// <summary>It passed, and its act was done: the events follow.</summary>
    Passed,

    /// <summary>More said no, or as many.</summary>
    Rejected,

    /// <summary>Too few answered by its end.</summary>
    NoQuorum,

    /// <summary>Who brought it up took it back.</summary>
    Withdrawn,

    /// <summary>It passed, and the book or the rules did not allow the act any more.</summary>
    Impossible,
}

/// <summary>A ballot ended; the ballot stands as it was at its end, with the votes.</summary>
/// <param name="Refused">The name of the refusal that stopped the act; null unless impossible.</param>
public sealed record BallotClosed(Ballot Ballot, BallotOutcome Outcome, string? Refused = null) : GroupEvent;
