using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Fund;

/// <summary>The surplus is to be shared out by a policy.</summary>
/// <param name="SetOff">What members owe is taken from their shares first.</param>
/// <param name="Surplus">What there was to share on the day it was brought up; what is shared is what there is when it is decided.</param>
public sealed record ShareSurplus(ShareOutPolicy Policy, bool SetOff, Money Surplus) : Act;

/// <summary>An admin has the surplus shared out; where the rules want it, all vote first.</summary>
public static class ShareSurplusOut
{
    /// <summary>
    /// Books it, or puts it to the vote; then it is decided anew on that day's figures. Refuses when nothing was earned beyond what
    /// was spent, and when nobody has a weight.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, ShareOutPolicy policy, bool setOff)
    {
        var admin = Permissions.Check(group, actor, Permission.ShareOut);
        if (admin.IsRefused)
            return admin.Refusal!;
        var act = new ShareSurplus(policy, setOff, ShareOut.Of(group, policy, actor.Today).Distributable);
        var now = Carry(group, actor, act);
        return now.IsRefused || !group.Rules.VoteOnShareOut ? now : Ballots.AskAll(group, actor, act);
    }

    /// <summary>The entry, a new cycle, and with set-off what the shares pay at once: dues and fines, then loans by number.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, ShareSurplus act)
    {
        var plan = ShareOut.Of(group, act.Policy, actor.Today);
        if (!plan.Distributable.IsPositive)
            return new NothingToShare(plan.Income, plan.Expenses);
        if (plan.TotalWeight == 0)
            return new NobodyHasSaved();
        var shared = new SurplusShared(
            group.Matters.Cycle?.Number ?? 1,
            actor.Today,
            plan.Days,
            act.Policy,
            plan.Remainder,
            ShareOut.Closing(group),
            plan.Shares
        );
        var events = new List<GroupEvent> { shared };
        group = GroupFold.Apply(group, shared);
        foreach (var share in act.SetOff ? plan.Shares : [])
            events.AddRange(SetOff(ref group, actor, share));
        return events;
    }

    private static List<GroupEvent> SetOff(ref GroupState group, Actor actor, Share share)
    {
        var events = new List<GroupEvent>();
        var (left, member) = (share.Amount, share.Member);
        var owed = group.DuesOf(member).Aggregate(Money.Zero, (sum, d) => sum + d.Left);
        Pay(ref group, null, group.FinesOf(member).Aggregate(owed, (sum, f) => sum + f.Left));
        foreach (var loan in group.Loans.Where(l => l.Borrower == member && l.Status == LoanStatus.Active).OrderBy(l => l.Number).ToList())
            Pay(ref group, loan.Number, PayOff.Of(loan.BookIn(group), actor.Today).Total);
        return events;

        void Pay(ref GroupState before, LoanNumber? loan, Money most)
        {
            var amount = Money.Min(left, most);
            if (!amount.IsPositive)
                return;
            left -= amount;
            foreach (var happened in PaymentPosting.Events(before, PayShare.Payment(before, actor, (member, amount, loan)), actor.Today))
            {
                events.Add(happened);
                before = GroupFold.Apply(before, happened);
            }
        }
    }
}
