using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>An officer took cash from a member: it is posted at once, the member is told and may object.</summary>
public static class ReceiveCash
{
    /// <summary>More than this in one payment is a slip of the thumb.</summary>
    public static readonly Money Largest = Money.Rupees(10_00_000);

    /// <summary>
    /// For savings, or for <paramref name="loan"/>. Refuses unknown members, amounts out of bounds, her own cash while another
    /// officer could book it, and more than the loan's pay-off.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        MemberNumber number,
        Money amount,
        LoanNumber? loan
    )
    {
        var officer = Permissions.Check(group, actor, Permission.ReceiveCash);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindMember(number) is not { IsActive: true } member)
            return new MemberUnknown();
        if (amount < RequestPayment.Smallest || amount > Largest)
            return new AmountOutOfBounds(RequestPayment.Smallest, Largest);
        if (OwnMoney.Refuse(group, officer.Value, number) is { } own)
            return own;
        if (loan is { } repaid && RepaymentCheck.Refuse(group, actor, repaid, number, amount) is { } refusal)
            return refusal;
        var paid = new PaymentNumber(group.Counters.Payments + 1);
        var payment = new Payment(
            paid,
            PaymentCodes.Of(paid),
            member.Number,
            member.Number,
            loan,
            amount,
            PaymentMethod.Cash,
            PaymentStatus.Requested,
            null,
            actor.At
        );
        return PaymentPosting.Events(group, payment, actor.Today);
    }
}
