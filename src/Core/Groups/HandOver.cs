using DiGiBachat.Core.Decisions;

namespace DiGiBachat.Core.Groups;

/// <summary>The admin's office goes to another member, if she says yes.</summary>
public sealed record AdminOffered(MemberNumber From, MemberNumber To) : Act;

/// <summary>The admin hands her office over. A group has one admin by this way, and never none: the new one says yes first.</summary>
public static class HandOver
{
    /// <summary>Asks the new admin. Refuses unknown members, herself, and a member without a phone.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, MemberNumber number)
    {
        var admin = Permissions.Check(group, actor, Permission.ChangeRoles);
        if (admin.IsRefused)
            return admin.Refusal!;
        if (group.FindMember(number) is not { IsActive: true } member)
            return new MemberUnknown();
        if (member.Role == Role.Admin)
            return new AlreadyInRole(member.Name, Role.Admin);
        if (member.Person is null)
            return new HasNoPhone(member.Name);
        return Ballots.AskSecondPerson(group, actor, new AdminOffered(admin.Value.Number, number), [member]);
    }

    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, AdminOffered act)
    {
        var stand = group.FindMember(act.From) is { IsActive: true, Role: Role.Admin } && group.FindMember(act.To) is { IsActive: true };
        return stand ? new GroupEvent[] { new AdminHandedOver(act.From, act.To) } : new MemberUnknown();
    }
}
