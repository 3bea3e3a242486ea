using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>"I have paid": the member names the bank's reference. Nothing is in a balance before an officer confirms.</summary>
public static class ClaimPayment
{
    /// <summary>
    /// Claims the given payment of hers, or the newest one requested. Refuses when she has none, and a reference that was used in
    /// this group before (a claim that was rejected frees its reference).
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, PaymentNumber? number, string reference)
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        if (group.ReferenceUsed)
            return new ReferenceAlreadyUsed(reference);
        var payment = group
            .Payments.Where(p => p.Payer == member.Value.Number && p.Status == PaymentStatus.Requested)
            .Where(p => number is null || p.Number == number)
            .MaxBy(p => p.Number);
        return payment is null
            ? new NothingToClaim()
            : new GroupEvent[] { new PaymentClaimed(payment.Number, payment.Member, payment.Amount, reference, actor.Today) };
    }
}
