using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>A picture or a voice note is kept for the officer who will look whether the money has come. No money moves by it.</summary>
public static class KeepPaymentNote
{
    /// <summary>As many to one payment; a screenshot, its details and a spoken word are three.</summary>
    public const int MostNotes = 5;

    /// <summary>
    /// Keeps it with the newest payment of hers that is requested or claimed. Refuses when she has none
    /// (<see cref="NothingToClaim"/>) and beyond <see cref="MostNotes"/>.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, NoteKind kind, string address)
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        if (OpenPayment(group, member.Value.Number) is not { } payment)
            return new NothingToClaim();
        if (group.Matters.Notes.Count(n => n.Payment == payment.Number) >= MostNotes)
            return new PaymentNotesFull(payment.Number, MostNotes);
        return new GroupEvent[]
        {
            new PaymentNoteKept(payment.Member, payment.Status == PaymentStatus.Claimed, new(payment.Number, kind, address, actor.Today)),
        };
    }

    /// <summary>The payment that a picture of hers would be about; null when none is open.</summary>
    public static Payment? OpenPayment(GroupState group, MemberNumber payer) =>
        group.Payments.Where(p => p.Payer == payer && p.Status is PaymentStatus.Requested or PaymentStatus.Claimed).MaxBy(p => p.Number);
}
