using DiGiBachat.Core.Decisions;

namespace DiGiBachat.Core.Groups;

/// <summary>A membership is to move to another phone.</summary>
/// <param name="Confirmed">The old phone has said yes to it; the officers are asked after it.</param>
public sealed record NumberMoved(MemberNumber Member, PersonId Person, string LastFourDigits, bool Confirmed = false) : Act;

/// <summary>
/// A member has another phone. She asks from there with the group's invite code; the old phone and the officers hear of it at once, the
/// old phone can stop it with a no, and an officer's yes moves the membership. Then no money leaves the group for her for two days.
/// </summary>
public static class MoveNumber
{
    /// <summary>No money leaves the group on the day of the move and on so many days after it.</summary>
    public const int HoldDays = 2;

    /// <summary>
    /// Refuses a wrong code, a member that is not there, one without a phone (an admin links her), and one who is on this phone already.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Ask(
        GroupState? group,
        Actor actor,
        string code,
        (MemberNumber Number, string LastFourDigits) who
    )
    {
        if (group is null || group.Invite.Code != code || actor.Person is not { } person)
            return new InviteUnknown();
        if (group.Status == GroupStatus.Archived)
            return new GroupIsArchived(group.Name);
        if (group.FindMember(who.Number) is not { IsActive: true } member)
            return new MemberUnknown();
        if (member.Person is null)
            return new HasNoPhone(member.Name);
        if (member.Person == person)
            return new AlreadyOnThisPhone(member.Name);
        if (group.Matters.Ballots.Any(b => b.Act is NumberMoved asked && (asked.Member == who.Number || asked.Person == person)))
            return new AlreadyAsked(group.Name);
        return Ballots.AskSecondPerson(
            group,
            actor with
            {
                Member = null,
            },
            new NumberMoved(who.Number, person, who.LastFourDigits),
            [.. Officers(group, member), member]
        );
    }

    /// <summary>A yes of the old phone alone is not enough: then the officers are asked. Theirs moves it.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, NumberMoved act)
    {
        if (group.FindMember(act.Member) is not { IsActive: true, Person: { } before } member)
            return new MemberUnknown();
        if (actor.Member == act.Member)
            return Ballots.AskSecondPerson(group, actor, act with { Confirmed = true }, Officers(group, member));
        return new GroupEvent[] { new NumberChanged(act.Member, before, act.Person, act.LastFourDigits, actor.Today.AddDays(HoldDays)) };
    }

    /// <summary>The officers but herself; any other member where she is the only one.</summary>
    private static List<Member> Officers(GroupState group, Member member)
    {
        var others = group.ActiveMembers.Where(m => m.Number != member.Number && m.Person is not null).ToList();
        var officers = others.Where(m => m.IsOfficer).ToList();
        return officers.Count > 0 ? officers : others;
    }
}
