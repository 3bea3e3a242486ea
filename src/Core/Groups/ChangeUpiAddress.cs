using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Groups;

/// <summary>Members pay to another UPI address, once a second officer has looked at it.</summary>
public sealed record UpiChange(string Was, string Address) : Act;

/// <summary>
/// An admin names another UPI address. Members' money would go elsewhere, so a second officer must say yes; in a group with one officer
/// the new address holds a day later, and all are told at once. Naming the address in use takes back one that waits.
/// </summary>
public static class ChangeUpiAddress
{
    /// <summary>How long an address waits that nobody else could look at.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    /// <summary>Refuses what is no UPI address, and the one in use when no other waits.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string address)
    {
        var admin = Permissions.Check(group, actor, Permission.ChangeRules);
        if (admin.IsRefused)
            return admin.Refusal!;
        if (!UpiAddress.TryParse(address, out var parsed))
            return new NotAUpiAddress();
        if (parsed.Text == group.UpiAddress)
            return group.Matters.HeldUpi is null ? new RuleUnchanged() : new GroupEvent[] { new UpiAddressHeld(null) };
        var others = group.ActiveMembers.Where(m => m.IsOfficer && m.Person is not null && m.Number != actor.Member).ToList();
        return others.Count == 0
            ? new GroupEvent[] { new UpiAddressHeld(new(parsed.Text, actor.At + Waits)) }
            : Ballots.AskSecondPerson(group, actor, new UpiChange(group.UpiAddress ?? "", parsed.Text), others);
    }

    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, UpiChange agreed) =>
        agreed.Address == group.UpiAddress
            ? new RuleUnchanged()
            : new GroupEvent[] { new UpiAddressChanged(group.UpiAddress, agreed.Address) };

    /// <summary>The address that has waited long enough, if there is one.</summary>
    internal static IEnumerable<GroupEvent> Due(GroupState group, Actor actor) =>
        group.Matters.HeldUpi is { } held && held.From <= actor.At ? [new UpiAddressChanged(group.UpiAddress, held.Address)] : [];
}
