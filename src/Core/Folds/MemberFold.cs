using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Folds;

/// <summary>The group itself and who is in it.</summary>
internal static class MemberFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            GroupCreated => throw new InvalidOperationException("A group is created once, by GroupFold.Create."),
            InviteRenewed e => group with { Invite = e.Invite },
            JoinRequested e => Joined(group, e.Member),
            MemberAdmitted e => group.Change(e.Member, m => m with { Status = MemberStatus.Active, JoinedOn = e.On }),
            MemberRefused e => group.Change(e.Member, m => m with { Status = MemberStatus.Refused }),
            RoleChanged e => group.Change(e.Member, m => m with { Role = e.Role }),
            _ => null,
        };

    private static GroupState Joined(GroupState group, Member member) =>
        group with
        {
            Members = [.. group.Members.Where(m => m.Number != member.Number), member],
            Counters = group.Counters with { Members = Math.Max(group.Counters.Members, member.Number.Value) },
        };
}
