using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Cash that a member hands to an officer.</summary>
internal static class CashActions
{
    private const string ForSavings = "savings";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options(
            "payments.cash-members",
            (turn, _) => new(Options(turn.Group!.ActiveMembers.OrderBy(m => m.Number).Select(Fragments.Person)))
        ),
        ActionCatalog.Check("payments.cash-allowed", (turn, slots) => new(Allowed(turn, slots))),
        ActionCatalog.Do("payments.cash-route", Route),
        ActionCatalog.Options("payments.cash-purposes", Purposes),
        ActionCatalog.Show("payments.cash", ShowAsync),
        ActionCatalog.MovesMoney("payments.receive-cash", Receive),
    ];

    private static ActionResult Allowed(CurrentTurn turn, Filled slots)
    {
        if (slots.Has("member") && turn.Group!.FindMember(slots.Member("member")) is not { IsActive: true })
            return Refused(new MemberUnknown());
        if (!slots.Has("amount"))
            return Done;
        var amount = slots.Money("amount");
        return Unless(
            amount < RequestPayment.Smallest || amount > ReceiveCash.Largest
                ? new AmountOutOfBounds(RequestPayment.Smallest, ReceiveCash.Largest)
                : null
        );
    }

    private static async ValueTask<ActionResult> Route(CurrentTurn turn, Filled slots) =>
        (await ActiveLoans(turn, slots)).Count == 0 && !turn.Group!.WrittenOffOf(slots.Member("member")).Any()
            ? Outcome("savings-only")
            : Done;

    private static async ValueTask<ActionResult> Purposes(CurrentTurn turn, Filled slots) =>
        Options(
            (await ActiveLoans(turn, slots))
                .Select(l => new OfferedChoice(
                    l.Number.ToString(),
                    Text.Of("options.repay-loan", ("loan", l.Number.Value))
                ))
                .Concat(turn.Group!.WrittenOffOf(slots.Member("member")).Select(LendingTexts.OfferedWrittenOff))
                .Prepend(new(ForSavings, new Text("options.savings")))
        );

    private static async ValueTask<List<Loan>> ActiveLoans(CurrentTurn turn, Filled slots)
    {
        var member = slots.Member("member");
        return (await turn.WholeGroupAsync())
            .Loans.Where(l => l.Borrower == member && l.Status == LoanStatus.Active)
            .OrderBy(l => l.Number)
            .ToList();
    }

    /// <summary>What would be refused is not asked about; her loans are read only when the cash is for one.</summary>
    private static async ValueTask<ActionResult> ShowAsync(CurrentTurn turn, Filled slots)
    {
        var (member, amount, loan) = (slots.Member("member"), slots.Money("amount"), LoanIn(slots));
        var group = loan is null ? turn.Group! : await turn.WholeGroupAsync();
        return ReceiveCash.Decide(group, turn.Actor, member, amount, loan).Refusal is { } refusal
            ? Refused(refusal)
            : Ok(("name", group.Member(member).Name), ("amount", amount), ("purpose", Fragments.Purpose(loan)));
    }

    private static async ValueTask<ActionResult> Receive(CurrentTurn turn, Filled slots)
    {
        var (member, amount, loan) = (slots.Member("member"), slots.Money("amount"), LoanIn(slots));
        var done = await turn.DecideAsync(
            new Scope { Members = [member] },
            (group, actor) => ReceiveCash.Decide(group, actor, member, amount, loan)
        );
        return done.IsRefused ? Refused(done.Refusal!) : PaymentActions.Receipt(turn, done.Value);
    }

    private static LoanNumber? LoanIn(Filled slots) =>
        slots.WordsOrNull("purpose") is null or ForSavings ? null : slots.Loan("purpose");
}
