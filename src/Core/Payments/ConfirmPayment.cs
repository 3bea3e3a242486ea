using System.Globalization;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>An officer has seen the money and confirms a payment, or rejects it with a reason.</summary>
public static class ConfirmPayment
{
    /// <summary>
    /// Posts the payment: it enters the book and settles dues or the loan. Refuses a payment that is not open, and her own while
    /// another officer could confirm it.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, PaymentNumber number)
    {
        var found = Open(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        var payment = found.Value;
        if (
            payment.Loan is { } loan
            && RepaymentCheck.Refuse(group, actor, loan, payment.Member, payment.Amount) is { } refusal
        )
            return refusal;
        return PaymentPosting.Events(group, payment, actor.Today);
    }

    /// <summary>Ends the payment without booking anything; the member hears the reason.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Reject(
        GroupState group,
        Actor actor,
        PaymentNumber number,
        string reason
    )
    {
        var found = Open(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        if (string.IsNullOrWhiteSpace(reason))
            return new ReasonMissing();
        var payment = found.Value;
        return new GroupEvent[]
        {
            new PaymentRejected(payment.Number, payment.Member, payment.Amount, reason.Trim()),
        };
    }

    private static Result<Payment> Open(GroupState group, Actor actor, PaymentNumber number)
    {
        var officer = Permissions.Check(group, actor, Permission.ConfirmPayment);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindPayment(number) is not { IsOpen: true } payment)
            return new PaymentNotOpen(number, OpenNumbers(group));
        return OwnMoney.Refuse(group, officer.Value, payment.Member) is { } own ? own : payment;
    }

    private static string OpenNumbers(GroupState group) =>
        string.Join(
            ", ",
            group.Payments.Where(p => p.IsOpen).Select(p => p.Number.Value.ToString(CultureInfo.InvariantCulture))
        );
}
