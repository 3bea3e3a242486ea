using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Groups;

/// <summary>A member leaves, with these figures; an officer looks at it and hands her the money.</summary>
public sealed record LeaverSettled(MemberNumber Member, Money Savings, Money Owes, Money Payout, PaymentMethod Method) : Act;

/// <summary>
/// A member leaves the group, or is removed from it. What she owes is paid from her savings and the rest is handed to her, in one entry.
/// </summary>
public static class LeaveGroup
{
    /// <summary>
    /// She asks to leave; another officer's yes pays her out. Refuses the last admin, who owes more than she has, an open claim of
    /// hers, a purse that does not hold the money, and a membership that has just moved to another phone.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, PaymentMethod method)
    {
        var member = Permissions.Check(group, actor, Permission.Leave);
        if (member.IsRefused)
            return member.Refusal!;
        var settlement = Settlement.Of(group, member.Value.Number, actor.Today);
        if (Refuse(group, actor, settlement, method) is { } refusal)
            return refusal;
        return Ballots.AskSecondPerson(
            group,
            actor,
            new LeaverSettled(settlement.Member, settlement.Has, settlement.Owes, settlement.Payout, method),
            group.ActiveMembers.Where(m => m.IsOfficer)
        );
    }

    /// <summary>An admin removes a member and pays her out at once. Refuses herself, and all that <see cref="Ask"/> refuses.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Remove(GroupState group, Actor actor, MemberNumber number, PaymentMethod method)
    {
        var admin = Permissions.Check(group, actor, Permission.RemoveMember);
        if (admin.IsRefused)
            return admin.Refusal!;
        if (number == admin.Value.Number)
            return new NotOnOneself();
        return group.FindMember(number) is { IsActive: true } ? Settle(group, actor, number, method) : new MemberUnknown();
    }

    /// <summary>The act of a ballot that passed: refused when the figures are no longer those that were agreed to.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, LeaverSettled act)
    {
        if (group.FindMember(act.Member) is not { IsActive: true })
            return new MemberUnknown();
        return Changed(group, act, actor.Today) is { } changed ? changed : Settle(group, actor, act.Member, act.Method);
    }

    /// <summary>What was agreed to is no longer what she would get; null while it is.</summary>
    public static SettlementChanged? Changed(GroupState group, LeaverSettled act, DateOnly today) =>
        Settlement.Of(group, act.Member, today).Payout is var payout && payout == act.Payout ? null : new(payout);

    private static Result<IReadOnlyList<GroupEvent>> Settle(GroupState group, Actor actor, MemberNumber number, PaymentMethod method)
    {
        var settlement = Settlement.Of(group, number, actor.Today);
        if (Refuse(group, actor, settlement, method) is { } refusal)
            return refusal;
        var setOff = settlement.Loans.Select(l => SetOff(group, l, actor.Today)).ToList();
        return (GroupEvent[])
            [
                .. Ended(group, number, actor),
                new LeaverPaid(
                    number,
                    settlement.Savings,
                    group.Member(number).Advance,
                    settlement.Fines,
                    setOff,
                    settlement.Payout,
                    method,
                    group.Counters.Entries,
                    OtherFines(group, number)
                ),
                .. setOff.Select(l => new LoanClosed(l.Loan, number)),
            ];
    }

    private static Refusal? Refuse(GroupState group, Actor actor, Settlement settlement, PaymentMethod method)
    {
        var member = group.Member(settlement.Member);
        if (member.Role == Role.Admin && group.ActiveMembers.Count(m => m.Role == Role.Admin) == 1)
            return new LastAdmin();
        if (group.Payments.FirstOrDefault(p => p.Status == PaymentStatus.Claimed && IsHers(p, member.Number)) is { } claimed)
            return new PaymentWaits(claimed.Number);
        if (settlement.Missing.IsPositive)
            return new LeaverOwes(settlement.Has, settlement.Owes, settlement.Missing);
        if (settlement.Payout.IsZero)
            return null;
        if (member.More.HoldOn(actor.Today) is { } hold)
            return hold;
        var holds = group.Balances[Postings.Purse(method, member.Number)];
        return holds < settlement.Payout ? new PurseTooSmall(holds, settlement.Payout) : null;
    }

    private static List<FineSettled>? OtherFines(GroupState group, MemberNumber number) =>
        group.FinesOf(number).Select(f => new FineSettled(f.Number, f.Amount, f.On, f.Left)).ToList() is { Count: > 0 } fines ? fines : null;

    private static bool IsHers(Payment payment, MemberNumber member) => payment.Member == member || payment.Payer == member;

    /// <summary>What she had asked for and begun to pay.</summary>
    private static IEnumerable<GroupEvent> Ended(GroupState group, MemberNumber number, Actor actor)
    {
        foreach (var payment in group.Payments.Where(p => p.Status == PaymentStatus.Requested && IsHers(p, number)))
            yield return new PaymentExpired(payment.Number, payment.Member);
        foreach (var loan in group.Loans.Where(l => l.Borrower == number))
            if (loan.Status == LoanStatus.Requested)
                yield return new LoanWithdrawn(loan.Number, number);
            else if (loan.Status == LoanStatus.Approved)
                yield return new LoanCancelled(loan.Number, number, actor.Member ?? number);
    }

    private static LoanSetOff SetOff(GroupState group, LoanToSetOff owed, DateOnly today)
    {
        var paid = Repayment.Allocate(owed.Loan.BookIn(group), owed.PayOff.Total, today);
        return new(owed.Loan.Number, paid.Charge, paid.Interest, paid.Principal, owed.Loan.Instalments, paid.Book.Instalments);
    }
}
