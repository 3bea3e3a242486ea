using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Who has paid and who has not, and reminding those who owe.</summary>
internal static class ReminderActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do(
            "reminders.whose",
            (turn, _) =>
                new(Permissions.Check(turn.Group!, turn.Actor, Permission.SeeMembersFigures).IsRefused ? Outcome("own") : Done)
        ),
        ActionCatalog.Show("reminders.dues", DuesAsync).For(Permission.SeeMembersFigures),
        ActionCatalog.Options("reminders.owing", OwingAsync).For(Permission.Remind),
        ActionCatalog.Show("reminders.all", AllAsync),
        ActionCatalog.Do("reminders.send", (turn, slots) => SendAsync(turn, slots.Member("member"))),
        ActionCatalog.Do("reminders.send-all", (turn, _) => SendAsync(turn, null)),
    ];

    /// <summary>The period that opened last: who has paid it by name, and all who owe, with what and for how long.</summary>
    private static async ValueTask<ActionResult> DuesAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var calendar = group.Rules.Calendar;
        var period = calendar.DueOn(calendar.IndexOf(group.NextPeriodOn) - 1);
        if (period < calendar.StartsOn)
            return Ok(("lines", new List<Text> { Text.Of("dues-lines.none", ("on", group.NextPeriodOn)) }));
        // The calendar may have opened it just now, in memory: then nothing of it is paid but by advances.
        var open = group.Dues.Where(d => d.PeriodOn == period).ToDictionary(d => d.Member);
        var owed = group.ActiveMembers.Where(m => m.JoinedOn <= calendar.DuesOpenOn(period)).OrderBy(m => m.Number).ToList();
        var paid = owed.Where(m => !open.TryGetValue(m.Number, out var due) || due.IsSettled).ToList();
        var lines = new List<Text>();
        if (paid.Count > 0)
            lines.Add(Text.Of("dues-lines.paid", ("count", paid.Count), ("names", string.Join(", ", paid.Select(m => m.Name)))));
        var owing = group
            .ActiveMembers.Select(m => (Member: m, Dues: group.DuesOf(m.Number).ToList()))
            .Where(m => m.Dues.Count > 0)
            .ToList();
        lines.AddRange(owing.Select(o => Line(o.Member, o.Dues, turn.Today)));
        lines.Add(
            Text.Of(
                "dues-lines.total",
                ("on", period),
                ("paid", paid.Count),
                ("members", owed.Count),
                ("amount", owing.SelectMany(o => o.Dues).Aggregate(Money.Zero, (sum, d) => sum + d.Left))
            )
        );
        return Ok(("lines", lines));
    }

    private static Text Line(Member member, List<Core.Savings.Due> dues, DateOnly today)
    {
        var since = dues[0].PeriodOn;
        return Text.Of(
            since < today ? "dues-lines.overdue" : "dues-lines.open",
            ("name", member.Name),
            ("number", member.Number.Value),
            ("amount", dues.Aggregate(Money.Zero, (sum, d) => sum + d.Left)),
            ("on", since),
            ("days", today.DayNumber - since.DayNumber)
        );
    }

    private static async ValueTask<ActionResult> OwingAsync(CurrentTurn turn, Filled slots)
    {
        var owing = RemindMembers.Owing(await turn.WholeGroupAsync(), turn.Today);
        return owing.Count == 0 ? Refused(new NobodyToRemind()) : Options(owing.Select(o => Fragments.Person(o.Member)));
    }

    private static async ValueTask<ActionResult> AllAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var decided = RemindMembers.Decide(group, turn.Actor, null);
        if (decided.IsRefused)
            return Refused(decided.Refusal!);
        var reminded = decided.Value.OfType<MembersReminded>().Single().Members;
        return Ok(("lines", Lines(group, reminded, ("dues-lines.to-remind", turn.Today))));
    }

    private static async ValueTask<ActionResult> SendAsync(CurrentTurn turn, MemberNumber? whom)
    {
        var done = await turn.DecideAsync(Scope.All, (group, actor) => RemindMembers.Decide(group, actor, whom));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var reminded = turn.Decided!.Events.OfType<MembersReminded>().Last().Members;
        return Ok(("names", Names(done.Value, reminded)), ("lines", Lines(done.Value, reminded, ("dues-lines.reminded", turn.Today))));
    }

    private static string Names(GroupState group, IEnumerable<MemberNumber> members) =>
        string.Join(", ", members.Select(m => group.Member(m).Name));

    /// <summary>Whom the message goes to; and who owes and has no phone: somebody must tell her in person.</summary>
    private static List<Text> Lines(GroupState group, IReadOnlyList<MemberNumber> members, (string Key, DateOnly Today) said)
    {
        var lines = new List<Text> { Text.Of(said.Key, ("count", members.Count), ("names", Names(group, members))) };
        var noPhone = RemindMembers.Owing(group, said.Today).Where(o => o.Member.Person is null).Select(o => o.Member.Name).ToList();
        if (noPhone.Count > 0)
            lines.Add(Text.Of("dues-lines.no-phone", ("names", string.Join(", ", noPhone))));
        return lines;
    }
}
