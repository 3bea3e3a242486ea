using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A member's side of a loan: reckoning, asking, following it.</summary>
internal static class LoanActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("loans.bounds", (turn, _) => new(Bounds(turn))),
        ActionCatalog.Check("loans.amount-allowed", (turn, slots) => new(AmountAllowed(turn, slots.Money("amount")))),
        ActionCatalog.Check(
            "loans.months-allowed",
            (turn, slots) => new(Unless(LoanRules.MonthsAllowed(turn.Group!, slots.Number("months"))))
        ),
        ActionCatalog.Show("loans.quote", (turn, slots) => new(Quote(turn, slots))),
        ActionCatalog.Do("loans.apply", Apply),
        ActionCatalog.Show("loans.emi", (turn, slots) => new(Emi(turn, slots))),
        ActionCatalog.Show("loans.mine", Mine),
        ActionCatalog.Options("loans.own-requested", (turn, _) => new(Own(turn, LoanStatus.Requested))),
        ActionCatalog.Options("loans.active-own", (turn, _) => new(Own(turn, LoanStatus.Active))),
        ActionCatalog.Show("loans.schedule", Schedule),
        ActionCatalog.Do("loans.withdraw", Withdraw),
    ];

    private static ActionResult Bounds(CurrentTurn turn)
    {
        var group = turn.Group!;
        var self = turn.Self!;
        if (LoanRules.Standing(group, self.Number, turn.Today) is { } refusal)
            return Refused(refusal);
        var most = LoanRules.MostFor(group, self);
        if (most < group.Rules.MinimumLoan)
            return AmountAllowed(turn, group.Rules.MinimumLoan);
        return Ok(
            ("smallest", group.Rules.MinimumLoan),
            ("largest", most),
            ("rate", group.Rules.LoanRate),
            ("longest", group.Rules.MaximumMonths)
        );
    }

    private static ActionResult AmountAllowed(CurrentTurn turn, Money amount)
    {
        var group = turn.Group!;
        return Unless(LoanRules.AmountAllowed(group, turn.Self!, group.Rules.TermsFor(amount, 1), turn.Today));
    }

    /// <summary>What the loan would cost if it were paid out today: the same schedule that disbursement draws.</summary>
    private static ActionResult Quote(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var terms = group.Rules.TermsFor(slots.Money("amount"), slots.Number("months"));
        if (LoanRules.Check(group, turn.Self!, terms, turn.Today) is { } refusal)
            return Refused(refusal);
        return Reckoned(
            RepaymentSchedule.Draw(terms, turn.Today, group.Rules.Calendar),
            ("lines", LendingTexts.Asked(slots.WordsOrNull("purpose"), GuarantorActions.Named(slots).Select(m => group.Member(m).Name)))
        );
    }

    /// <summary>A reckoning only: the limits of the rules do not stop it, those of the arithmetic do.</summary>
    private static ActionResult Emi(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var (amount, months) = (slots.Money("amount"), slots.Number("months"));
        if (months is < 1 or > LoanTerms.MaximumMonths)
            return Refused(new MonthsOutOfBounds(LoanTerms.MaximumMonths));
        if (amount < LoanTerms.MinimumPrincipal || amount > LoanTerms.MaximumPrincipal)
            return Refused(new Core.Payments.AmountOutOfBounds(LoanTerms.MinimumPrincipal, LoanTerms.MaximumPrincipal));
        return Reckoned(RepaymentSchedule.Draw(group.Rules.TermsFor(amount, months), turn.Today, group.Rules.Calendar));
    }

    private static ActionResult Reckoned(RepaymentSchedule schedule, params (string Name, object? Value)[] more) =>
        Ok([
            .. more,
            ("instalment", schedule.Instalment),
            ("interest", schedule.TotalInterest),
            ("total", schedule.TotalToPay),
            ("rate", schedule.Terms.Rate),
            ("method", Fragments.Method(schedule.Terms)),
            ("first-on", schedule.Instalments[0].DueOn),
        ]);

    private static async ValueTask<ActionResult> Apply(CurrentTurn turn, Filled slots)
    {
        var guarantors = GuarantorActions.Named(slots);
        var done = await turn.DecideAsync(
            guarantors.Count > 0 ? Scope.All : new Scope(),
            (group, actor) =>
                ApplyForLoan.Decide(
                    group,
                    actor,
                    slots.Money("amount"),
                    slots.Number("months"),
                    slots.WordsOrNull("purpose") ?? "",
                    guarantors
                )
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var loan = turn.Decided!.Events.OfType<LoanRequested>().Last().Loan;
        var number = ("loan", (object?)loan.Number.Value);
        if (guarantors.Count > 0)
            return Outcome("guarantors", number, ("names", guarantors.Select(m => done.Value.Member(m).Name)));
        return LoanDeciders.Of(done.Value, loan) is [var decider, ..] ? Ok(number, ("decider", decider.Name)) : Outcome("vote", number);
    }

    private static async ValueTask<ActionResult> Mine(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!.Rules.Guarantors > 0 ? await turn.WholeGroupAsync() : turn.Group!;
        var lines = SavingsActions.LoanLines(group, turn.Self!.Number, turn.Today, "loan-lines.loan").ToList();
        lines.AddRange(LendingTexts.StandsFor(group, turn.Self!.Number));
        return lines.Count == 0 ? Says("refusals.no-loan") : Ok(("lines", lines), ("count", lines.Count));
    }

    private static ActionResult Own(CurrentTurn turn, LoanStatus status)
    {
        var group = turn.Group!;
        var own = group.Loans.Where(l => l.Borrower == turn.Self!.Number && l.Status == status).ToList();
        return own.Count == 0
            ? Says("refusals.no-loan")
            : Options(
                own.Select(l => new OfferedChoice(
                    l.Number.ToString(),
                    Text.Of("options.own-loan", ("loan", l.Number.Value), ("amount", l.Terms.Principal))
                ))
            );
    }

    /// <summary>Her own loan; an officer sees any.</summary>
    private static async ValueTask<ActionResult> Schedule(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var self = turn.Self!;
        var loan = group.FindLoan(slots.Loan());
        if (loan is null && Permissions.May(self.Role, Permission.SeeMembersFigures))
            loan = (await turn.WholeGroupAsync()).FindLoan(slots.Loan());
        var hers = loan is not null && (loan.Borrower == self.Number || Permissions.May(self.Role, Permission.SeeMembersFigures));
        return hers && loan!.Instalments.Count > 0
            ? Ok(
                ("lines", Fragments.Schedule(loan)),
                ("outstanding", loan.Outstanding),
                ("name", group.Member(loan.Borrower).Name)
            )
            : Says("refusals.no-loan");
    }

    private static async ValueTask<ActionResult> Withdraw(CurrentTurn turn, Filled slots)
    {
        var number = slots.Loan();
        var done = await turn.DecideAsync(new Scope(), (group, actor) => EndLoan.Withdraw(group, actor, number));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("loan", number.Value));
    }
}
