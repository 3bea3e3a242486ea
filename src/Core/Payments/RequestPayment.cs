using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>A member wants to pay by UPI: a contribution, or a repayment of her loan. She gets a code to pay with.</summary>
public static class RequestPayment
{
    /// <summary>One rupee; UPI takes less, groups do not.</summary>
    public static readonly Money Smallest = Money.Rupees(1);

    /// <summary>UPI's own limit for a transfer between people (NPCI: one lakh a day).</summary>
    public static readonly Money Largest = Money.Rupees(1_00_000);

    /// <summary>
    /// An earlier request of hers for the same purpose that nobody answered ends, so that one code is open per purpose. Refuses
    /// amounts out of bounds, a group without UPI address, and a repayment above the pay-off.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, Money amount, LoanNumber? loan)
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        if (group.UpiAddress is null)
            return new NoUpiAddress(group.Name);
        if (amount < Smallest || amount > Largest)
            return new AmountOutOfBounds(Smallest, Largest);
        var payer = member.Value.Number;
        if (loan is { } repaid && RepaymentCheck.Refuse(group, actor, repaid, payer, amount) is { } refusal)
            return refusal;
        var replaced = group.Payments.Where(p =>
            p.Status == PaymentStatus.Requested && p.Member == payer && p.Loan == loan
        );
        var number = new PaymentNumber(group.Counters.Payments + 1);
        var payment = new Payment(
            number,
            PaymentCodes.Of(number),
            payer,
            payer,
            loan,
            amount,
            PaymentMethod.Upi,
            PaymentStatus.Requested,
            null,
            actor.At
        );
        return (GroupEvent[])
            [.. replaced.Select(p => new PaymentExpired(p.Number, p.Member)), new PaymentRequested(payment)];
    }
}
