using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Payments;

/// <summary>A claimed payment that cannot be booked, and why.</summary>
public sealed record LeftOver(Payment Payment, Refusal Why);

/// <summary>An officer confirms at once all payments she was shown; those that cannot be booked are left, each with its reason.</summary>
public static class ConfirmAll
{
    /// <summary>
    /// Books the payments of these numbers one after the other, in the order of their numbers; what was decided or claimed meanwhile is not
    /// among them. Refuses when none can be booked.
    /// </summary>
    /// <param name="group">Read whole.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, IReadOnlyCollection<PaymentNumber> numbers)
    {
        var officer = Permissions.Check(group, actor, Permission.ConfirmPayment);
        if (officer.IsRefused)
            return officer.Refusal!;
        var (events, _) = Sort(group, actor, numbers);
        return events.Count == 0 ? new NothingToConfirm() : events.ToArray();
    }

    /// <summary>The events of those that can be booked, and those that cannot. Each is decided on what the ones before it left.</summary>
    public static (IReadOnlyList<GroupEvent> Events, IReadOnlyList<LeftOver> Left) Sort(
        GroupState group,
        Actor actor,
        IReadOnlyCollection<PaymentNumber> numbers
    )
    {
        var events = new List<GroupEvent>();
        var left = new List<LeftOver>();
        foreach (var payment in group.Payments.Where(p => p.Status == PaymentStatus.Claimed && numbers.Contains(p.Number)).OrderBy(p => p.Number))
        {
            var decided = ConfirmPayment.Decide(group, actor, payment.Number);
            if (decided.IsRefused)
            {
                left.Add(new(payment, decided.Refusal!));
                continue;
            }
            events.AddRange(decided.Value);
            group = group.Apply(decided.Value, actor).Group;
        }
        return (events, left);
    }
}
