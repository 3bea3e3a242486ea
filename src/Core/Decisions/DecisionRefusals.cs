namespace DiGiBachat.Core.Decisions;

/// <summary>It needs a second person, and there is nobody who could be asked.</summary>
public sealed record NobodyElse : Refusal;

/// <summary>So many ballots are open already.</summary>
public sealed record TooManyBallots(int Most) : Refusal;

/// <summary>No open ballot of this number waits for her; <paramref name="Those"/> lists those that do ("3, 5"), empty when none does.</summary>
public sealed record NoSuchBallot(BallotNumber Ballot, string Those) : Refusal;

/// <summary>A question has 1 to <paramref name="Longest"/> characters.</summary>
public sealed record QuestionOutOfBounds(int Longest) : Refusal;
