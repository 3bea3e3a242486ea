using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Opening;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Figures brought forward: taken line by line or as a table, shown as a sheet, put to a second person.</summary>
internal static class OpeningActions
{
    private const string Ready = "ready";
    private const string Anew = "anew";
    private const string Later = "later";

    /// <summary>More doubtful lines than these are counted.</summary>
    private const int DoubtsShown = 10;

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("opening.take", Take),
        ActionCatalog.Show("opening.sheet", (turn, slots) => new(Sheet(turn, slots))),
        ActionCatalog.Options(
            "opening.ways",
            (_, _) => new(Options(new[] { Ready, Anew, Later }.Select(w => new OfferedChoice(w, new Text("opening-options." + w)))))
        ),
        ActionCatalog.Do("opening.drop", Drop),
        ActionCatalog.Show("opening.check", (turn, _) => new(Check(turn))),
        ActionCatalog.MovesMoney("opening.ask", Ask),
    ];

    /// <summary>What can be read of it goes into the draft; the lines that cannot are named on the sheet.</summary>
    private static async ValueTask<ActionResult> Take(CurrentTurn turn, Filled slots)
    {
        var said = slots.WordsOrNull("line") ?? slots.WordsOrNull("entry") ?? slots.WordsOrNull("table");
        if (said is Ready or Anew or Later)
            return new ActionResult.Outcome(said, new Dictionary<string, object?>(), Taken(""));
        if (said is null)
            return new ActionResult.Ok(new Dictionary<string, object?>(), Taken(""));
        var group = turn.Group!;
        var members = group.ActiveMembers.Select(m => new NamedMember(m.Number.Value, m.Name, m.LastFourDigits)).ToList();
        var items = OpeningText.Read(said, new(turn.Today, turn.Language, members));
        var doubts = items.OfType<OpeningItem.Doubtful>().Select(d => $"{d.Reason}\t{d.Said}").ToList();
        if (items.Count > doubts.Count)
        {
            var done = await turn.DecideAsync(
                new Scope(),
                (g, actor) =>
                {
                    var (money, lines) = OpeningFigures.With(g, items);
                    return EnterOpening.Draft(g, actor, money, lines);
                }
            );
            if (done.IsRefused)
                return Refused(done.Refusal!);
        }
        return new ActionResult.Ok(new Dictionary<string, object?>(), Taken(string.Join('\n', doubts)));
    }

    private static Dictionary<string, string> Taken(string doubts) =>
        new()
        {
            ["line"] = "",
            ["entry"] = "",
            ["table"] = "",
            ["doubts"] = doubts,
        };

    private static ActionResult Sheet(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var draft = group.Matters.Opening;
        var (money, members) = OpeningFigures.With(group, []);
        if (EnterOpening.Draft(group, turn.Actor, money, members).Refusal is { } refusal)
            return Refused(refusal);
        var doubts = (slots.WordsOrNull("doubts") ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(d => d.Split('\t'))
            .ToList();
        IReadOnlyList<Text> lines =
        [
            .. draft is null ? [new Text("opening-lines.empty")] : OpeningFigures.Lines(group, draft),
            .. doubts.Take(DoubtsShown).Select(d => Text.Of("opening-lines.doubt", ("said", d[1]), ("reason", new Text(d[0])))),
            .. doubts.Count > DoubtsShown
                ? [Text.Of("opening-lines.more-doubts", ("count", doubts.Count - DoubtsShown))]
                : Array.Empty<Text>(),
        ];
        return Ok(("lines", lines));
    }

    private static async ValueTask<ActionResult> Drop(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), EnterOpening.Drop);
        return done.IsRefused ? Refused(done.Refusal!) : new ActionResult.Ok(new Dictionary<string, object?>(), Taken(""));
    }

    private static string FineReason(CurrentTurn turn) => turn.Worded(new Text("opening-lines.fine-reason"));

    private static ActionResult Check(CurrentTurn turn)
    {
        var group = turn.Group!;
        var tried = EnterOpening.Ask(group, turn.Actor, FineReason(turn));
        return tried.IsRefused
            ? Refused(tried.Refusal!)
            : Ok(("act", OpeningFigures.Act(group.Matters.Opening!)), ("total", group.Matters.Opening!.Has));
    }

    private static async ValueTask<ActionResult> Ask(CurrentTurn turn, Filled slots)
    {
        var reason = FineReason(turn);
        var done = await turn.DecideAsync(new Scope(), (group, actor) => EnterOpening.Ask(group, actor, reason));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("ballot", done.Value.Matters.LastBallot));
    }
}
