using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Reports;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>The group's reports for its officers: the figures in the chat, everything behind links. And the dues notice of a period.</summary>
internal static class ReportActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("reports.report", Report).For(Permission.SeeReports),
        ActionCatalog.Show("reports.export", (turn, _) => new(Export(turn))),
        ActionCatalog.Show("reports.invoice", Invoice).For(Permission.SeeMembersFigures),
        ActionCatalog.Do("reports.send-invoices", Send).For(Permission.Remind),
    ];

    /// <summary>Without a period: the month before this one.</summary>
    private static async ValueTask<ActionResult> Report(CurrentTurn turn, Filled slots)
    {
        var thisMonth = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var (from, to) = slots.Has("period") ? slots.Period("period") : (thisMonth.AddMonths(-1), thisMonth.AddDays(-1));
        var book = await turn.Tools.Queries.BookAsync(turn.Group!.Id, from, to, default);
        var (cash, earned, savings) = (CashBook.Of(book), Earnings.Of(book), MemberSavings.Of(book));
        var link = LinkTo(turn, from, to);
        return Ok(
            ("from", from),
            ("to", to),
            ("opening", cash.Opening),
            ("in", cash.In),
            ("out", cash.Out),
            ("closing", cash.Closing),
            ("saved", savings.Aggregate(Money.Zero, (sum, s) => sum + s.In)),
            ("earned", earned.Income),
            ("link", link),
            ("media", link + ".pdf")
        );
    }

    private static ActionResult Export(CurrentTurn turn) =>
        Permissions.Check(turn.Group!, turn.Actor, Permission.SeeReports) is { IsRefused: true } no
            ? Refused(no.Refusal!)
            : Ok(("link", LinkTo(turn, Links.FromTheBeginning, turn.Today)), ("head", turn.Group!.PrintedHead));

    private static string LinkTo(CurrentTurn turn, DateOnly from, DateOnly to) =>
        turn.Tools.Links.Report(new(turn.Group!.Id, turn.Self!.Number, from, to, turn.Language), turn.Now);

    /// <summary>Who still owes what for the periods that fall due on the asked days; this month when none are named.</summary>
    private static async ValueTask<ActionResult> Invoice(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var (from, to) = Days(turn, slots);
        var owed = Invoices.Of(group, from, to);
        if (owed.Count == 0)
            return new ActionResult.Refused(Text.Of("refusals.nothing-owed-then", ("from", from), ("to", to)));
        var lines = owed
            .Select(i => Text.Of("invoice-lines.line", ("number", i.Member.Value), ("name", group.Member(i.Member).Name), ("amount", i.Total), ("on", i.DueOn)))
            .ToList();
        return Ok(("from", from), ("to", to), ("lines", lines), ("count", owed.Count), ("total", owed.Aggregate(Money.Zero, (sum, i) => sum + i.Total)));
    }

    private static async ValueTask<ActionResult> Send(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var (from, to) = Days(turn, slots);
        var reached = 0;
        foreach (var invoice in Invoices.Of(group, from, to))
            if (group.Member(invoice.Member) is { Person: { } person } member && member.Number != turn.Self!.Number)
            {
                turn.TellLater(person, $"invoice:{invoice.DueOn:yyyyMMdd}:{member.Number}:{turn.Today:yyyyMMdd}", InvoiceTexts.Of(group, invoice));
                reached++;
            }
        return Ok(("count", reached));
    }

    private static (DateOnly From, DateOnly To) Days(CurrentTurn turn, Filled slots)
    {
        if (slots.Has("period"))
            return slots.Period("period");
        var first = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        return (first, first.AddMonths(1).AddDays(-1));
    }
}
