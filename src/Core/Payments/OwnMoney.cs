using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>
/// Nobody books her own money while somebody else could: another officer does it. In a group with a single officer she may, as
/// in a paper register, and everybody sees it in the group's totals.
/// </summary>
internal static class OwnMoney
{
    public static Refusal? Refuse(GroupState group, Member officer, MemberNumber whose)
    {
        if (officer.Number != whose)
            return null;
        var other = group.ActiveMembers.FirstOrDefault(m => m.IsOfficer && m.Number != officer.Number);
        return other is null ? null : new OwnPayment(other.Name);
    }
}
