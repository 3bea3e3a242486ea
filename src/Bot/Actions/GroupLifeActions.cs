using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>The life of the group as a whole: its name, its address, what all are told, its end.</summary>
internal static class GroupLifeActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check(
            "groups.rename-allowed",
            (turn, slots) => new(Unless(RenameGroup.Decide(turn.Group!, turn.Actor, slots.Words("name")).Refusal))
        ),
        ActionCatalog.Show("groups.now", (turn, _) => new(Ok(("group", turn.Group!.Name)))),
        ActionCatalog.Do("groups.rename", Rename),
        ActionCatalog.Check(
            "groups.upi-allowed",
            (turn, slots) => new(Unless(ChangeUpiAddress.Decide(turn.Group!, turn.Actor, slots.Words("upi")).Refusal))
        ),
        ActionCatalog.Show("groups.upi", (turn, _) => new(Upi(turn))),
        ActionCatalog.MovesMoney("groups.change-upi", ChangeUpi),
        ActionCatalog.Check(
            "groups.words-allowed",
            (turn, slots) => new(Unless(TellAll.Decide(turn.Group!, turn.Actor, slots.Words("words")).Refusal))
        ),
        ActionCatalog.Show("groups.to-tell", (turn, slots) => new(ToTell(turn, slots))),
        ActionCatalog.Do("groups.tell-all", Tell),
        ActionCatalog.Do("groups.may-archive", (turn, _) => MayEnd(turn, ArchiveGroup.Decide)),
        ActionCatalog.Do("groups.archive", (turn, _) => End(turn, ArchiveGroup.Decide)),
        ActionCatalog.Do("groups.may-dissolve", (turn, _) => MayEnd(turn, ArchiveGroup.Dissolve)),
        ActionCatalog.Do("groups.dissolve", (turn, _) => End(turn, ArchiveGroup.Dissolve)),
        ActionCatalog.Do("groups.may-reopen", (turn, _) => MayEnd(turn, ArchiveGroup.Reopen)),
        ActionCatalog.Do("groups.reopen", (turn, _) => End(turn, ArchiveGroup.Reopen)),
    ];

    private static async ValueTask<ActionResult> Rename(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => RenameGroup.Decide(group, actor, slots.Words("name")));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("group", done.Value.Name));
    }

    private static ActionResult Upi(CurrentTurn turn) =>
        Ok(("now", turn.Group!.UpiAddress is { } address ? address : new Text("rule-lines.cash-only")));

    /// <summary>Held: there is no second officer, and it holds in a day. Kept: what waited was taken back. Else another officer is asked.</summary>
    private static async ValueTask<ActionResult> ChangeUpi(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => ChangeUpiAddress.Decide(group, actor, slots.Words("upi")));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        return turn.Decided!.Events[^1] switch
        {
            UpiAddressHeld { Held: { } held } => Outcome("held", ("from", held.From)),
            UpiAddressHeld => Outcome("kept"),
            BallotOpened { Ballot: var ballot } => Ok(("ballot", ballot.Number.Value), ("until", IndianTime.DayOf(ballot.ClosesAt))),
            var other => throw new InvalidOperationException($"An address changes by no {other.GetType().Name}."),
        };
    }

    /// <summary>What it costs, before it is said: everybody with a phone gets it, and on SMS it may be several messages long.</summary>
    private static ActionResult ToTell(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var words = Announcement(group.Name, turn.Self!.Name, slots.Words("words"));
        return Ok(
            ("people", group.ActiveMembers.Count(m => m.Person is not null && m.Number != turn.Self!.Number)),
            ("segments", SmsSegments.Of(words).Segments),
            ("preview", words)
        );
    }

    /// <summary>As <c>notify.told-all</c> says it, in every language alike (a test holds the two together).</summary>
    internal static string Announcement(string group, string by, string words) => $"{group}, {by}: {words}";

    private static async ValueTask<ActionResult> Tell(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => TellAll.Decide(group, actor, slots.Words("words")));
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("people", done.Value.ActiveMembers.Count(m => m.Person is not null && m.Number != turn.Self!.Number)));
    }

    private static async ValueTask<ActionResult> MayEnd(
        CurrentTurn turn,
        Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide
    ) => Unless(decide(await turn.WholeGroupAsync(), turn.Actor).Refusal);

    private static async ValueTask<ActionResult> End(CurrentTurn turn, Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide)
    {
        var done = await turn.DecideAsync(Scope.All, decide);
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var ballot = turn.Decided!.Events.OfType<BallotOpened>().LastOrDefault()?.Ballot;
        return Ok(
            ("group", done.Value.Name),
            ("days", ArchiveGroup.ReopenDays),
            ("next", done.Value.NextPeriodOn),
            ("ballot", ballot?.Number.Value ?? 0),
            ("until", ballot is null ? turn.Today : IndianTime.DayOf(ballot.ClosesAt))
        );
    }
}
