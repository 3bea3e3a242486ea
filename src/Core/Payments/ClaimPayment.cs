using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>"I have paid": the member names the bank's reference. Nothing is in a balance before an officer confirms.</summary>
public static class ClaimPayment
{
    /// <summary>
    /// Claims the given payment of hers, or the newest one requested. Refuses when she has none, and a reference that was used in
    /// this group before (a claim that was rejected frees its reference).
    /// </summary>
    /// <param name="payment">Which; null for the newest. And who paid in her place, by name; null when she did.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        (PaymentNumber? Number, string? Payer) payment,
        string reference
    )
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        if (group.ReferenceUsed)
            return new ReferenceAlreadyUsed(reference);
        var claimed = group
            .Payments.Where(p => p.Payer == member.Value.Number && p.Status == PaymentStatus.Requested)
            .Where(p => payment.Number is null || p.Number == payment.Number)
            .MaxBy(p => p.Number);
        if (claimed is null)
            return new NothingToClaim();
        var claim = new PaymentClaimed(claimed.Number, claimed.Member, claimed.Amount, reference, actor.Today);
        return string.IsNullOrWhiteSpace(payment.Payer)
            ? new GroupEvent[] { claim }
            : new GroupEvent[] { new PayerNamed(claimed.Number, claimed.Member, payment.Payer.Trim()), claim };
    }

    /// <summary>
    /// A reference was given that another payment has: nothing is booked or claimed by it, and the officers are told. Refuses a reference
    /// that is free.
    /// </summary>
    /// <param name="first">The payment that has it; null when it paid out a loan.</param>
    public static Result<IReadOnlyList<GroupEvent>> Flag(GroupState group, Actor actor, string reference, Payment? first)
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        return group.ReferenceUsed
            ? new GroupEvent[]
            {
                new ReferenceReused(
                    member.Value.Number,
                    reference,
                    first?.Number,
                    first is null ? null : first.ClaimedOn ?? IndianTime.DayOf(first.RequestedAt)
                ),
            }
            : new ReferenceIsFree(reference);
    }
}
