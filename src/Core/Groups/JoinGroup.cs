namespace DiGiBachat.Core.Groups;

/// <summary>Who asks to join: her name, and the last four digits of her phone.</summary>
/// <param name="SharesPhone">She is another woman on a phone that a member has already.</param>
public sealed record Newcomer(string Name, string LastFourDigits, bool SharesPhone = false);

/// <summary>Asks to join by an invite code; an admin decides. Nobody is in before that.</summary>
public static class JoinGroup
{
    /// <summary>
    /// Refuses a code that finds no group, or that was renewed by the time the group was locked; then whatever the group says. Letters
    /// of the code count as they stand (<see cref="Payments.InviteCode"/> makes them capitals).
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState? group, Actor actor, string code, Newcomer who) =>
        group is null || group.Invite.Code != code ? new InviteUnknown() : Decide(group, actor, who);

    /// <summary>The same for her whose phone it is.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string name, string lastFourDigits) =>
        Decide(group, actor, new Newcomer(name, lastFourDigits));

    /// <summary>
    /// Refuses an archived group, an invite that expired, a full group, and who is in or has asked already. Who was refused or left
    /// may ask again and keeps her number.
    /// </summary>
    private static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, Newcomer who)
    {
        if (group.Status == GroupStatus.Archived)
            return new GroupIsArchived(group.Name);
        // A member without a phone is no person of ours; nobody is taken for her.
        var before = actor.Person is null
            ? null
            : group
                .Members.Where(m => m.Person == actor.Person && (!who.SharesPhone || IsCalled(m, who.Name)))
                .OrderByDescending(m => m.Status is MemberStatus.Active or MemberStatus.Pending)
                .ThenByDescending(m => m.IsActive)
                .FirstOrDefault();
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
                    who.Name,
                    who.LastFourDigits,
                    Role.Member,
                    MemberStatus.Pending,
                    actor.Today,
                    before?.Advance ?? Money.Zero
                )
                {
                    More = new() { SettledUpTo = before?.More.SettledUpTo },
                }
            ),
        };
    }

    /// <summary>Two on one phone are told apart by their names.</summary>
    private static bool IsCalled(Member member, string name) => string.Equals(member.Name, name.Trim(), StringComparison.OrdinalIgnoreCase);
}
