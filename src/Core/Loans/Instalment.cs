namespace DiGiBachat.Core.Loans;

/// <summary>
/// One line of a loan's schedule: what falls due on a day, and what of it has been paid. Numbers run 1, 2, 3 …
/// An instalment that a prepayment made needless keeps its line, with zeros.
/// </summary>
/// <param name="Number">1 for the first.</param>
/// <param name="DueOn">Payable to the end of this day.</param>
/// <param name="Principal">
/// Part of the principal. Money prepaid in the month is added here, so that the parts of all lines are always the
/// loan's principal.
/// </param>
/// <param name="Interest">Of the month that ends on the due day.</param>
/// <param name="Charge">The late charge, once the due day was missed.</param>
/// <param name="PrincipalPaid">Never more than <paramref name="Principal"/>.</param>
/// <param name="InterestPaid">Never more than <paramref name="Interest"/>.</param>
/// <param name="ChargePaid">Never more than <paramref name="Charge"/>.</param>
public sealed record Instalment(
    int Number,
    DateOnly DueOn,
    Money Principal,
    Money Interest,
    Money Charge = default,
    Money PrincipalPaid = default,
    Money InterestPaid = default,
    Money ChargePaid = default
)
{
    public Money Total => Principal + Interest + Charge;
    public Money Paid => PrincipalPaid + InterestPaid + ChargePaid;
    public Money Left => Total - Paid;

    public Money PrincipalLeft => Principal - PrincipalPaid;
    public Money InterestLeft => Interest - InterestPaid;
    public Money ChargeLeft => Charge - ChargePaid;

    public bool IsPaid => Left.IsZero;

    /// <summary>Nothing falls due any more: a prepayment shortened the loan. Not shown in schedules.</summary>
    public bool IsNeedless => Total.IsZero;

    /// <summary>The due day has passed and principal or interest is unpaid. Charges alone do not make a due date missed.</summary>
    public bool IsMissedBy(DateOnly today) => DueOn < today && (PrincipalLeft + InterestLeft).IsPositive;
}
