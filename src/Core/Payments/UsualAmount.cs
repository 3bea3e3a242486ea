namespace DiGiBachat.Core.Payments;

/// <summary>What a member usually pays. Far more than that may be a nought too many, and is asked about again in words.</summary>
public static class UsualAmount
{
    /// <summary>More than this many times the usual is asked about.</summary>
    public const int Times = 10;

    /// <summary>The saving of one period.</summary>
    public static Money Of(GroupState group) => group.Rules.Contribution;

    /// <summary>
    /// More than ten times the usual, and more than all that she owes: who pays two years of arrears has counted. On a loan nothing is: more
    /// than its pay-off is refused, and less than it is nobody's slip.
    /// </summary>
    public static bool IsFarAbove(GroupState group, MemberNumber member, LoanNumber? loan, Money amount)
    {
        var owed = group.DuesOf(member).Aggregate(Money.Zero, (sum, d) => sum + d.Left);
        return loan is null && amount > owed && amount.Paise > Times * Of(group).Paise;
    }
}
