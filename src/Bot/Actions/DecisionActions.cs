using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>What waits for the yes of others: asking, answering, taking back.</summary>
internal static class DecisionActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options("decisions.waiting", (turn, _) => new(Waiting(turn, Hers(turn)))),
        ActionCatalog.Show("decisions.ballot", (turn, slots) => new(Ballot(turn, slots))),
        ActionCatalog.Show("decisions.list", (turn, _) => new(List(turn))),
        ActionCatalog.MovesMoney("decisions.say-yes", (turn, slots) => Cast(turn, slots, yes: true)),
        // A no moves nothing by itself: at most it is the last answer, and what the others decided happens.
        ActionCatalog.Do("decisions.say-no", (turn, slots) => Cast(turn, slots, yes: false)),
    ];

    private static IEnumerable<Ballot> Hers(CurrentTurn turn) =>
        turn.Group!.Matters.Ballots.Where(b => turn.Self is { } self && b.Voters.Contains(self.Number) && b.ClosesAt > turn.Now);

    private static ActionResult Waiting(CurrentTurn turn, IEnumerable<Ballot> ballots)
    {
        var choices = ballots
            .Select(b => new OfferedChoice(
                b.Number.ToString(),
                Text.Of("options.ballot", ("ballot", b.Number.Value), ("act", ActTexts.Of(turn.Group!, b.Act)))
            ))
            .ToList();
        return choices.Count == 0 ? Says("refusals.no-ballots") : Options(choices);
    }

    private static ActionResult Ballot(CurrentTurn turn, Filled slots) =>
        Hers(turn).FirstOrDefault(b => b.Number.Value == slots.Number("ballot")) is { } ballot
            ? Ok(
                ("act", ActTexts.Of(turn.Group!, ballot.Act)),
                ("by", ballot.OpenedBy is { } by ? turn.Group!.Member(by).Name : turn.Group!.Name),
                ("until", IndianTime.DayOf(ballot.ClosesAt)),
                ("state", State(turn, ballot))
            )
            : Refused(new NoSuchBallot(new(slots.Number("ballot")), string.Join(", ", Hers(turn).Select(b => b.Number.ToString()))));

    /// <summary>How it stands: the count alone while a secret one runs is not told.</summary>
    private static Text State(CurrentTurn turn, Ballot ballot) =>
        Text.Of(
            ballot.Consent == Consent.SecondPerson ? "ballot-lines.second-person"
                : ballot.Secret ? "ballot-lines.secret"
                : "ballot-lines.open",
            ("yes", ballot.Yes),
            ("no", ballot.No),
            ("voters", ballot.Voters.Count),
            ("answered", ballot.Votes.Count),
            ("quorum", ballot.Quorum),
            ("name", turn.Group!.Name)
        );

    private static ActionResult List(CurrentTurn turn)
    {
        var lines = turn.Group!.Matters.Ballots.Where(b => b.Consent == Consent.Vote)
            .Select(b =>
                Text.Of(
                    "ballot-lines.line",
                    ("ballot", b.Number.Value),
                    ("act", ActTexts.Of(turn.Group!, b.Act)),
                    ("state", State(turn, b)),
                    ("until", IndianTime.DayOf(b.ClosesAt))
                )
            )
            .ToList();
        return lines.Count == 0 ? Says("refusals.no-ballots") : Ok(("lines", lines));
    }

    private static async ValueTask<ActionResult> Cast(CurrentTurn turn, Filled slots, bool yes)
    {
        var number = new BallotNumber(slots.Number("ballot"));
        var done = await turn.DecideAsync(Scope.All, (group, actor) => CastVote.Decide(group, actor, number, yes));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        return turn.Decided!.Events.OfType<BallotClosed>().LastOrDefault(c => c.Ballot.Number == number) is { } closed
            ? Outcome("settled", ("outcome", ActTexts.Outcome(closed)), ("act", ActTexts.Of(done.Value, closed.Ballot.Act)))
            : Done;
    }
}
