using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Leaving, removing, and taking savings out: the set-off is shown before anybody says yes.</summary>
internal static class LeavingActions
{
    private const string Nothing = "nothing";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("members.leave-route", (turn, _) => new(LeaveRoute(turn))),
        ActionCatalog.Show("members.settlement", (turn, slots) => new(Figures(turn, slots, turn.Group!, turn.Self!.Number))),
        ActionCatalog.Check(
            "members.leave-allowed",
            (turn, slots) => new(Unless(LeaveGroup.Ask(turn.Group!, turn.Actor, slots.Method()).Refusal))
        ),
        ActionCatalog.Do("members.leave", (turn, slots) => Ask(turn, (group, actor) => LeaveGroup.Ask(group, actor, slots.Method()))),
        ActionCatalog.Options("members.others", (turn, _) => new(Others(turn))),
        ActionCatalog.Do("members.remove-route", RemoveRoute),
        ActionCatalog.Show(
            "members.removal",
            async (turn, slots) => Figures(turn, slots, await turn.WholeGroupAsync(), slots.Member("member"))
        ),
        ActionCatalog.Check(
            "members.remove-allowed",
            async (turn, slots) =>
                Unless(LeaveGroup.Remove(await turn.WholeGroupAsync(), turn.Actor, slots.Member("member"), slots.Method()).Refusal)
        ),
        ActionCatalog.MovesMoney("members.remove", Remove),
        ActionCatalog.Do("members.may-withdraw", (turn, _) => new(turn.Group!.Rules.Withdrawals ? Done : Outcome("off"))),
        ActionCatalog.Show("members.withdrawable", (turn, slots) => new(Withdrawable(turn, slots))),
        ActionCatalog.Check("members.withdraw-allowed", (turn, slots) => new(Unless(Withdrawing(turn.Group!, turn.Actor, slots).Refusal))),
        ActionCatalog.Do("members.withdraw", (turn, slots) => Ask(turn, (group, actor) => Withdrawing(group, actor, slots))),
    ];

    /// <summary>What stands in the way whatever the purse is said now; who gets nothing is not asked how.</summary>
    private static ActionResult LeaveRoute(CurrentTurn turn) =>
        Route(
            Settlement.Of(turn.Group!, turn.Self!.Number, turn.Today),
            LeaveGroup.Ask(turn.Group!, turn.Actor, PaymentMethod.Cash).Refusal
        );

    private static async ValueTask<ActionResult> RemoveRoute(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var member = slots.Member("member");
        return Route(Settlement.Of(group, member, turn.Today), LeaveGroup.Remove(group, turn.Actor, member, PaymentMethod.Cash).Refusal);
    }

    private static ActionResult Route(Settlement settlement, Refusal? refusal) =>
        refusal is not null and not PurseTooSmall ? Refused(refusal)
        : settlement.Payout.IsZero
            ? new ActionResult.Outcome(Nothing, new Dictionary<string, object?>(), new Dictionary<string, string> { ["method"] = "cash" })
        : Done;

    private static ActionResult Figures(CurrentTurn turn, Filled slots, GroupState group, MemberNumber member)
    {
        var settlement = Settlement.Of(group, member, turn.Today);
        return Ok(
            ("name", group.Member(member).Name),
            ("lines", SettlementLines.Of(settlement)),
            ("payout", settlement.Payout),
            ("on", turn.Today),
            ("how", slots.Has("method") ? SettlementLines.Method(slots.Method()) : null),
            ("officer", Fragments.Officer(group, Role.Treasurer))
        );
    }

    private static ActionResult Others(CurrentTurn turn) =>
        Options(turn.Group!.ActiveMembers.Where(m => m.Number != turn.Self?.Number).OrderBy(m => m.Number).Select(Fragments.Person));

    private static async ValueTask<ActionResult> Remove(CurrentTurn turn, Filled slots)
    {
        var (member, method) = (slots.Member("member"), slots.Method());
        var done = await turn.DecideAsync(Scope.Of(member), (group, actor) => LeaveGroup.Remove(group, actor, member, method));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var paid = turn.Decided!.Events.OfType<LeaverPaid>().Last();
        return Ok(
            ("name", done.Value.Member(member).Name),
            ("payout", paid.Payout),
            ("how", SettlementLines.Method(method)),
            ("head", done.Value.PrintedHead)
        );
    }

    private static Result<IReadOnlyList<GroupEvent>> Withdrawing(GroupState group, Actor actor, Filled slots) =>
        WithdrawSavings.Ask(group, actor, slots.Money("amount"), slots.Has("method") ? slots.Method() : PaymentMethod.Cash);

    private static ActionResult Withdrawable(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        return Ok(
            ("most", WithdrawSavings.Most(group, turn.Self!.Number)),
            ("savings", group.SavingsOf(turn.Self!.Number)),
            ("how", slots.Has("method") ? SettlementLines.Method(slots.Method()) : null)
        );
    }

    /// <summary>Puts it to an officer, and says to whom.</summary>
    internal static ValueTask<ActionResult> Ask(CurrentTurn turn, Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide) =>
        Ask(turn, new Scope(), decide);

    internal static async ValueTask<ActionResult> Ask(
        CurrentTurn turn,
        Scope scope,
        Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide
    )
    {
        var done = await turn.DecideAsync(scope, decide);
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var ballot = turn.Decided!.Events.OfType<BallotOpened>().Last().Ballot;
        var asked = ballot.Voters.Select(v => done.Value.Member(v).Name).ToList();
        return Ok(("asked", string.Join(", ", asked)), ("until", IndianTime.DayOf(ballot.ClosesAt)));
    }
}

/// <summary>A settlement line by line, as all who decide on it see it.</summary>
internal static class SettlementLines
{
    public static IReadOnlyList<Text> Of(Settlement settlement)
    {
        var lines = new List<Text> { Text.Of("settlement-lines.savings", ("amount", settlement.Savings)) };
        if (settlement.Profit.IsPositive)
            lines.Add(Text.Of("settlement-lines.profit", ("amount", settlement.Profit)));
        foreach (var (loan, payOff) in settlement.Loans)
            lines.Add(
                Text.Of(
                    "settlement-lines.loan",
                    ("loan", loan.Number.Value),
                    ("amount", payOff.Total),
                    ("principal", payOff.Principal),
                    ("interest", payOff.Interest),
                    ("charge", payOff.Charges)
                )
            );
        if (settlement.Fines.IsPositive)
            lines.Add(Text.Of("settlement-lines.fines", ("amount", settlement.Fines)));
        if (settlement.UnpaidSaving.IsPositive)
            lines.Add(Text.Of("settlement-lines.unpaid", ("amount", settlement.UnpaidSaving)));
        return lines;
    }

    public static Text Method(PaymentMethod method) =>
        new(
            method switch
            {
                PaymentMethod.Upi => "paid-how.upi",
                PaymentMethod.Cash or PaymentMethod.Share => "paid-how.cash",
            }
        );
}
