using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Repaying: what is due, what a full pay-off costs today, and the UPI request.</summary>
internal static class RepaymentActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("loans.only-active", (turn, slots) => new(Only(turn, slots, LoanStatus.Active))),
        ActionCatalog.Do("loans.only-requested", (turn, slots) => new(Only(turn, slots, LoanStatus.Requested))),
        ActionCatalog.Show("loans.repayment", (turn, slots) => new(WithBook(turn, slots, Due))),
        ActionCatalog.Show("loans.payoff", (turn, slots) => new(WithBook(turn, slots, Cost))),
        ActionCatalog.Do("loans.price-payoff", (turn, slots) => new(WithBook(turn, slots, Price))),
        ActionCatalog.Check("loans.repayment-allowed", (turn, slots) => new(Allowed(turn, slots))),
        ActionCatalog.Do(
            "loans.request-repayment",
            (turn, slots) => PaymentActions.Request(turn, slots.Money("amount"), slots.Loan())
        ),
    ];

    /// <summary>The loan that was named, looked at where it is used; else her loan, when there is just one: then nobody is asked which.</summary>
    private static ActionResult Only(CurrentTurn turn, Filled slots, LoanStatus status)
    {
        if (slots.WordsOrNull("named") is { } named)
            return Keep("loan", named);
        var active = turn.Group!.Loans.Where(l => l.Borrower == turn.Self!.Number && l.Status == status).ToList();
        return active.Count switch
        {
            0 => Says("refusals.no-loan"),
            1 => Keep("loan", active[0].Number.ToString()),
            _ => Outcome("several"),
        };
    }

    private static ActionResult Due(CurrentTurn turn, Loan loan, LoanBook book)
    {
        var arrears = loan.ArrearsIn(turn.Group!, turn.Today);
        var next = book.Instalments.FirstOrDefault(i => i.DueOn >= turn.Today && !i.IsPaid);
        var payOff = PayOff.Of(book, turn.Today).Total;
        return Ok(
            ("due", Money.Min(arrears.Total + (next?.Left ?? Money.Zero), payOff)),
            ("overdue", arrears.Total),
            ("outstanding", loan.Outstanding),
            ("payoff", payOff),
            ("next-on", next?.DueOn ?? turn.Today)
        );
    }

    private static ActionResult Cost(CurrentTurn turn, Loan loan, LoanBook book)
    {
        var payOff = PayOff.Of(book, turn.Today);
        return Ok(
            ("principal", payOff.Principal),
            ("interest", payOff.Interest),
            ("charge", payOff.Charges),
            ("payoff", payOff.Total),
            ("valid-on", turn.Today)
        );
    }

    /// <summary>Keeps today's cost as the amount to pay.</summary>
    private static ActionResult Price(CurrentTurn turn, Loan loan, LoanBook book) =>
        Keep(
            "amount",
            PayOff.Of(book, turn.Today).Total.Paise.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    private static ActionResult Allowed(CurrentTurn turn, Filled slots)
    {
        var amount = slots.Money("amount");
        if (amount < RequestPayment.Smallest || amount > RequestPayment.Largest)
            return Refused(new AmountOutOfBounds(RequestPayment.Smallest, RequestPayment.Largest));
        return WithBook(
            turn,
            slots,
            (_, loan, book) =>
            {
                var payOff = PayOff.Of(book, turn.Today).Total;
                return Unless(amount > payOff ? new MoreThanPayOff(loan.Number, payOff) : null);
            }
        );
    }

    private static ActionResult WithBook(
        CurrentTurn turn,
        Filled slots,
        Func<CurrentTurn, Loan, LoanBook, ActionResult> answer
    )
    {
        var group = turn.Group!;
        return
            group.FindLoan(slots.Loan()) is { Status: LoanStatus.Active } loan && loan.Borrower == turn.Self!.Number
            ? answer(turn, loan, loan.BookIn(group))
            : Says("refusals.no-loan");
    }
}
