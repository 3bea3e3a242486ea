using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>What a member has agreed to; who has agreed to nothing has none.</summary>
public enum AutopayConsent
{
    /// <summary>She is asked on each due day, with a payment that is ready.</summary>
    On,

    /// <summary>Not for now; her consent stands.</summary>
    Paused,
}

/// <summary>The rules of the group have no Autopay; an admin can change that.</summary>
public sealed record AutopayIsOff(string Group) : Refusal;

/// <summary>Nothing would change.</summary>
public sealed record AutopayUnchanged : Refusal;

/// <summary>
/// A member's standing consent to be asked for her saving on its due day, with the payment ready: nothing is debited, and she pauses or ends
/// it at any time. (Without a gateway there is no mandate at her bank.)
/// </summary>
public static class Autopay
{
    /// <summary>
    /// Her consent from now on; null ends it. Giving it refuses a group whose rules have no Autopay, or that takes no UPI; pausing refuses
    /// who has given none; all refuse what would change nothing.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, AutopayConsent? consent)
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        var before = member.Value.More.Autopay;
        if (consent == before || (consent == AutopayConsent.Paused && before is null))
            return new AutopayUnchanged();
        if (consent == AutopayConsent.On && !group.Rules.Autopay)
            return new AutopayIsOff(group.Name);
        if (consent == AutopayConsent.On && group.UpiAddress is null)
            return new NoUpiAddress(group.Name);
        return new GroupEvent[] { new AutopayChanged(member.Value.Number, consent) };
    }

    /// <summary>
    /// The payments that are made ready today, for who has agreed and owes a saving that is due today: one for each, unless one for savings
    /// is open already. Doing it twice does nothing.
    /// </summary>
    /// <param name="group">Read whole.</param>
    public static IReadOnlyList<GroupEvent> ByCalendar(GroupState group, Actor actor)
    {
        if (!group.Rules.Autopay || group.UpiAddress is null)
            return [];
        var ready = new List<GroupEvent>();
        foreach (var member in group.ActiveMembers.Where(m => m.More.Autopay == AutopayConsent.On && m.Person is not null))
        {
            var owed = group.DuesOf(member.Number).Where(d => d.PeriodOn <= actor.Today).ToList();
            var open = group.Payments.Any(p => p.IsOpen && p.Loan is null && p.Member == member.Number);
            if (open || !owed.Any(d => d.PeriodOn == actor.Today))
                continue;
            var number = new PaymentNumber(group.Counters.Payments + ready.Count + 1);
            var amount = owed.Aggregate(Money.Zero, (sum, d) => sum + d.Left);
            if (amount <= RequestPayment.Largest)
                ready.Add(new PaymentRequested(Request(member.Number, number, amount, actor.At)));
        }
        return ready;
    }

    private static Payment Request(MemberNumber member, PaymentNumber number, Money amount, DateTimeOffset at) =>
        new(number, PaymentCodes.Of(number), member, member, null, amount, PaymentMethod.Upi, PaymentStatus.Requested, null, at);
}
