namespace DiGiBachat.Core.Savings;

/// <summary>
/// A due: what one member owes for one period. Created when the period opens. A payment settles the oldest due first.
/// </summary>
/// <param name="PeriodOn">The day it falls due; it is also the period's name.</param>
/// <param name="Fine">Charged once, after the days of grace.</param>
public sealed record Due(MemberNumber Member, DateOnly PeriodOn, Money Amount, Money Paid, Money Fine, Money FinePaid)
{
    /// <summary>What is still owed, fine included.</summary>
    public Money Left => Amount - Paid + (Fine - FinePaid);

    /// <summary>Paid, its fine too.</summary>
    public bool IsSettled => Left.IsZero;
}
