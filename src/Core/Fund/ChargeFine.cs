using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Fund;

/// <summary>An officer puts a fine on a member, or lets her off. She is told at once, with the reason.</summary>
public static class ChargeFine
{
    /// <summary>One rupee.</summary>
    public static readonly Money Smallest = Money.Rupees(1);

    /// <summary>More than this for one lapse is a slip of the thumb.</summary>
    public static readonly Money Largest = Money.Rupees(5_000);

    /// <summary>
    /// Owed from now on and settled by her next contributions, after her dues. Refuses unknown members, amounts out of bounds, no
    /// reason, and herself while another officer could decide.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        MemberNumber number,
        Money amount,
        string reason
    )
    {
        var officer = Permissions.Check(group, actor, Permission.ChargeFine);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindMember(number) is not { IsActive: true } member)
            return new MemberUnknown();
        if (amount < Smallest || amount > Largest)
            return new FineOutOfBounds(Smallest, Largest);
        if (Own(group, officer.Value, number) is { } own)
            return own;
        return string.IsNullOrWhiteSpace(reason)
            ? new ReasonMissing()
            : new GroupEvent[] { new FineImposed(member.Number, amount, reason.Trim(), actor.Today) };
    }

    /// <summary>What is left of it is not owed any more. Refuses a fine that is not open, no reason, and her own while another officer could decide.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Waive(GroupState group, Actor actor, MemberNumber number, int fine, string reason)
    {
        var officer = Permissions.Check(group, actor, Permission.ChargeFine);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindMember(number) is not { } member)
            return new MemberUnknown();
        if (group.FinesOf(number).FirstOrDefault(f => f.Number == fine) is not { } open)
            return new NoSuchFine(member.Name);
        if (Own(group, officer.Value, number) is { } own)
            return own;
        return string.IsNullOrWhiteSpace(reason)
            ? new ReasonMissing()
            : new GroupEvent[] { new FineWaived(open.Number, number, open.Left, reason.Trim()) };
    }

    private static OwnFine? Own(GroupState group, Member officer, MemberNumber whose) =>
        OwnMoney.Refuse(group, officer, whose) is OwnPayment own ? new(own.OtherOfficer) : null;
}
