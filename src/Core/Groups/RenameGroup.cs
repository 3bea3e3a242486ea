namespace DiGiBachat.Core.Groups;

/// <summary>An admin gives the group another name; all are told.</summary>
public static class RenameGroup
{
    /// <summary>Refuses a name that is empty, too long, or the group's already.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string name)
    {
        var admin = Permissions.Check(group, actor, Permission.RenameGroup);
        if (admin.IsRefused)
            return admin.Refusal!;
        var wanted = name.Trim();
        if (wanted.Length is 0 or > GroupRuleBounds.LongestName)
            return new GroupNameOutOfBounds(GroupRuleBounds.LongestName);
        return wanted == group.Name ? new RuleUnchanged() : new GroupEvent[] { new GroupRenamed(group.Name, wanted) };
    }
}
