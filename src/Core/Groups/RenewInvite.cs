namespace DiGiBachat.Core.Groups;

/// <summary>A new invite code; the old one is unknown from now on.</summary>
public static class RenewInvite
{
    /// <summary>Valid for <see cref="Invite.ValidDays"/> days from today. Refuses who is no admin.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string code)
    {
        var admin = Permissions.Check(group, actor, Permission.RenewInvite);
        return admin.IsRefused
            ? admin.Refusal!
            : new GroupEvent[] { new InviteRenewed(new(code, actor.Today.AddDays(Invite.ValidDays))) };
    }
}
