using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// Who decides on a loan: never its borrower; up to the treasurer's limit any officer, treasurers first; above it, and on a
/// treasurer's own loan, an admin. When the rule leaves nobody (the only admin's own loan), the other officers decide; when there is no
/// other officer at all, a vote of all does.
/// </summary>
public static class LoanDeciders
{
    /// <summary>In the order in which they are asked; empty when the borrower is the only officer.</summary>
    public static IReadOnlyList<Member> Of(GroupState group, Loan loan)
    {
        var others = group.ActiveMembers.Where(m => m.IsOfficer && m.Number != loan.Borrower).OrderBy(m => m.Role).ToList();
        var admins = others.Where(m => m.Role == Role.Admin).ToList();
        var forAdmin = loan.Terms.Principal > group.Rules.TreasurerLimit || group.FindMember(loan.Borrower) is { Role: Role.Treasurer };
        return forAdmin && admins.Count > 0 ? admins : others;
    }
}
