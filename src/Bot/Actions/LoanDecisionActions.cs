using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>An officer's side of a loan: deciding and handing over the money.</summary>
internal static class LoanDecisionActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options("loans.requested", (turn, _) => Loans(turn, LoanStatus.Requested)),
        ActionCatalog.Options("loans.approved", (turn, _) => Loans(turn, LoanStatus.Approved)),
        ActionCatalog.Options("loans.active", (turn, _) => Loans(turn, LoanStatus.Active)),
        ActionCatalog.Show("loans.to-decide", (turn, slots) => ToDecide(turn, slots, DecideLoan.MayApprove)),
        ActionCatalog.Show("loans.to-reject", (turn, slots) => ToDecide(turn, slots, DecideLoan.MayDecide)),
        ActionCatalog.Show("loans.to-disburse", ToDisburse).For(Permission.DisburseLoan),
        ActionCatalog.Check("loans.purse-holds", PurseHolds),
        ActionCatalog.MovesMoney("loans.approve", Approve),
        ActionCatalog.MovesMoney(
            "loans.reject",
            (turn, slots) =>
                Decide(turn, slots, (group, actor, loan) => DecideLoan.Reject(group, actor, loan, slots.Words("reason")))
        ),
        ActionCatalog.MovesMoney(
            "loans.cancel",
            (turn, slots) => Decide(turn, slots, (group, actor, loan) => EndLoan.Cancel(group, actor, loan, slots.Words("reason")))
        ),
        ActionCatalog.MovesMoney("loans.disburse", Disburse),
    ];

    private static async ValueTask<ActionResult> Loans(CurrentTurn turn, LoanStatus status)
    {
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.DecideLoan) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var group = await turn.WholeGroupAsync();
        var loans = group.Loans.Where(l => l.Status == status).OrderBy(l => l.Number).ToList();
        return loans.Count == 0
            ? Says("refusals.nothing-pending")
            : Options(loans.Select(l => Fragments.LoanOf(group, l)));
    }

    /// <summary>What the officer decides on, and what would refuse it now, before she is asked for a yes.</summary>
    private static async ValueTask<ActionResult> ToDecide(
        CurrentTurn turn,
        Filled slots,
        Func<GroupState, Actor, LoanNumber, Refusal?> mayDecide
    )
    {
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.DecideLoan) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var group = await turn.WholeGroupAsync();
        var number = slots.Loan();
        // Who may not decide on it hears so before she is asked for a yes; under the lock it is decided again.
        var refusal = mayDecide(group, turn.Actor, number);
        return refusal is null ? Ok(Figures(turn, slots, group, group.FindLoan(number)!)) : Refused(refusal);
    }

    private static async ValueTask<ActionResult> ToDisburse(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var number = slots.Loan();
        if (group.FindLoan(number) is not { Status: LoanStatus.Approved } loan)
            return Refused(DisburseLoan.Decide(group, turn.Actor, number, PaymentMethod.Cash, null).Refusal!);
        return Ok(Figures(turn, slots, group, loan));
    }

    /// <summary>Whether the cash box or the bank holds the loan: said before the officer pays, not after.</summary>
    private static async ValueTask<ActionResult> PurseHolds(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var asked = DisburseLoan.Decide(group, turn.Actor, slots.Loan(), slots.Method(), null);
        return Unless(asked.Refusal);
    }

    private static (string, object?)[] Figures(CurrentTurn turn, Filled slots, GroupState group, Loan loan)
    {
        var schedule = RepaymentSchedule.Draw(loan.Terms, turn.Today, group.Rules.Calendar);
        return
        [
            ("name", group.Member(loan.Borrower).Name),
            ("amount", loan.Terms.Principal),
            ("months", loan.Terms.Months),
            ("rate", loan.Terms.Rate),
            ("purpose", loan.Purpose.Length == 0 ? "-" : loan.Purpose),
            ("savings", group.SavingsOf(loan.Borrower)),
            ("instalment", schedule.Instalment),
            ("first-on", schedule.Instalments[0].DueOn),
            ("lines", LendingTexts.ToDecide(group, loan)),
            ("reason", LendingTexts.Reason(slots.WordsOrNull("reason") ?? "")),
        ];
    }

    /// <summary>Approved at once, or put to the vote of all.</summary>
    private static async ValueTask<ActionResult> Approve(CurrentTurn turn, Filled slots)
    {
        var done = await Decide(turn, slots, (group, actor, loan) => DecideLoan.Approve(group, actor, loan));
        return done is ActionResult.Ok ok && turn.Decided?.Events.OfType<BallotOpened>().LastOrDefault() is { Ballot: { } ballot }
            ? new ActionResult.Outcome("voting", new Dictionary<string, object?>(ok.Arguments) { ["ballot"] = ballot.Number.Value })
            : done;
    }

    private static async ValueTask<ActionResult> Decide(
        CurrentTurn turn,
        Filled slots,
        Func<GroupState, Actor, LoanNumber, Result<IReadOnlyList<GroupEvent>>> decide
    )
    {
        var number = slots.Loan();
        Loan? before = null;
        var done = await turn.DecideAsync(
            new Scope { Loans = [number] },
            (group, actor) =>
            {
                before = group.FindLoan(number);
                return decide(group, actor, number);
            }
        );
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("name", done.Value.Member(before!.Borrower).Name), ("amount", before.Terms.Principal));
    }

    private static async ValueTask<ActionResult> Disburse(CurrentTurn turn, Filled slots)
    {
        var (number, method, reference) = (slots.Loan(), slots.Method(), slots.WordsOrNull("reference"));
        var done = await turn.DecideAsync(
            new Scope { Loans = [number], Reference = reference },
            (group, actor) => DisburseLoan.Decide(group, actor, number, method, reference)
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var paid = turn.Decided!.Events.OfType<LoanDisbursed>().Last();
        return Ok(
            ("name", done.Value.Member(paid.Borrower).Name),
            ("amount", paid.Amount),
            ("receipt", PaymentCodes.OfReceipt(turn.Decided.Applied.Entries[^1].Number)),
            ("head", done.Value.PrintedHead),
            ("first-on", paid.Instalments[0].DueOn)
        );
    }
}
