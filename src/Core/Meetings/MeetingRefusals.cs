namespace DiGiBachat.Core.Meetings;

/// <summary>A meeting is open; it is closed before the next begins.</summary>
public sealed record MeetingAlreadyOpen(int Meeting, DateOnly OpenedOn) : Refusal;

/// <summary>No meeting is open.</summary>
public sealed record NoMeetingOpen : Refusal;

/// <summary>Nobody brought anything.</summary>
public sealed record NothingToBook : Refusal;

/// <summary>A member stands on two lines of one meeting.</summary>
public sealed record MemberTwice(string Name) : Refusal;

/// <summary>In this meeting nothing was booked together that could be undone together.</summary>
public sealed record NothingToUndo(int Meeting) : Refusal;

/// <summary>Something was booked or changed since the figures were shown: they are looked at anew.</summary>
public sealed record SheetHasChanged : Refusal;

/// <summary>The second person was asked already, in this ballot.</summary>
public sealed record CloseAlreadyAsked(Decisions.BallotNumber Ballot) : Refusal;

/// <summary>What was counted is less than nothing.</summary>
public sealed record CountBelowZero : Refusal;
