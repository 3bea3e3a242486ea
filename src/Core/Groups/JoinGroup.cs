namespace DiGiBachat.Core.Groups;

/// <summary>Who asks to join: her name, and the last four digits of her phone.</summary>
public sealed record Newcomer(string Name, string LastFourDigits);

/// <summary>Asks to join by an invite code; an admin decides. Nobody is in before that.</summary>
public static class JoinGroup
{
    /// <summary>
    /// Refuses a code that finds no group, or that was renewed by the time the group was locked; then whatever the group says. Letters
    /// of the code count as they stand (<see cref="Payments.InviteCode"/> makes them capitals).
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState? group, Actor actor, string code, Newcomer who) =>
        group is null || group.Invite.Code != code ? new InviteUnknown() : Decide(group, actor, who.Name, who.LastFourDigits);

    /// <summary>
    /// Refuses an archived group, an invite that expired, a full group, and who is in or has asked already. Who was refused or left
    /// may ask again and keeps her number.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string name, string lastFourDigits)
    {
        if (group.Status == GroupStatus.Archived)
            return new GroupIsArchived(group.Name);
        // A member without a phone is no person of ours; nobody is taken for her.
        var before = actor.Person is null ? null : group.Members.FirstOrDefault(m => m.Person == actor.Person);
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
