using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>The share-out: rehearsed, explained, put to the vote, and paid out.</summary>
internal static class ShareOutActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("share-out.rehearsal", RehearsalAsync).For(Permission.SeeReports),
        ActionCatalog.Show("share-out.proposal", ProposalAsync),
        ActionCatalog.MovesMoney("share-out.share", ShareAsync),
        ActionCatalog.Show("share-out.mine", (turn, _) => WhyAsync(turn, turn.Self!.Number, Permission.SeeOwnFigures)),
        ActionCatalog.Show("share-out.of", (turn, slots) => WhyAsync(turn, slots.Member("member"), Permission.SeeMembersFigures)),
        ActionCatalog.Options("share-out.waiting", WaitingAsync),
        ActionCatalog.Show("share-out.to-pay", ToPayAsync),
        ActionCatalog.MovesMoney("share-out.pay", PayAsync),
        ActionCatalog.Show("share-out.to-pay-all", ToPayAllAsync),
        ActionCatalog.MovesMoney("share-out.pay-all", PayAllAsync),
    ];

    internal static Text Words(ShareOutPolicy policy) =>
        new(
            policy switch
            {
                ShareOutPolicy.Equal => "share-policies.equal",
                ShareOutPolicy.BySavings => "share-policies.by-savings",
                ShareOutPolicy.BySavingsMonths => "share-policies.by-savings-months",
            }
        );

    /// <summary>How a share comes about, with each figure. Savings over time are shown as their average over the cycle, in paise rounded down.</summary>
    internal static Text Why(ShareOut plan, Share share)
    {
        var (weight, total) = plan.Policy switch
        {
            ShareOutPolicy.Equal => (share.Weight, plan.TotalWeight),
            ShareOutPolicy.BySavings => (share.Weight, plan.TotalWeight),
            ShareOutPolicy.BySavingsMonths => (share.Weight / plan.Days, plan.TotalWeight / plan.Days),
        };
        return Text.Of(
            plan.Policy switch
            {
                ShareOutPolicy.Equal => "share-why.equal",
                ShareOutPolicy.BySavings => "share-why.by-savings",
                ShareOutPolicy.BySavingsMonths => "share-why.by-savings-months",
            },
            ("surplus", plan.Distributable),
            ("hers", new Money(weight)),
            ("all", new Money(total)),
            ("members", plan.Shares.Count),
            ("days", plan.Days),
            ("amount", share.Amount)
        );
    }

    private static ShareOutPolicy PolicyIn(Filled slots) =>
        slots.Words("policy") switch
        {
            "equal" => ShareOutPolicy.Equal,
            "by-savings" => ShareOutPolicy.BySavings,
            "by-savings-months" => ShareOutPolicy.BySavingsMonths,
            var other => throw new InvalidOperationException($"No policy {other}."),
        };

    private static bool SetsOff(Filled slots) => slots.Words("set-off") == "set-off";

    /// <summary>The three policies side by side; nothing is booked.</summary>
    private static async ValueTask<ActionResult> RehearsalAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.GroupWithHistoryAsync();
        var plans = Enum.GetValues<ShareOutPolicy>().Select(p => ShareOut.Of(group, p, turn.Today)).ToList();
        var (equal, savings, months) = (plans[0], plans[1], plans[2]);
        if (!equal.Distributable.IsPositive)
            return Refused(new NothingToShare(equal.Income, equal.Expenses));
        var lines = equal.Shares.Select(
            (share, i) =>
                Text.Of(
                    "share-lines.three",
                    ("number", share.Member.Value),
                    ("name", group.Member(share.Member).Name),
                    ("equal", share.Amount),
                    ("savings", savings.Shares[i].Amount),
                    ("months", months.Shares[i].Amount)
                )
        );
        return Ok(
            ("group", group.Name),
            ("income", equal.Income),
            ("expenses", equal.Expenses),
            ("surplus", equal.Distributable),
            ("lines", lines.ToList()),
            ("remainder", equal.Remainder),
            ("rule", Words(group.Rules.ShareOut))
        );
    }

    private static async ValueTask<ActionResult> ProposalAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.GroupWithHistoryAsync();
        var (policy, setOff) = (PolicyIn(slots), SetsOff(slots));
        if (ShareSurplusOut.Decide(group, turn.Actor, policy, setOff).Refusal is { } refusal)
            return Refused(refusal);
        var plan = ShareOut.Of(group, policy, turn.Today);
        return Ok(
            ("surplus", plan.Distributable),
            ("members", plan.Shares.Count),
            ("policy-words", Words(policy)),
            ("set-off-words", new Text(setOff ? "share-set-off.on" : "share-set-off.off")),
            ("next", new Text(group.Rules.VoteOnShareOut ? "share-next.vote" : "share-next.book"))
        );
    }

    private static async ValueTask<ActionResult> ShareAsync(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(
            Scope.All with
            {
                SavingsHistory = true,
            },
            (group, actor) => ShareSurplusOut.Decide(group, actor, PolicyIn(slots), SetsOff(slots))
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        return turn.Decided!.Events.OfType<SurplusShared>().LastOrDefault() is { } shared
            ? Outcome("booked", ("cycle", shared.Cycle), ("head", done.Value.PrintedHead))
            : Ok(("ballot", done.Value.Matters.LastBallot));
    }

    private static async ValueTask<ActionResult> WhyAsync(CurrentTurn turn, MemberNumber member, Permission needs)
    {
        if (Permissions.Check(turn.Group!, turn.Actor, needs) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var group = await turn.GroupWithHistoryAsync();
        if (group.FindMember(member) is not { IsActive: true } her)
            return Refused(new MemberUnknown());
        var plan = ShareOut.Of(group, group.Rules.ShareOut, turn.Today);
        var waiting = group.ShareOwedTo(member);
        if (!plan.Distributable.IsPositive && !waiting.IsPositive)
            return Refused(new NothingToShare(plan.Income, plan.Expenses));
        var lines = new List<Text>();
        if (plan.Distributable.IsPositive)
        {
            var share = plan.Shares.Single(s => s.Member == member);
            lines.Add(Text.Of("share-lines.surplus", ("income", plan.Income), ("expenses", plan.Expenses), ("surplus", plan.Distributable)));
            lines.Add(Text.Of("share-lines.rule", ("rule", Words(plan.Policy))));
            lines.Add(Why(plan, share));
        }
        if (waiting.IsPositive)
            lines.Add(Text.Of("share-lines.waiting", ("amount", waiting)));
        return Ok(("group", group.Name), ("name", her.Name), ("lines", lines));
    }

    private static async ValueTask<ActionResult> WaitingAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var waiting = PayShare
            .WaitingFor(group, turn.Self!)
            .Select(w => new OfferedChoice(
                w.Member.ToString(),
                Text.Of("options.share", ("name", group.Member(w.Member).Name), ("amount", w.Amount))
            ))
            .ToList();
        return waiting.Count == 0 ? Refused(new NoShareToPay(group.Name)) : Options(waiting);
    }

    private static Result<IReadOnlyList<GroupEvent>> Pay(GroupState group, Actor actor, Filled slots) =>
        slots.Words("purse") == "savings"
            ? PayShare.Save(group, actor, slots.Member("member"))
            : PayShare.Hand(group, actor, slots.Member("member"), FundActions.PurseIn(slots));

    private static Text Way(Filled slots) =>
        slots.Words("purse") == "savings" ? new("share-ways.savings") : new("share-ways." + slots.Words("purse"));

    private static async ValueTask<ActionResult> ToPayAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var member = slots.Member("member");
        return Pay(group, turn.Actor, slots).Refusal is { } refusal
            ? Refused(refusal)
            : Ok(("name", group.Member(member).Name), ("amount", group.ShareOwedTo(member)), ("way", Way(slots)));
    }

    private static async ValueTask<ActionResult> PayAsync(CurrentTurn turn, Filled slots)
    {
        var member = slots.Member("member");
        var done = await turn.DecideAsync(Scope.Of(member), (group, actor) => Pay(group, actor, slots));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var entry = turn.Decided!.Applied.Entries[^1];
        return Ok(
            ("name", done.Value.Member(member).Name),
            ("amount", entry.Postings.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
            ("way", Way(slots)),
            ("receipt", Core.Payments.PaymentCodes.OfReceipt(entry.Number)),
            ("head", done.Value.PrintedHead)
        );
    }

    private static async ValueTask<ActionResult> ToPayAllAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var decided = PayShare.HandAll(group, turn.Actor, FundActions.PurseIn(slots));
        return decided.IsRefused ? Refused(decided.Refusal!) : All(group, decided.Value.OfType<SharePaid>().ToList(), slots);
    }

    private static async ValueTask<ActionResult> PayAllAsync(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(Scope.All, (group, actor) => PayShare.HandAll(group, actor, FundActions.PurseIn(slots)));
        return done.IsRefused ? Refused(done.Refusal!) : All(done.Value, turn.Decided!.Events.OfType<SharePaid>().ToList(), slots);
    }

    private static ActionResult All(GroupState group, List<SharePaid> paid, Filled slots) =>
        Ok(
            ("lines", paid.ConvertAll(p => Text.Of("share-lines.one", ("name", group.Member(p.Member).Name), ("amount", p.Amount)))),
            ("amount", paid.Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
            ("members", paid.Count),
            ("way", Way(slots)),
            ("head", group.PrintedHead)
        );
}
