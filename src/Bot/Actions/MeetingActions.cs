using System.Globalization;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A meeting in one message: read, asked about, shown, booked.</summary>
internal static class MeetingActions
{
    private const string LeaveOut = "-";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("meetings.read", Read),
        ActionCatalog.Show("meetings.doubt", async (turn, slots) => Doubt(turn, await PlanAsync(turn, slots))),
        ActionCatalog.Options("meetings.doubt-ways", async (turn, slots) => Ways(turn, await PlanAsync(turn, slots))),
        ActionCatalog.Do("meetings.mend", Mend),
        ActionCatalog.Show("meetings.preview", PreviewAsync),
        ActionCatalog.MovesMoney("meetings.book", Book),
    ];

    /// <summary>A message that was recognised as a meeting, or what was answered to the question for it.</summary>
    private static async ValueTask<ActionResult> Read(CurrentTurn turn, Filled slots)
    {
        var said = slots.WordsOrNull("items") ?? slots.WordsOrNull("all");
        return said is null ? Outcome("ask") : After(await PlanAsync(turn, said));
    }

    /// <summary>The item that was asked about, in its new words; the others stand as they were said.</summary>
    private static async ValueTask<ActionResult> Mend(CurrentTurn turn, Filled slots)
    {
        var before = await PlanAsync(turn, slots);
        var answer = slots.Words("answer");
        var items = new List<string>();
        for (var i = 0; i < before.Items.Count; i++)
            if (before.Doubt is null || !before.Doubt.Items.Contains(i))
                items.Add(before.Items[i]);
            else if (i == before.Doubt.Items[0] && answer != LeaveOut)
                items.Add(answer);
        return After(await PlanAsync(turn, string.Join(", ", items)));
    }

    private static ActionResult After(MeetingPlan plan)
    {
        var kept = new Dictionary<string, string> { ["items"] = string.Join(", ", plan.Items), ["lines"] = Kept(plan.Lines) };
        var none = new Dictionary<string, object?>();
        return plan.Doubt is not null ? new ActionResult.Outcome("doubt", none, kept)
            : plan.Lines.Count == 0 ? new ActionResult.Outcome("nothing", none, kept)
            : new ActionResult.Ok(none, kept);
    }

    private static ValueTask<MeetingPlan> PlanAsync(CurrentTurn turn, Filled slots) =>
        PlanAsync(turn, slots.WordsOrNull("items") ?? slots.Words("all"));

    private static async ValueTask<MeetingPlan> PlanAsync(CurrentTurn turn, string said)
    {
        var group = await turn.WholeGroupAsync();
        var members = group.ActiveMembers.Select(m => new NamedMember(m.Number.Value, m.Name, m.LastFourDigits)).ToList();
        return MeetingPlan.Of(group, turn.Actor, MeetingText.Read(said, new(turn.Today, turn.Language, members)), FineReason(turn));
    }

    private static string FineReason(CurrentTurn turn) => turn.Worded(Text.Of("meeting-lines.fine-reason", ("on", turn.Today)));

    private static ActionResult Doubt(CurrentTurn turn, MeetingPlan plan) =>
        plan.Doubt is { } doubt
            ? Ok(("item", doubt.Said), ("reason", doubt.Reason), ("kept", plan.Items.Count - doubt.Items.Count))
            : Refused(new NothingToBook());

    private static ActionResult Ways(CurrentTurn turn, MeetingPlan plan) =>
        Options(
            (plan.Doubt?.Ways ?? [])
                .Take(WaysShown)
                .Select(way => new OfferedChoice(way, Label(turn, way)))
                .Append(new(LeaveOut, new Text("meeting-options.leave-out")))
        );

    /// <summary>A number alone is no name: "3 200" says whose it is.</summary>
    private static Text Label(CurrentTurn turn, string way) =>
        int.TryParse(way.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && turn.Group!.FindMember(new(number)) is { } member
            ? Text.Of("meeting-options.of-member", ("item", way), ("name", member.Name))
            : Text.Of("meeting-options.item", ("item", way));

    /// <summary>With leaving it out, as many as a list holds.</summary>
    private const int WaysShown = 9;

    /// <summary>What would be booked now, tried on the group as it stands.</summary>
    private static async ValueTask<ActionResult> PreviewAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var lines = LinesIn(slots);
        var tried = BookMeeting.Decide(group, turn.Actor, lines, FineReason(turn));
        if (tried.IsRefused)
            return Refused(tried.Refusal!);
        var booked = tried.Value.OfType<MeetingBooked>().Single();
        var cash = group.Balances[Account.Cash];
        return Ok(
            ("meeting", booked.Meeting),
            ("lines", (IReadOnlyList<Text>)[.. MeetingLines.Of(group, booked.Lines), .. Notes(group, turn, lines, booked)]),
            ("savings", booked.Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Saving)),
            ("repayments", booked.Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Repayment)),
            ("fines", booked.Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Fine)),
            ("total", booked.Batch.Total),
            ("before", cash),
            ("after", cash + booked.Batch.Total)
        );
    }

    private static IEnumerable<Text> Notes(GroupState group, CurrentTurn turn, IReadOnlyList<MeetingLine> lines, MeetingBooked booked)
    {
        var named = lines.Select(l => l.Member).ToHashSet();
        var none = group.ActiveMembers.Where(m => !named.Contains(m.Number)).OrderBy(m => m.Number).ToList();
        if (none.Count > 0)
            yield return Text.Of("meeting-lines.nothing-from", ("members", MeetingLines.Names(none)));
        if (booked.LeftOut is { } own)
            yield return Text.Of(
                "meeting-lines.left-out",
                ("name", group.Member(own.Member).Name),
                ("amount", own.Total),
                ("officer", group.ActiveMembers.First(m => m.IsOfficer && m.Number != own.Member).Name)
            );
    }

    private static async ValueTask<ActionResult> Book(CurrentTurn turn, Filled slots)
    {
        var (lines, reason) = (LinesIn(slots), FineReason(turn));
        var done = await turn.DecideAsync(Scope.All, (group, actor) => BookMeeting.Decide(group, actor, lines, reason));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var booked = turn.Decided!.Events.OfType<MeetingBooked>().Single();
        return Ok(
            ("meeting", booked.Meeting),
            ("members", booked.Lines.Count),
            ("total", booked.Batch.Total),
            ("cash", done.Value.Balances[Account.Cash]),
            ("head", done.Value.PrintedHead)
        );
    }

    /// <summary>The lines as they were shown: a yes books these and nothing that is read anew.</summary>
    private static string Kept(IEnumerable<MeetingLine> lines) =>
        string.Join(
            ' ',
            lines.Select(l =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{l.Member}:{l.Saving.Paise}:{l.Repayment.Paise}:{l.Loan?.Value ?? 0}:{l.Fine.Paise}"
                )
            )
        );

    private static List<MeetingLine> LinesIn(Filled slots) =>
        slots
            .Words("lines")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Array.ConvertAll(line.Split(':'), part => long.Parse(part, CultureInfo.InvariantCulture)))
            .Select(p => new MeetingLine(new((int)p[0]), new(p[1]), new(p[2]), p[3] == 0 ? null : new LoanNumber((int)p[3]), new(p[4])))
            .ToList();
}
