using DiGiBachat.Core.Folds;

namespace DiGiBachat.Core.Groups;

/// <summary>What the founder chose, with the ids and the invite code drawn for the group.</summary>
public sealed record NewGroup(
    GroupId Id,
    string Name,
    GroupRules Rules,
    string? UpiAddress,
    string InviteCode,
    string FounderName,
    string FounderLastFourDigits
);

/// <summary>Founds a group; the founder is its member 1 and its admin.</summary>
public static class CreateGroup
{
    /// <summary>Refuses names and rules outside <see cref="GroupRuleBounds"/>. The first period is the next to open.</summary>
    public static Result<GroupCreated> Decide(Actor actor, NewGroup asked)
    {
        var name = asked.Name.Trim();
        if (name.Length is 0 or > GroupRuleBounds.LongestName)
            return new GroupNameOutOfBounds(GroupRuleBounds.LongestName);
        if (Check(asked.Rules) is { } refusal)
            return refusal;
        var founder = new Member(
            new(1),
            actor.Person,
            asked.FounderName,
            asked.FounderLastFourDigits,
            Role.Admin,
            MemberStatus.Active,
            actor.Today,
            Money.Zero
        );
        var invite = new Invite(asked.InviteCode, actor.Today.AddDays(Invite.ValidDays));
        var first = asked.Rules.Calendar.DueOn(0);
        return new GroupCreated(asked.Id, name, asked.Rules, asked.UpiAddress, invite, founder, first);
    }

    /// <summary>The first rule out of its bounds, or null.</summary>
    public static Refusal? Check(GroupRules rules) => RuleBook.Check(rules);

    /// <summary>The group as it stands right after it was created.</summary>
    public static GroupState Begin(GroupCreated created) => GroupFold.Create(created);
}
