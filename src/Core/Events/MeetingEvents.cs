using DiGiBachat.Core.Meetings;

namespace DiGiBachat.Core;

/// <summary>A meeting is open. No money moves by it.</summary>
public sealed record MeetingStarted(Meeting Meeting) : GroupEvent;

/// <summary>Who is not there; the others are. The last one counts. <paramref name="Fines"/> are those that stand for it.</summary>
public sealed record AttendanceTaken(int Meeting, IReadOnlyList<MemberNumber> Absent, IReadOnlyList<AbsenceFine> Fines) : GroupEvent;

/// <summary>Many lines booked by one yes: the payments stand before it. The officer's own line was left out.</summary>
public sealed record MeetingBooked(int Meeting, MeetingBatch Batch, IReadOnlyList<MeetingLine> Lines, MeetingLine? LeftOut) : GroupEvent;

/// <summary>The last batch of a meeting undone; its reversals stand before it.</summary>
public sealed record MeetingUndone(int Meeting, MeetingBatch Batch, string Reason) : GroupEvent;

/// <summary>More (positive) or less (negative) lay in the box than the book said. It stands in suspense until it is explained.</summary>
public sealed record MeetingDifferenceBooked(int Meeting, Money Difference, string Reason) : GroupEvent;

/// <summary>A second person confirmed the sheet. The next sheet begins with what lies in box and bank after <paramref name="LastEntry"/>.</summary>
public sealed record MeetingClosed(ClosedMeeting Closed, long LastEntry) : GroupEvent;
