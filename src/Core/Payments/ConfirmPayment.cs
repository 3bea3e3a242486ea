using System.Globalization;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>What an officer saw in the bank, where it differs from what was asked for or claimed; null means as it stands.</summary>
/// <param name="Amount">Another amount.</param>
/// <param name="Reference">The bank's reference.</param>
/// <param name="On">The bank's day; the earlier of it and the day of the claim counts.</param>
/// <param name="Payer">Who paid in the member's place.</param>
public sealed record SeenInBank(Money? Amount = null, string? Reference = null, DateOnly? On = null, string? Payer = null);

/// <summary>An officer has seen the money and confirms a payment, or rejects it with a reason.</summary>
public static class ConfirmPayment
{
    /// <summary>
    /// Posts the payment: it enters the book and settles dues or the loan. Refuses a payment that is not open, and her own while
    /// another officer could confirm it.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, PaymentNumber number) =>
        AsSeen(group, actor, number, new());

    /// <summary>
    /// The same, as the bank shows it: another amount is booked in place of the claimed one and nothing is owed for the difference. Refuses
    /// amounts out of bounds, a reference that another payment has, and more than the loan's pay-off on the day it counts, besides.
    /// </summary>
    /// <param name="group">Read with the reference looked for, when one was seen.</param>
    public static Result<IReadOnlyList<GroupEvent>> AsSeen(GroupState group, Actor actor, PaymentNumber number, SeenInBank seen)
    {
        var found = Open(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        var claimed = found.Value;
        var amount = seen.Amount ?? claimed.Amount;
        if (amount < RequestPayment.Smallest || amount > RequestPayment.Largest)
            return new AmountOutOfBounds(RequestPayment.Smallest, RequestPayment.Largest);
        var reference = seen.Reference ?? claimed.Reference;
        if (reference is not null && reference != claimed.Reference && group.ReferenceUsed)
            return new ReferenceAlreadyUsed(reference);
        var payment = claimed with { Amount = amount, Reference = reference, ClaimedOn = Earlier(claimed.ClaimedOn, seen.On) };
        if (
            payment.Loan is { } loan
            && RepaymentCheck.Refuse(group, loan, payment.Member, (amount, payment.CountsOn(actor.Today))) is { } refusal
        )
            return refusal;
        List<GroupEvent> events = [];
        if (payment != claimed)
            events.Add(new PaymentCorrected(number, payment.Member, amount, claimed.Amount, reference, payment.ClaimedOn));
        if (!string.IsNullOrWhiteSpace(seen.Payer))
            events.Add(new PayerNamed(number, payment.Member, seen.Payer.Trim()));
        return (GroupEvent[])[.. events, .. PaymentPosting.Events(group, payment, actor.Today)];
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

    private static DateOnly? Earlier(DateOnly? claimed, DateOnly? seen) => claimed is null || seen < claimed ? seen ?? claimed : claimed;

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
