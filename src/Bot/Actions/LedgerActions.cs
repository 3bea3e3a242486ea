using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A receipt looked up, and an entry undone by a reversal.</summary>
internal static class LedgerActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("ledger.receipt", Receipt).For(Permission.ReverseEntry),
        ActionCatalog.MovesMoney("ledger.reverse", Reverse),
    ];

    private static async ValueTask<ActionResult> Receipt(CurrentTurn turn, Filled slots)
    {
        var receipt = slots.Words("receipt");
        if (await FindAsync(turn, receipt) is not { } booked || AboutOf(booked) is not { } about)
            return Says("refusals.no-entries");
        return Ok(
            ("receipt", receipt),
            ("name", NameOf(turn.Group!, about)),
            ("amount", about.Amount),
            ("day", booked.Entry.On),
            ("narration", Fragments.Narration(booked.Entry.Narration, LoanOf(booked.Cause)))
        );
    }

    private static async ValueTask<ActionResult> Reverse(CurrentTurn turn, Filled slots)
    {
        var receipt = slots.Words("receipt");
        if (await FindAsync(turn, receipt) is not { } booked || AboutOf(booked) is not { } about)
            return Says("refusals.no-entries");
        var scope = new Scope
        {
            Members = about.Member is { } member ? [member] : [],
            Loans = LoanOf(booked.Cause) is { } loan ? [loan] : [],
            SettledDues = true,
        };
        var done = await turn.DecideAsync(
            scope,
            (group, actor) =>
                ReverseEntry.Decide(group, actor, (booked.Entry, booked.Cause), slots.Words("reason"))
        );
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(
                ("receipt", receipt),
                ("name", NameOf(done.Value, about)),
                ("amount", about.Amount),
                ("head", done.Value.PrintedHead)
            );
    }

    private static async ValueTask<BookedEntry?> FindAsync(CurrentTurn turn, string receipt) =>
        PaymentCodes.EntryOf(receipt) is { } entry
            ? await turn.Tools.Queries.EntryAsync(turn.Group!.Id, entry, default)
            : null;

    /// <summary>Whose entry it is, nobody's when it is the group's own money, and how much was moved; null for what is not undone.</summary>
    private static (MemberNumber? Member, Money Amount)? AboutOf(BookedEntry booked) =>
        booked.Cause switch
        {
            ContributionReceived e => (e.Member, e.Savings + e.Fine),
            RepaymentReceived e => (e.Borrower, e.Charge + e.Interest + e.Principal),
            LoanRecovered e => (e.Borrower, e.Principal + e.Interest + e.Charge),
            LoanDisbursed e => (e.Borrower, e.Amount),
            SharePaid e => (e.Member, e.Amount),
            ExpensePaid or BankInterestReceived or GrantReceived or MoneyMoved or InvestmentPlaced or InvestmentMatured => (
                null,
                booked.Entry.Postings.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount)
            ),
            _ => null,
        };

    private static string NameOf(GroupState group, (MemberNumber? Member, Money Amount) about) =>
        about.Member is { } member ? group.Member(member).Name : group.Name;

    private static LoanNumber? LoanOf(GroupEvent? cause) =>
        cause switch
        {
            RepaymentReceived e => e.Loan,
            LoanRecovered e => e.Loan,
            LoanDisbursed e => e.Loan,
            _ => null,
        };
}
