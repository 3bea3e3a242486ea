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
    /// <summary>So many past votes are shown with the open ones.</summary>
    private const int PastBallots = 5;

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options("decisions.waiting", (turn, _) => new(Waiting(turn, Hers(turn)))),
        ActionCatalog.Show("decisions.ballot", (turn, slots) => new(Ballot(turn, slots))),
        ActionCatalog.Show("decisions.list", List),
        ActionCatalog.Options("decisions.own", (turn, _) => new(Waiting(turn, Own(turn)))),
        ActionCatalog.Show("decisions.to-withdraw", (turn, slots) => new(ToWithdraw(turn, slots))),
        ActionCatalog.Do("decisions.withdraw", Withdraw),
        ActionCatalog.Check(
            "decisions.question-allowed",
            (turn, slots) => new(Unless(PutQuestion.Decide(turn.Group!, turn.Actor, slots.Words("question"), false).Refusal))
        ),
        ActionCatalog.Show("decisions.to-ask", (turn, slots) => new(ToAsk(turn, slots))),
        ActionCatalog.Do("decisions.ask-all", AskEverybody),
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

    /// <summary>The open votes, and how the last ones ended. Of a secret one only the count is known.</summary>
    private static async ValueTask<ActionResult> List(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var lines = group
            .Matters.Ballots.Where(b => b.Consent == Consent.Vote && b.ClosesAt > turn.Now)
            .Select(b =>
                Text.Of(
                    "ballot-lines.line",
                    ("ballot", b.Number.Value),
                    ("act", ActTexts.Of(group, b.Act)),
                    ("state", State(turn, b)),
                    ("until", IndianTime.DayOf(b.ClosesAt))
                )
            )
            .ToList();
        if (lines.Count == 0)
            lines.Add(new("ballot-lines.none-open"));
        var past = await turn.Tools.History.BallotsAsync(group.Id, PastBallots, default);
        lines.AddRange(past.Where(p => p.Closed.Ballot.Consent == Consent.Vote).Select(p => Past(group, p)));
        return Ok(("lines", lines));
    }

    private static Text Past(GroupState group, Persistence.Queries.PastBallot past) =>
        Text.Of(
            "ballot-lines.past",
            ("ballot", past.Closed.Ballot.Number.Value),
            ("on", IndianTime.DayOf(past.At)),
            ("act", ActTexts.Of(group, past.Closed.Ballot.Act)),
            ("outcome", ActTexts.Outcome(past.Closed)),
            ("yes", past.Closed.Ballot.Yes),
            ("no", past.Closed.Ballot.No)
        );

    private static IEnumerable<Ballot> Own(CurrentTurn turn) =>
        turn.Group!.Matters.Ballots.Where(b => turn.Self is { } self && b.OpenedBy == self.Number && b.ClosesAt > turn.Now);

    private static ActionResult ToWithdraw(CurrentTurn turn, Filled slots) =>
        Own(turn).FirstOrDefault(b => b.Number.Value == slots.Number("ballot")) is { } ballot
            ? Ok(("act", ActTexts.Of(turn.Group!, ballot.Act)), ("state", State(turn, ballot)))
            : Refused(new NoSuchBallot(new(slots.Number("ballot")), string.Join(", ", Own(turn).Select(b => b.Number.ToString()))));

    private static async ValueTask<ActionResult> Withdraw(CurrentTurn turn, Filled slots)
    {
        var number = new BallotNumber(slots.Number("ballot"));
        var done = await turn.DecideAsync(new Scope(), (group, actor) => CastVote.Withdraw(group, actor, number));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("ballot", number.Value));
    }

    private static ActionResult ToAsk(CurrentTurn turn, Filled slots)
    {
        var rules = turn.Group!.Rules;
        var voters = turn.Group!.ActiveMembers.Count();
        return Ok(("kind", new Text("ask-all.choices." + slots.Words("secret"))), ("voters", voters), ("quorum", rules.Quorum.Of(voters)), ("until", turn.Today.AddDays(rules.VoteDays)));
    }

    private static async ValueTask<ActionResult> AskEverybody(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(
            new Scope(),
            (group, actor) => PutQuestion.Decide(group, actor, slots.Words("question"), slots.Words("secret") == "secret")
        );
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("ballot", done.Value.Matters.LastBallot));
    }

    private static async ValueTask<ActionResult> Cast(CurrentTurn turn, Filled slots, bool yes)
    {
        var number = new BallotNumber(slots.Number("ballot"));
        // Hers may be the vote that shares out the surplus.
        var done = await turn.DecideAsync(Scope.All with { SavingsHistory = true }, (group, actor) => CastVote.Decide(group, actor, number, yes));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        return turn.Decided!.Events.OfType<BallotClosed>().LastOrDefault(c => c.Ballot.Number == number) is { } closed
            ? Outcome("settled", ("outcome", ActTexts.Outcome(closed)), ("act", ActTexts.Of(done.Value, closed.Ballot.Act)))
            : Done;
    }
}
