namespace DiGiBachat.Core.Groups;

/// <summary>The PIN of a member whose phone others use too.</summary>
public static class ChangePin
{
    /// <summary>Sets it, or takes it away.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, PinHash? pin)
    {
        var member = Permissions.Check(group, actor, Permission.ChangeSettings);
        return member.IsRefused ? member.Refusal! : new GroupEvent[] { new PinChanged(member.Value.Number, pin) };
    }

    /// <summary>Somebody on her phone typed a wrong one too often: nobody is let in for a while, and the officers hear of it.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Refuse(GroupState group, Actor actor)
    {
        var member = Permissions.Check(group, actor, Permission.ChangeSettings);
        return member.IsRefused ? member.Refusal! : new GroupEvent[] { new PinRefused(member.Value.Number, actor.At + PinHash.Pause) };
    }
}
