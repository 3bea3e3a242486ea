using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Fund;

/// <summary>Shares that were booked are paid out: in cash, by bank, or into the member's savings.</summary>
public static class PayShare
{
    /// <summary>
    /// All of her share, out of <paramref name="from"/>. Refuses when none waits, her own while another officer could pay it, and more
    /// than the purse holds.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Hand(GroupState group, Actor actor, MemberNumber number, Purse from)
    {
        var found = Waiting(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        return from.TooSmall(group, found.Value) is { } empty
            ? empty
            : new GroupEvent[] { new SharePaid(BookOtherMoney.Next(group), number, found.Value, from) };
    }

    /// <summary>All of her share becomes savings: it settles her dues and fines first, like every saving. Refuses as <see cref="Hand"/>, and who has left: she saves no more.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Save(GroupState group, Actor actor, MemberNumber number)
    {
        var found = Waiting(group, actor, number);
        if (found.IsRefused)
            return found.Refusal!;
        return group.Member(number) is { IsActive: false } left
            ? new AlreadySettled(left.Name)
            : PaymentPosting.Events(group, Payment(group, actor, (number, found.Value, null)), actor.Today);
    }

    /// <summary>
    /// Every share that waits, out of one purse; the officer's own is left for another where there is one. Refuses when none waits, and
    /// more than the purse holds.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> HandAll(GroupState group, Actor actor, Purse from)
    {
        var officer = Permissions.Check(group, actor, Permission.BookOtherMoney);
        if (officer.IsRefused)
            return officer.Refusal!;
        var waiting = WaitingFor(group, officer.Value);
        if (waiting.Count == 0)
            return new NoShareToPay(group.Name);
        var total = waiting.Aggregate(Money.Zero, (sum, w) => sum + w.Amount);
        return from.TooSmall(group, total) is { } empty
            ? empty
            : waiting.Select((w, i) => (GroupEvent)new SharePaid(BookOtherMoney.Next(group) + i, w.Member, w.Amount, from)).ToList();
    }

    /// <summary>Whose shares she could pay out, by number. Needs the whole group.</summary>
    public static IReadOnlyList<(MemberNumber Member, Money Amount)> WaitingFor(GroupState group, Member officer) =>
        group
            .Members.Where(m => group.ShareOwedTo(m.Number).IsPositive && OwnMoney.Refuse(group, officer, m.Number) is null)
            .OrderBy(m => m.Number)
            .Select(m => (m.Number, group.ShareOwedTo(m.Number)))
            .ToList();

    /// <summary>A payment that comes out of a member's share.</summary>
    internal static Payment Payment(GroupState group, Actor actor, (MemberNumber Member, Money Amount, LoanNumber? Loan) of)
    {
        var number = new PaymentNumber(group.Counters.Payments + 1);
        return new(
            number,
            PaymentCodes.Of(number),
            of.Member,
            of.Member,
            of.Loan,
            of.Amount,
            PaymentMethod.Share,
            PaymentStatus.Requested,
            null,
            actor.At
        );
    }

    private static Result<Money> Waiting(GroupState group, Actor actor, MemberNumber number)
    {
        var officer = Permissions.Check(group, actor, Permission.BookOtherMoney);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindMember(number) is not { } member)
            return new MemberUnknown();
        if (OwnMoney.Refuse(group, officer.Value, number) is { } own)
            return own;
        var owed = group.ShareOwedTo(number);
        return owed.IsPositive ? owed : new NoShareToPay(member.Name);
    }
}
