using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A meeting from its opening to its close: attendance, the running sheet, undoing, counting.</summary>
internal static class MeetingSheetActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("meetings.start", Start),
        ActionCatalog.Show("meetings.sheet", (turn, _) => new(Sheet(turn))),
        ActionCatalog.Show("meetings.last", (turn, _) => new(Last(turn))),
        ActionCatalog.Show("meetings.attendance", (turn, slots) => new(Attendance(turn, slots))),
        ActionCatalog.Do("meetings.take-attendance", TakeAttendance),
        ActionCatalog.Show("meetings.last-batch", LastBatch),
        ActionCatalog.MovesMoney("meetings.undo", Undo),
        ActionCatalog.Show("meetings.to-close", (turn, _) => new(ToClose(turn))),
        ActionCatalog.Do("meetings.compare", (turn, slots) => new(Compare(turn, slots))),
        ActionCatalog.Show("meetings.closing", (turn, slots) => new(Closing(turn, slots))),
        ActionCatalog.MovesMoney("meetings.ask-close", AskClose),
    ];

    private static async ValueTask<ActionResult> Start(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), StartMeeting.Decide);
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("meeting", done.Value.Matters.Meeting!.Number), ("lines", MeetingLines.Of(MeetingSheet.Of(done.Value))));
    }

    private static ActionResult Sheet(CurrentTurn turn)
    {
        var group = turn.Group!;
        var heading = group.Matters.Meeting is { } open
            ? Text.Of(
                "sheet-lines.open",
                ("meeting", open.Number),
                ("on", open.OpenedOn),
                ("attendance", MeetingLines.Attendance(group, open.Absent))
            )
            : new Text("sheet-lines.none-open");
        return Ok(("heading", heading), ("lines", MeetingLines.Of(MeetingSheet.Of(group))));
    }

    private static ActionResult Last(CurrentTurn turn)
    {
        var group = turn.Group!;
        return group.Matters.LastMeeting is { } last
            ? Ok(
                ("meeting", last.Number),
                ("on", last.ClosedOn),
                ("lines", (IReadOnlyList<Text>)[.. MeetingLines.Of(last.Sheet), MeetingLines.Counted(last.Difference, last.Reason)]),
                ("attendance", MeetingLines.Attendance(group, last.Absent)),
                ("head", last.Head)
            )
            : Says("refusals.no-meeting-yet");
    }

    private static ActionResult Attendance(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var absent = AbsentIn(slots);
        return Core.Meetings.TakeAttendance.Decide(group, turn.Actor, absent, Reasons(turn)).Refusal is { } refusal
            ? Refused(refusal)
            : Ok(("lines", (IReadOnlyList<Text>)[MeetingLines.Attendance(group, absent), .. Fine(group, absent)]));
    }

    /// <summary>What the rules put on those who are not there.</summary>
    private static Text[] Fine(GroupState group, IReadOnlyList<MemberNumber> absent) =>
        group.Rules.AbsenceFine.IsPositive && absent.Count > 0
            ? [Text.Of("meeting-lines.absence-fine", ("amount", group.Rules.AbsenceFine))]
            : [];

    private static AttendanceReasons Reasons(CurrentTurn turn) =>
        new(
            turn.Worded(Text.Of("meeting-lines.absent-reason", ("on", turn.Today))),
            turn.Worded(Text.Of("meeting-lines.came-reason", ("on", turn.Today)))
        );

    private static async ValueTask<ActionResult> TakeAttendance(CurrentTurn turn, Filled slots)
    {
        var (absent, reasons) = (AbsentIn(slots), Reasons(turn));
        var done = await turn.DecideAsync(Scope.All, (group, actor) => Core.Meetings.TakeAttendance.Decide(group, actor, absent, reasons));
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("meeting", done.Value.Matters.Meeting!.Number), ("attendance", MeetingLines.Attendance(done.Value, absent)));
    }

    private static IReadOnlyList<MemberNumber> AbsentIn(Filled slots) =>
        slots.Words("absent") == "none"
            ? []
            :
            [
                .. slots
                    .Words("absent")
                    .Split(' ')
                    .Select(n => new MemberNumber(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))),
            ];

    private static ValueTask<ActionResult> LastBatch(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        if (Permissions.Check(group, turn.Actor, Permission.BookMeeting) is { IsRefused: true } no)
            return new(Refused(no.Refusal!));
        if (group.Matters.Meeting is not { } meeting)
            return new(Refused(new NoMeetingOpen()));
        return new(
            meeting.Batches is [.., var batch]
                ? Ok(
                    ("meeting", meeting.Number),
                    ("total", batch.Total),
                    ("entries", (int)(batch.LastEntry - batch.FirstEntry + 1)),
                    ("by", group.Member(batch.By).Name)
                )
                : Refused(new NothingToUndo(meeting.Number))
        );
    }

    private static async ValueTask<ActionResult> Undo(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        if (group.Matters.Meeting is not { Batches: [.., var batch] })
            return Refused(new NoMeetingOpen());
        var booked = await turn.Tools.Queries.EntriesAsync(group.Id, batch.FirstEntry, batch.LastEntry, default);
        var entries = booked.Select(b => (b.Entry, b.Cause)).ToList();
        var scope = Scope.All with
        {
            SettledDues = true,
            Loans = [.. booked.Select(b => b.Cause).OfType<RepaymentReceived>().Select(e => e.Loan)],
        };
        var done = await turn.DecideAsync(scope, (g, actor) => UndoMeeting.Decide(g, actor, entries, slots.Words("reason")));
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("total", batch.Total), ("cash", done.Value.Balances[Core.Ledger.Account.Cash]), ("head", done.Value.PrintedHead));
    }

    /// <summary>The sheet to count against; what would be refused is not counted.</summary>
    private static ActionResult ToClose(CurrentTurn turn) =>
        CloseMeeting.Ask(turn.Group!, turn.Actor, MeetingSheet.Of(turn.Group!).ClosingCash, null).Refusal is { } refusal
            ? Refused(refusal)
            : Sheet(turn);

    private static ActionResult Compare(CurrentTurn turn, Filled slots) =>
        slots.Money("counted") == MeetingSheet.Of(turn.Group!).ClosingCash ? Done : Outcome("differs");

    private static ActionResult Closing(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var counted = slots.Money("counted");
        var asked = CloseMeeting.Ask(group, turn.Actor, counted, slots.WordsOrNull("reason"));
        if (asked.IsRefused)
            return Refused(asked.Refusal!);
        var difference = counted - MeetingSheet.Of(group).ClosingCash;
        return Ok(
            ("meeting", group.Matters.Meeting!.Number),
            ("book", MeetingSheet.Of(group).ClosingCash),
            ("difference", MeetingLines.Counted(difference, slots.WordsOrNull("reason")))
        );
    }

    private static async ValueTask<ActionResult> AskClose(CurrentTurn turn, Filled slots)
    {
        var (counted, reason) = (slots.Money("counted"), slots.WordsOrNull("reason"));
        var done = await turn.DecideAsync(new Scope(), (group, actor) => CloseMeeting.Ask(group, actor, counted, reason));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("ballot", done.Value.Matters.LastBallot));
    }
}
