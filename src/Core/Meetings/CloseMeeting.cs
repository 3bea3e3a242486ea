using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Meetings;

/// <summary>The sheet of a meeting, to be confirmed by a second person.</summary>
/// <param name="LastEntry">The last entry on it: booked since then, it is another sheet.</param>
/// <param name="Opening">Cash in the box at its beginning.</param>
/// <param name="Counted">What lies in the box.</param>
/// <param name="Difference">Counted less what the book says.</param>
/// <param name="Reason">Why they differ; empty when they do not.</param>
public sealed record CloseTheMeeting(
    int Meeting,
    long LastEntry,
    Money Opening,
    Money In,
    Money Out,
    Money Counted,
    Money Difference,
    Money Bank,
    string Reason
) : Act;

/// <summary>The end of a meeting: the box is counted against the book, and a second person confirms the sheet.</summary>
public static class CloseMeeting
{
    /// <summary>
    /// Puts the sheet to another officer or another member who is there. A difference is never booked without a reason. Refuses when no
    /// meeting is open, when it is being closed already, and when there is nobody who could confirm it.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, Money counted, string? reason)
    {
        var officer = Permissions.Check(group, actor, Permission.CloseMeeting);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.Matters.Meeting is not { } meeting)
            return new NoMeetingOpen();
        if (group.Matters.Ballots.FirstOrDefault(b => b.Act is CloseTheMeeting) is { } asked)
            return new CloseAlreadyAsked(asked.Number);
        if (counted.IsNegative)
            return new CountBelowZero();
        var sheet = MeetingSheet.Of(group);
        var difference = counted - sheet.ClosingCash;
        if (!difference.IsZero && string.IsNullOrWhiteSpace(reason))
            return new Payments.ReasonMissing();
        var act = new CloseTheMeeting(
            meeting.Number,
            group.Counters.Entries,
            sheet.Cash,
            sheet.CashIn,
            sheet.CashOut,
            counted,
            difference,
            sheet.ClosingBank,
            difference.IsZero ? "" : reason!.Trim()
        );
        var there = group.ActiveMembers.Where(m => m.Person is not null && (m.IsOfficer || meeting.Absent?.Contains(m.Number) != true));
        return Ballots.AskSecondPerson(group, actor, act, there);
    }

    /// <summary>The second person said yes. Refuses when the meeting is closed already, or something was booked since the sheet was shown.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, Ballot ballot, CloseTheMeeting act)
    {
        if (group.Matters.Meeting is not { } meeting || meeting.Number != act.Meeting)
            return new NoMeetingOpen();
        if (group.Counters.Entries != act.LastEntry)
            return new SheetHasChanged();
        GroupEvent[] difference = act.Difference.IsZero ? [] : [new MeetingDifferenceBooked(meeting.Number, act.Difference, act.Reason)];
        var after = group.Apply(difference, actor).Group;
        var closed = new ClosedMeeting(
            meeting.Number,
            meeting.OpenedOn,
            actor.Today,
            MeetingSheet.Of(after),
            act.Counted,
            act.Difference,
            act.Difference.IsZero ? null : act.Reason,
            meeting.Absent,
            ballot.OpenedBy ?? meeting.OpenedBy,
            ballot.Votes.FirstOrDefault(v => v.Yes)?.Member,
            after.PrintedHead
        );
        return (GroupEvent[])[.. difference, new MeetingClosed(closed, after.Counters.Entries)];
    }
}
