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
        if (group.FindMember(number) is not { IsActive: true })
            return new MemberUnknown();
        if (amount < RequestPayment.Smallest || amount > Largest)
            return new AmountOutOfBounds(RequestPayment.Smallest, Largest);
        if (OwnMoney.Refuse(group, officer.Value, number) is { } own)
            return own;
        if (loan is { } repaid && RepaymentCheck.Refuse(group, actor, repaid, number, amount) is { } refusal)
            return refusal;
        return PaymentPosting.Events(group, From(group, actor, number, amount, loan), actor.Today);
    }

    /// <summary>Cash in hand, with the next number.</summary>
    internal static Payment From(GroupState group, Actor actor, MemberNumber member, Money amount, LoanNumber? loan)
    {
        var paid = new PaymentNumber(group.Counters.Payments + 1);
        return new(
            paid,
            PaymentCodes.Of(paid),
            member,
            member,
            loan,
            amount,
            PaymentMethod.Cash,
            PaymentStatus.Requested,
            null,
            actor.At
        );
    }
}
