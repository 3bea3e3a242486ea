namespace DiGiBachat.Core.Groups;

/// <summary>Asks to join by an invite code; an admin decides. Nobody is in before that.</summary>
public static class JoinGroup
{
    /// <summary>
    /// Refuses an archived group, an invite that expired, a full group, and who is in or has asked already. Who was refused or left
    /// may ask again and keeps her number.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string name, string lastFourDigits)
    {
        if (group.Status == GroupStatus.Archived)
            return new GroupIsArchived(group.Name);
        var before = group.Members.FirstOrDefault(m => m.Person == actor.Person);
        if (before is { Status: MemberStatus.Active })
            return new AlreadyMember(group.Name);
        if (before is { Status: MemberStatus.Pending })
            return new AlreadyAsked(group.Name);
        if (actor.Today > group.Invite.ValidUntil)
            return new InviteExpired(group.Name, group.Invite.ValidUntil);
        if (group.ActiveMembers.Count() >= group.Rules.MaximumMembers)
            return new GroupIsFull(group.Name, group.Rules.MaximumMembers);
        var number = before?.Number ?? new MemberNumber(group.Counters.Members + 1);
        return new GroupEvent[]
        {
            new JoinRequested(
                new Member(
                    number,
                    actor.Person,
                    name,
                    lastFourDigits,
                    Role.Member,
                    MemberStatus.Pending,
                    actor.Today,
                    before?.Advance ?? Money.Zero
                )
            ),
        };
    }
}
