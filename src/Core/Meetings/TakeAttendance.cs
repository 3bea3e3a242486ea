using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Meetings;

/// <summary>What members are told of a fine for not being there, and when it is taken off again.</summary>
public sealed record AttendanceReasons(string Absent, string Came);

/// <summary>Who is at the meeting, and who is not. It can be taken again until the close; the last one counts.</summary>
public static class TakeAttendance
{
    /// <summary>
    /// Opens a meeting when none is open. Who is absent is fined as the rules say, once a meeting; who turns out to be there is let off what
    /// is left of it. The officer herself is there. Refuses somebody who is no active member.
    /// </summary>
    /// <param name="absent">The others are there.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        IReadOnlyList<MemberNumber> absent,
        AttendanceReasons reasons
    )
    {
        var officer = Permissions.Check(group, actor, Permission.BookMeeting);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (absent.Any(number => group.FindMember(number) is not { IsActive: true }))
            return new MemberUnknown();
        var opened = StartMeeting.IfNone(group, actor, officer.Value.Number);
        var meeting = group.Apply(opened, actor).Group.Matters.Meeting!;
        var away = absent.Where(m => m != officer.Value.Number).Distinct().Order().ToList();
        var fined = meeting.Fines.Where(f => away.Contains(f.Member)).ToList();
        var events = new List<GroupEvent>(opened);
        foreach (var came in meeting.Fines.Except(fined))
            if (group.FinesOf(came.Member).FirstOrDefault(f => f.Number == came.Fine) is { } open)
                events.Add(new FineWaived(open.Number, came.Member, open.Left, reasons.Came));
        var last = group.Matters.LastFine;
        foreach (var member in away.Where(m => group.Rules.AbsenceFine.IsPositive && fined.TrueForAll(f => f.Member != m)))
        {
            events.Add(new FineImposed(member, group.Rules.AbsenceFine, reasons.Absent, actor.Today));
            fined.Add(new(member, ++last));
        }
        return (GroupEvent[])[.. events, new AttendanceTaken(meeting.Number, away, fined)];
    }
}
