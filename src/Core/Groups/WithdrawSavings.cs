using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Groups;

/// <summary>A member takes savings out and stays; an officer looks at it and hands her the money.</summary>
public sealed record SavingsWithdrawn(MemberNumber Member, Money Amount, PaymentMethod Method) : Act;

/// <summary>Savings taken out while one stays, where the group's rules allow it.</summary>
public static class WithdrawSavings
{
    /// <summary>
    /// She asks; another officer's yes pays her. Refuses where the rule is off, more than may be taken out, a purse that does not hold
    /// it, and a membership that has just moved to another phone.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, Money amount, PaymentMethod method)
    {
        var member = Permissions.Check(group, actor, Permission.PayForOneself);
        if (member.IsRefused)
            return member.Refusal!;
        var act = new SavingsWithdrawn(member.Value.Number, amount, method);
        return Refuse(group, actor, act) is { } refusal
            ? refusal
            : Ballots.AskSecondPerson(group, actor, act, group.ActiveMembers.Where(m => m.IsOfficer));
    }

    /// <summary>Savings less what was paid ahead, what is still to be repaid of loans, and fines; never below zero.</summary>
    public static Money Most(GroupState group, MemberNumber member)
    {
        var fines = Settlement.FinesOf(group, member);
        var outstanding = group.Loans.Where(l => l.Borrower == member).Aggregate(Money.Zero, (sum, l) => sum + l.Outstanding);
        return Money.Max(Money.Zero, group.SavingsOf(member) - group.Member(member).Advance - outstanding - fines);
    }

    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, SavingsWithdrawn act) =>
        Refuse(group, actor, act) is { } refusal
            ? refusal
            : new GroupEvent[] { new SavingsPaidOut(act.Member, act.Amount, act.Method, group.Counters.Entries) };

    private static Refusal? Refuse(GroupState group, Actor actor, SavingsWithdrawn act)
    {
        if (group.FindMember(act.Member) is not { IsActive: true } member)
            return new MemberUnknown();
        if (!group.Rules.Withdrawals)
            return new WithdrawalsOff();
        if (member.More.HoldOn(actor.Today) is { } hold)
            return hold;
        var most = Most(group, act.Member);
        if (act.Amount < RequestPayment.Smallest || act.Amount > most)
            return new MoreThanWithdrawable(most);
        var holds = group.Balances[Postings.Purse(act.Method, act.Member)];
        return holds < act.Amount ? new PurseTooSmall(holds, act.Amount) : null;
    }
}
