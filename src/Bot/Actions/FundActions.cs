using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Reports;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Reports;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Money that is neither savings nor loans: each kind is shown with what it leaves in the purses, and then booked.</summary>
internal static class FundActions
{
    /// <summary>A use case, asked for with the slots of its dialog.</summary>
    private delegate Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, Filled slots);

    private static readonly Decide Expense = (g, a, s) => BookOtherMoney.Expense(g, a, s.Money("amount"), s.Words("what"), PurseIn(s));
    private static readonly Decide BankInterest = (g, a, s) => BookOtherMoney.BankInterest(g, a, s.Money("amount"));
    private static readonly Decide Grant = (g, a, s) => BookOtherMoney.Grant(g, a, s.Money("amount"), s.Words("giver"), PurseIn(s));
    private static readonly Decide PutInBank = (g, a, s) => BookOtherMoney.Move(g, a, s.Money("amount"), Purse.Cash);
    private static readonly Decide TakeFromBank = (g, a, s) => BookOtherMoney.Move(g, a, s.Money("amount"), Purse.Bank);
    private static readonly Decide Invest = (g, a, s) => InvestSurplus.Place(g, a, s.Money("amount"), s.Number("months"), s.Words("where"));
    private static readonly Decide Mature = (g, a, s) => InvestSurplus.Mature(g, a, s.Number("investment"), s.Money("amount"));

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check("fund.amount-allowed", (_, slots) => new(AmountAllowed(slots.Money("amount")))),
        ActionCatalog.Check("fund.months-allowed", (_, slots) => new(MonthsAllowed(slots.Number("months")))),
        ActionCatalog.Show("fund.expense", (turn, slots) => new(Shown(turn, slots, Expense))),
        ActionCatalog.MovesMoney("fund.book-expense", (turn, slots) => Book(turn, slots, Expense)),
        ActionCatalog.Show("fund.bank-interest", (turn, slots) => new(Shown(turn, slots, BankInterest))),
        ActionCatalog.MovesMoney("fund.book-bank-interest", (turn, slots) => Book(turn, slots, BankInterest)),
        ActionCatalog.Show("fund.grant", (turn, slots) => new(Shown(turn, slots, Grant))),
        ActionCatalog.MovesMoney("fund.book-grant", (turn, slots) => Book(turn, slots, Grant)),
        ActionCatalog.Show("fund.to-put-in-bank", (turn, slots) => new(Shown(turn, slots, PutInBank))),
        ActionCatalog.MovesMoney("fund.put-in-bank", (turn, slots) => Book(turn, slots, PutInBank)),
        ActionCatalog.Show("fund.to-take-from-bank", (turn, slots) => new(Shown(turn, slots, TakeFromBank))),
        ActionCatalog.MovesMoney("fund.take-from-bank", (turn, slots) => Book(turn, slots, TakeFromBank)),
        ActionCatalog.Show("fund.to-invest", (turn, slots) => new(Shown(turn, slots, Invest))),
        ActionCatalog.MovesMoney("fund.invest", (turn, slots) => Book(turn, slots, Invest)),
        ActionCatalog.Options("fund.open-investments", (turn, _) => new(Open(turn))),
        ActionCatalog.Show("fund.investments", (turn, _) => new(Investments(turn))),
        ActionCatalog.Check("fund.maturity-allowed", (turn, slots) => new(Unless(Mature(turn.Group!, turn.Actor, slots).Refusal))),
        ActionCatalog.Show("fund.to-mature", (turn, slots) => new(Shown(turn, slots, Mature))),
        ActionCatalog.MovesMoney("fund.mature", (turn, slots) => Book(turn, slots, Mature)),
        ActionCatalog.Show("fund.cash-book", CashBookAsync).For(Permission.SeeReports),
    ];

    internal static Purse PurseIn(Filled slots) =>
        slots.Words("purse") switch
        {
            "cash" => Purse.Cash,
            "bank" => Purse.Bank,
            var other => throw new InvalidOperationException($"No purse {other}."),
        };

    /// <summary>Many entries of a kind together, in the words of the report's cash book.</summary>
    private static Text Kind(Narration narration) => new(ReportPdf.KindKey(narration));

    internal static Text Words(Purse purse) => new(purse == Purse.Cash ? "purses.cash" : "purses.bank");

    private static ActionResult AmountAllowed(Money amount) =>
        Unless(
            amount < BookOtherMoney.Smallest || amount > BookOtherMoney.Largest
                ? new AmountOutOfBounds(BookOtherMoney.Smallest, BookOtherMoney.Largest)
                : null
        );

    private static ActionResult MonthsAllowed(int months) =>
        Unless(months is < 1 or > InvestSurplus.LongestMonths ? new Core.Loans.MonthsOutOfBounds(InvestSurplus.LongestMonths) : null);

    /// <summary>What would be refused is not asked about; the purses are shown as they will be.</summary>
    private static ActionResult Shown(CurrentTurn turn, Filled slots, Decide decide)
    {
        var decided = decide(turn.Group!, turn.Actor, slots);
        return decided.IsRefused ? Refused(decided.Refusal!) : Ok(Figures(decided.Value, turn.Group!.Apply(decided.Value, turn.Actor).Group));
    }

    private static async ValueTask<ActionResult> Book(CurrentTurn turn, Filled slots, Decide decide)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => decide(group, actor, slots));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var booked = turn.Decided!;
        return Ok([
            .. Figures(booked.Events, done.Value),
            ("receipt", PaymentCodes.OfReceipt(booked.Applied.Entries[^1].Number)),
            ("head", done.Value.PrintedHead),
        ]);
    }

    private static (string, object?)[] Figures(IReadOnlyList<GroupEvent> events, GroupState after)
    {
        (string, object?)[] purses = [("cash", after.Balances[Account.Cash]), ("bank", after.Balances[Account.Bank])];
        return events[^1] switch
        {
            ExpensePaid e => [("purse", Words(e.From)), .. purses],
            GrantReceived e => [("purse", Words(e.Into)), .. purses],
            InvestmentPlaced { Investment: var i } => [("number", i.Number), ("until", i.MaturesOn), .. purses],
            InvestmentMatured { Investment: var i } e => [("what", i.Where), ("principal", i.Amount), ("interest", e.Interest), .. purses],
            _ => purses,
        };
    }

    private static ActionResult Open(CurrentTurn turn)
    {
        var open = turn
            .Group!.Matters.Investments.Select(i => new OfferedChoice(
                i.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Text.Of("options.investment", ("number", i.Number), ("amount", i.Amount), ("what", i.Where))
            ))
            .ToList();
        return open.Count == 0 ? Says("refusals.no-investments") : Options(open);
    }

    private static ActionResult Investments(CurrentTurn turn)
    {
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.SeeGroupFigures) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var lines = turn
            .Group!.Matters.Investments.Select(i =>
                Text.Of(
                    i.MaturesOn <= turn.Today ? "investment-lines.due" : "investment-lines.open",
                    ("number", i.Number),
                    ("amount", i.Amount),
                    ("what", i.Where),
                    ("on", i.PlacedOn),
                    ("until", i.MaturesOn)
                )
            )
            .ToList();
        return lines.Count == 0
            ? Says("refusals.no-investments")
            : Ok(("lines", lines), ("total", turn.Group!.Balances[Account.Investment]));
    }

    /// <summary>Without a period: this month so far.</summary>
    private static async ValueTask<ActionResult> CashBookAsync(CurrentTurn turn, Filled slots)
    {
        var (from, to) = slots.Has("period") ? slots.Period("period") : (new DateOnly(turn.Today.Year, turn.Today.Month, 1), turn.Today);
        var whole = await turn.Tools.Queries.BookAsync(turn.Group!.Id, from, to, default);
        PurseBook[] books = [PurseBook.Of(whole, Account.Cash), PurseBook.Of(whole, Account.Bank)];
        var lines = books.SelectMany(book =>
            book.Lines.Select(l =>
                    Text.Of(
                        l.Out.IsZero ? "cash-book-lines.in"
                            : l.In.IsZero ? "cash-book-lines.out"
                            : "cash-book-lines.both",
                        ("narration", Kind(l.Narration)),
                        ("in", l.In),
                        ("out", l.Out)
                    )
                )
                .Prepend(Text.Of("cash-book-lines.opening", ("purse", Words(book.Purse == Account.Cash ? Purse.Cash : Purse.Bank)), ("amount", book.Opening)))
                .Append(
                    Text.Of(
                        "cash-book-lines.closing",
                        ("opening", book.Opening),
                        ("in", book.Receipts),
                        ("out", book.Payments),
                        ("amount", book.Closing)
                    )
                )
        );
        return Ok(("group", turn.Group!.Name), ("from", from), ("to", to), ("lines", lines.ToList()));
    }
}
