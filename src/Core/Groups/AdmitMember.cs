namespace DiGiBachat.Core.Groups;

/// <summary>The admin admits, or refuses, who asked to join.</summary>
public static class AdmitMember
{
    /// <summary>Refuses a number that nobody waits under, and a group that became full meanwhile.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, MemberNumber number)
    {
        if (Waiting(group, actor, number) is { IsRefused: true } stopped)
            return stopped.Refusal!;
        if (group.ActiveMembers.Count() >= group.Rules.MaximumMembers)
            return new GroupIsFull(group.Name, group.Rules.MaximumMembers);
        return new GroupEvent[] { new MemberAdmitted(number, actor.Today) };
    }

    /// <summary>The admin says no; the person hears it and may ask again.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Refuse(GroupState group, Actor actor, MemberNumber number)
    {
        if (Waiting(group, actor, number) is { IsRefused: true } stopped)
            return stopped.Refusal!;
        return new GroupEvent[] { new MemberRefused(number) };
    }

    /// <summary>
    /// Who asks to join is a member without a phone, who has one now. The membership and all that stands in it is hers from here on.
    /// Refuses a number that nobody waits under, and a member who has a phone.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Link(GroupState group, Actor actor, MemberNumber waiting, MemberNumber number)
    {
        var asks = Waiting(group, actor, waiting);
        if (asks.IsRefused)
            return asks.Refusal!;
        if (group.FindMember(number) is not { IsActive: true } member)
            return new MemberUnknown();
        if (member.Person is not null || asks.Value.Person is not { } person)
            return new HasOwnPhone(member.Name);
        return new GroupEvent[]
        {
            new MemberLinked(waiting, number, person, asks.Value.LastFourDigits, actor.Today.AddDays(MoveNumber.HoldDays)),
        };
    }

    private static Result<Member> Waiting(GroupState group, Actor actor, MemberNumber number)
    {
        var admin = Permissions.Check(group, actor, Permission.AdmitMember);
        if (admin.IsRefused)
            return admin;
        return group.FindMember(number) switch
        {
            null => new MemberUnknown(),
            { Status: not MemberStatus.Pending } member => new MemberNotWaiting(member.Name),
            var member => member,
        };
    }
}
