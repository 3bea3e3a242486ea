namespace DiGiBachat.Core.Groups;

/// <summary>Members without a phone: they stand in the register, and others act for them.</summary>
public static class AddMember
{
    /// <summary>The longest name of a person.</summary>
    public const int LongestName = 40;

    /// <summary>An admin enters her; she owes from the next period that opens. Refuses a full group and a name out of bounds.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string name)
    {
        var admin = Permissions.Check(group, actor, Permission.AdmitMember);
        if (admin.IsRefused)
            return admin.Refusal!;
        var called = name.Trim();
        if (called.Length is 0 or > LongestName)
            return new GroupNameOutOfBounds(LongestName);
        if (group.ActiveMembers.Count() >= group.Rules.MaximumMembers)
            return new GroupIsFull(group.Name, group.Rules.MaximumMembers);
        var number = new MemberNumber(group.Counters.Members + 1);
        return new GroupEvent[]
        {
            new MemberAdded(new(number, null, called, "", Role.Member, MemberStatus.Active, actor.Today, Money.Zero)),
        };
    }

    /// <summary>
    /// An officer writes down who confirms for her. Refuses a member with a phone, a helper without one, and herself as her own helper.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> NameHelper(GroupState group, Actor actor, MemberNumber number, MemberNumber helper)
    {
        var officer = Permissions.Check(group, actor, Permission.ActForMember);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindMember(number) is not { IsActive: true } member || group.FindMember(helper) is not { IsActive: true } helps)
            return new MemberUnknown();
        if (member.Person is not null)
            return new HasOwnPhone(member.Name);
        return helps.Person is null ? new HasNoPhone(helps.Name) : new GroupEvent[] { new HelperNamed(number, helper) };
    }

    /// <summary>Who may say yes in her place: her helper while she is a member, else every other member with a phone.</summary>
    public static IEnumerable<Member> SecondPersons(GroupState group, Member member) =>
        member.More.Helper is { } named && group.FindMember(named) is { IsActive: true, Person: not null } helper
            ? [helper]
            : group.ActiveMembers.Where(m => m.Person is not null && m.Number != member.Number);
}
