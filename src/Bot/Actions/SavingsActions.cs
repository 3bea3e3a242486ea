using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Queries;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A member's own figures: balance, passbook, statement, and how they came about.</summary>
internal static class SavingsActions
{
    /// <summary>How many entries a passbook in chat shows; the PDF has all.</summary>
    private const int LastEntries = 5;

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("savings.balance", (turn, _) => new(Balance(turn))),
        ActionCatalog.Show("savings.passbook", Passbook),
        ActionCatalog.Show("savings.why", Why),
        ActionCatalog.Do("statements.link", (turn, slots) => new(Statement(turn, slots))),
    ];

    private static ActionResult Balance(CurrentTurn turn)
    {
        var group = turn.Group!;
        if (Permissions.Check(group, turn.Actor, Permission.SeeOwnFigures) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var self = turn.Self!;
        var due = OwedOf(group, self.Number);
        var lines = DueLines(group, self, turn.Today);
        lines.AddRange(LoanLines(group, self.Number, turn.Today, "balance-lines.loan"));
        return Ok(
            ("group", group.Name),
            ("name", self.Name),
            ("savings", group.SavingsOf(self.Number)),
            ("due", due),
            ("lines", lines),
            ("head", group.PrintedHead)
        );
    }

    /// <summary>Open dues and fines together.</summary>
    internal static Money OwedOf(GroupState group, MemberNumber member) =>
        group.FinesOf(member).Aggregate(group.DuesOf(member).Aggregate(Money.Zero, (sum, d) => sum + d.Left), (sum, f) => sum + f.Left);

    private static List<Text> DueLines(GroupState group, Member self, DateOnly today)
    {
        var lines = group
            .DuesOf(self.Number)
            .Select(d =>
                d.PeriodOn < today
                    ? Text.Of(
                        "balance-lines.overdue",
                        ("amount", d.Left),
                        ("on", d.PeriodOn),
                        ("days", today.DayNumber - d.PeriodOn.DayNumber)
                    )
                    : Text.Of("balance-lines.due", ("amount", d.Left), ("on", d.PeriodOn))
            )
            .ToList();
        lines.AddRange(FineActions.Lines(group, self.Number));
        if (lines.Count == 0)
            lines.Add(Text.Of("balance-lines.nothing-due", ("on", group.NextPeriodOn)));
        if (self.Advance.IsPositive)
            lines.Add(Text.Of("balance-lines.advance", ("amount", self.Advance)));
        return lines;
    }

    /// <summary>One line for each open loan, under keys that begin with <paramref name="prefix"/>.</summary>
    internal static IEnumerable<Text> LoanLines(GroupState group, MemberNumber borrower, DateOnly today, string prefix)
    {
        foreach (var loan in group.Loans.Where(l => l.Borrower == borrower && l.IsOpen).OrderBy(l => l.Number))
        {
            yield return LoanLine(group, loan, today, prefix);
            foreach (var more in LendingTexts.More(group, loan, today))
                yield return more;
        }
        foreach (var matter in group.WrittenOffOf(borrower))
            yield return LendingTexts.WrittenOff(matter);
    }

    private static Text LoanLine(GroupState group, Loan loan, DateOnly today, string prefix)
    {
        var number = ("loan", (object?)loan.Number.Value);
        if (loan.Status != LoanStatus.Active)
            return Text.Of(
                $"{prefix}-{loan.Status.ToString().ToLowerInvariant()}",
                number,
                ("amount", loan.Terms.Principal),
                ("months", loan.Terms.Months)
            );
        var (book, arrears) = (loan.BookIn(group), loan.ArrearsIn(group, today));
        return arrears.DaysOverdue > 0
            ? Text.Of(
                $"{prefix}-overdue",
                number,
                ("outstanding", loan.Outstanding),
                ("overdue", arrears.Total),
                ("days", arrears.DaysOverdue)
            )
            : Text.Of(
                prefix,
                number,
                ("outstanding", loan.Outstanding),
                ("instalment", book.Next!.Left),
                ("on", book.Next!.DueOn)
            );
    }

    private static async ValueTask<ActionResult> Passbook(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var lines = await LinesAsync(turn);
        if (lines.Count == 0)
            return Says("refusals.no-entries");
        return Ok(
            ("group", group.Name),
            ("savings", group.SavingsOf(turn.Self!.Number)),
            ("lines", lines.TakeLast(LastEntries).Reverse().Select(Line).ToList()),
            ("head", group.PrintedHead)
        );
    }

    /// <summary>Her lines of the last year, of savings and loans together, in the order of the book.</summary>
    private static async ValueTask<List<PassbookLine>> LinesAsync(CurrentTurn turn)
    {
        var from = turn.Today.AddYears(-1);
        var book = await turn.Tools.Queries.PassbookAsync(turn.Group!.Id, turn.Self!.Number, from, turn.Today, default);
        return book.Accounts.SelectMany(a => a.Lines).OrderBy(l => l.Entry).ToList();
    }

    private static Text Line(PassbookLine line) =>
        Text.Of(
            line.Narration is Core.Ledger.Narration.Disbursement or Core.Ledger.Narration.LeaverPaid or Core.Ledger.Narration.SavingsPaidOut ? "passbook-lines.out" : "passbook-lines.in",
            ("on", line.On),
            ("narration", Fragments.Narration(line.Narration, line.Loan)),
            ("amount", line.Paid.IsZero ? line.In + line.Out : line.Paid),
            ("receipt", Core.Payments.PaymentCodes.OfReceipt(line.Entry)),
            ("balance", line.Balance)
        );

    /// <summary>How the savings came about, entry by entry.</summary>
    private static async ValueTask<ActionResult> Why(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var self = turn.Self!;
        var entries = (await LinesAsync(turn)).Where(l => l.Loan is null).ToList();
        if (entries.Count == 0)
            return Says("refusals.no-entries");
        var shown = entries.TakeLast(LastEntries).ToList();
        var lines = shown
            .Select(l =>
                Text.Of(
                    "why-lines.entry",
                    ("on", l.On),
                    ("amount", l.In - l.Out),
                    ("receipt", Core.Payments.PaymentCodes.OfReceipt(l.Entry))
                )
            )
            .ToList();
        if (self.Advance.IsPositive)
            lines.Add(Text.Of("why-lines.advance", ("amount", self.Advance)));
        lines.AddRange(FineActions.Lines(group, self.Number));
        var first = shown[0];
        return Ok(
            ("opening", first.Balance - first.In + first.Out),
            ("lines", lines),
            ("savings", group.SavingsOf(self.Number))
        );
    }

    /// <summary>Without a period: the financial year so far, which begins on 1 April.</summary>
    private static ActionResult Statement(CurrentTurn turn, Filled slots)
    {
        var today = turn.Today;
        var (from, to) = slots.Has("period")
            ? slots.Period("period")
            : (new DateOnly(today.Month >= 4 ? today.Year : today.Year - 1, 4, 1), today);
        var link = turn.Tools.Links.Statement(
            new StatementLink(turn.Group!.Id, turn.Self!.Number, from, to, turn.Language),
            turn.Now
        );
        return Ok(("from", from), ("to", to), ("link", link), ("media", link + ".pdf"));
    }
}
