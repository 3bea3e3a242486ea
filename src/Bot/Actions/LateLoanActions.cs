using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Loans that are late: who, new instalments for those who can pay more slowly, giving up those who cannot.</summary>
internal static class LateLoanActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("loans.overdue", Overdue).For(Permission.SeeOverdue),
        ActionCatalog.Show("loans.reschedule-preview", Preview),
        ActionCatalog.Do("loans.reschedule", Reschedule),
        ActionCatalog.Show("loans.to-write-off", ToWriteOff),
        ActionCatalog.Do("loans.write-off", WriteOff),
    ];

    private static async ValueTask<ActionResult> Overdue(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var portfolio = Portfolio.Of(group, turn.Today);
        if (portfolio.Overdue.Count == 0)
            return Says("refusals.nothing-overdue");
        var lines = new List<Text>();
        foreach (var late in portfolio.Overdue.GroupBy(o => o.Arrears.Class))
        {
            lines.Add(
                Text.Of(
                    "arrears-lines.class",
                    ("class", LendingTexts.Class(late.Key)),
                    ("count", late.Count()),
                    ("overdue", Sum(late, o => o.Arrears.Total)),
                    ("outstanding", Sum(late, o => o.Loan.Outstanding))
                )
            );
            lines.AddRange(late.Select(o => Line(group, o)));
        }
        return Ok(
            ("lines", lines),
            ("outstanding", portfolio.Outstanding),
            ("risk", portfolio.AtRisk),
            ("share", portfolio.ShareAtRisk.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    private static Text Line(GroupState group, OverdueLoan late) =>
        Text.Of(
            group.MatterOf(late.Loan.Number).RescheduledOn is null ? "arrears-lines.loan" : "arrears-lines.loan-rescheduled",
            ("loan", late.Loan.Number.Value),
            ("name", group.Member(late.Loan.Borrower).Name),
            ("days", late.Arrears.DaysOverdue),
            ("overdue", late.Arrears.Total),
            ("outstanding", late.Loan.Outstanding),
            ("on", group.MatterOf(late.Loan.Number).RescheduledOn)
        );

    private static Money Sum(IEnumerable<OverdueLoan> loans, Func<OverdueLoan, Money> amount) =>
        loans.Aggregate(Money.Zero, (sum, o) => sum + amount(o));

    /// <summary>The instalments before and after, and what stays owed as it is.</summary>
    private static async ValueTask<ActionResult> Preview(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var asked = RescheduleLoan.Preview(group, turn.Actor, slots.Loan(), slots.Number("months"));
        if (asked.IsRefused)
            return Refused(asked.Refusal!);
        var act = asked.Value;
        var arrears = group.FindLoan(act.Loan)!.ArrearsIn(group, turn.Today);
        return Ok(
            ("name", group.Member(act.Borrower).Name),
            ("outstanding", act.Outstanding),
            ("old", act.Old),
            ("new", act.New),
            ("first-on", act.FirstOn),
            ("kept", arrears.Interest + arrears.Charges)
        );
    }

    private static async ValueTask<ActionResult> Reschedule(CurrentTurn turn, Filled slots)
    {
        var (loan, months) = (slots.Loan(), slots.Number("months"));
        var done = await turn.DecideAsync(
            new Scope { Loans = [loan] },
            (group, actor) => RescheduleLoan.Decide(group, actor, loan, months)
        );
        return done.IsRefused ? Refused(done.Refusal!) : Asked(turn, done.Value, done.Value.FindLoan(loan)!);
    }

    private static async ValueTask<ActionResult> ToWriteOff(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        if (ProposeWriteOff.Refuse(group, turn.Actor, slots.Loan()) is { } refusal)
            return Refused(refusal);
        var loan = group.FindLoan(slots.Loan())!;
        var arrears = loan.ArrearsIn(group, turn.Today);
        return Ok(
            ("name", group.Member(loan.Borrower).Name),
            ("outstanding", loan.Outstanding),
            ("days", arrears.DaysOverdue),
            ("savings", group.SavingsOf(loan.Borrower))
        );
    }

    private static async ValueTask<ActionResult> WriteOff(CurrentTurn turn, Filled slots)
    {
        var loan = slots.Loan();
        var done = await turn.DecideAsync(new Scope { Loans = [loan] }, (group, actor) => ProposeWriteOff.Decide(group, actor, loan));
        return done.IsRefused ? Refused(done.Refusal!) : Asked(turn, done.Value, done.Value.FindLoan(loan)!);
    }

    private static ActionResult Asked(CurrentTurn turn, GroupState group, Loan loan)
    {
        var ballot = turn.Decided!.Events.OfType<BallotOpened>().Last().Ballot;
        return Ok(
            ("name", group.Member(loan.Borrower).Name),
            ("ballot", ballot.Number.Value),
            ("until", IndianTime.DayOf(ballot.ClosesAt))
        );
    }
}
