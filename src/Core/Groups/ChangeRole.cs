namespace DiGiBachat.Core.Groups;

/// <summary>The admin makes a member treasurer, or a treasurer a plain member again.</summary>
public static class ChangeRole
{
    /// <summary>Refuses unknown members, a role she already has, and taking the last admin's role.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, MemberNumber number, Role role)
    {
        var admin = Permissions.Check(group, actor, Permission.ChangeRoles);
        if (admin.IsRefused)
            return admin.Refusal!;
        if (group.FindMember(number) is not { IsActive: true } member)
            return new MemberUnknown();
        if (member.Role == role)
            return new AlreadyInRole(member.Name, role);
        if (member.Role == Role.Admin && group.ActiveMembers.Count(m => m.Role == Role.Admin) == 1)
            return new LastAdmin();
        return new GroupEvent[] { new RoleChanged(number, role) };
    }
}
