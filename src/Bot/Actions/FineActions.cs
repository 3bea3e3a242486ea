using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Fines that an officer puts on a member, and takes off again.</summary>
internal static class FineActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check("fund.fine-allowed", (turn, slots) => new(Allowed(turn, slots))),
        ActionCatalog.Show("fund.fine", (turn, slots) => new(Shown(turn, slots))),
        ActionCatalog.MovesMoney("fund.charge-fine", Charge),
        ActionCatalog.Options("fund.fined", (turn, _) => new(Fined(turn))),
        ActionCatalog.Options("fund.fines", (turn, slots) => new(Open(turn, slots))),
        ActionCatalog.Show("fund.fine-to-waive", (turn, slots) => new(ToWaive(turn, slots))),
        ActionCatalog.MovesMoney("fund.waive-fine", Waive),
    ];

    /// <summary>A line for each open fine of a member.</summary>
    internal static IEnumerable<Text> Lines(GroupState group, MemberNumber member) =>
        group
            .FinesOf(member)
            .Select(f =>
                Text.Of(
                    f.Reason.Length == 0 ? "fine-lines.again" : "fine-lines.open",
                    ("amount", f.Left),
                    ("on", f.On ?? group.NextPeriodOn),
                    ("reason", f.Reason)
                )
            );

    private static ActionResult Allowed(CurrentTurn turn, Filled slots)
    {
        if (slots.Has("member") && turn.Group!.FindMember(slots.Member("member")) is not { IsActive: true })
            return Refused(new MemberUnknown());
        return Unless(
            slots.Has("amount") && slots.Money("amount") is var amount && (amount < ChargeFine.Smallest || amount > ChargeFine.Largest)
                ? new FineOutOfBounds(ChargeFine.Smallest, ChargeFine.Largest)
                : null
        );
    }

    private static ActionResult Shown(CurrentTurn turn, Filled slots)
    {
        var (member, amount) = (slots.Member("member"), slots.Money("amount"));
        return ChargeFine.Decide(turn.Group!, turn.Actor, member, amount, slots.Words("reason")).Refusal is { } refusal
            ? Refused(refusal)
            : Ok(("name", turn.Group!.Member(member).Name), ("amount", amount), ("reason", slots.Words("reason")));
    }

    private static async ValueTask<ActionResult> Charge(CurrentTurn turn, Filled slots)
    {
        var (member, amount) = (slots.Member("member"), slots.Money("amount"));
        var done = await turn.DecideAsync(
            Scope.Of(member),
            (group, actor) => ChargeFine.Decide(group, actor, member, amount, slots.Words("reason"))
        );
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("name", done.Value.Member(member).Name), ("amount", amount), ("owed", SavingsActions.OwedOf(done.Value, member)));
    }

    private static ActionResult Fined(CurrentTurn turn)
    {
        var group = turn.Group!;
        var members = group.Members.Where(m => group.FinesOf(m.Number).Any()).OrderBy(m => m.Number).Select(Fragments.Person).ToList();
        return members.Count == 0 ? Says("refusals.no-fines") : Options(members);
    }

    private static ActionResult Open(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var member = slots.Member("member");
        var fines = group
            .FinesOf(member)
            .Select(f => new OfferedChoice(
                f.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Text.Of("options.fine", ("amount", f.Left), ("reason", f.Reason), ("on", f.On ?? group.NextPeriodOn))
            ))
            .ToList();
        return fines.Count == 0 ? Refused(new NoSuchFine(group.FindMember(member)?.Name ?? group.Name)) : Options(fines);
    }

    private static ActionResult ToWaive(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var (member, number) = (slots.Member("member"), slots.Number("fine"));
        if (ChargeFine.Waive(group, turn.Actor, member, number, slots.Words("reason")).Refusal is { } refusal)
            return Refused(refusal);
        var fine = group.FinesOf(member).First(f => f.Number == number);
        return Ok(("name", group.Member(member).Name), ("amount", fine.Left), ("what", fine.Reason), ("reason", slots.Words("reason")));
    }

    private static async ValueTask<ActionResult> Waive(CurrentTurn turn, Filled slots)
    {
        var (member, number) = (slots.Member("member"), slots.Number("fine"));
        var left = turn.Group!.FinesOf(member).FirstOrDefault(f => f.Number == number)?.Left ?? Money.Zero;
        var done = await turn.DecideAsync(
            Scope.Of(member),
            (group, actor) => ChargeFine.Waive(group, actor, member, number, slots.Words("reason"))
        );
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("name", done.Value.Member(member).Name), ("amount", left));
    }
}
