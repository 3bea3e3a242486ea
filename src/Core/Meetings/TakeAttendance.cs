using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Meetings;

/// <summary>Who is at the meeting, and who is not. It can be taken again until the close; the last one counts.</summary>
public static class TakeAttendance
{
    /// <summary>Opens a meeting when none is open. Refuses somebody who is no active member.</summary>
    /// <param name="absent">The others are there.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, IReadOnlyList<MemberNumber> absent)
    {
        var officer = Permissions.Check(group, actor, Permission.BookMeeting);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (absent.Any(number => group.FindMember(number) is not { IsActive: true }))
            return new MemberUnknown();
        var opened = StartMeeting.IfNone(group, actor, officer.Value.Number);
        var meeting = group.Apply(opened, actor).Group.Matters.Meeting!;
        return (GroupEvent[])[.. opened, new AttendanceTaken(meeting.Number, [.. absent.Distinct().Order()])];
    }
}
