using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Meetings;

/// <summary>An officer opens a meeting. Booking one or taking attendance opens it too.</summary>
public static class StartMeeting
{
    /// <summary>Refuses while one is open.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor)
    {
        var officer = Permissions.Check(group, actor, Permission.BookMeeting);
        if (officer.IsRefused)
            return officer.Refusal!;
        return group.Matters.Meeting is { } open
            ? new MeetingAlreadyOpen(open.Number, open.OpenedOn)
            : new GroupEvent[] { Opened(group, actor, officer.Value.Number) };
    }

    /// <summary>What opens the next meeting; empty when one is open.</summary>
    internal static IReadOnlyList<GroupEvent> IfNone(GroupState group, Actor actor, MemberNumber officer) =>
        group.Matters.Meeting is null ? [Opened(group, actor, officer)] : [];

    private static MeetingStarted Opened(GroupState group, Actor actor, MemberNumber officer) =>
        new(new((group.Matters.LastMeeting?.Number ?? 0) + 1, actor.Today, officer, null, []));
}
