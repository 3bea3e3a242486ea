using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Payments.BankMessages;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>What an officer forwards from the bank: found among the open payments, shown, and booked after a yes.</summary>
internal static class BankMessageActions
{
    private const string Kept = "message";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("bank.read", ReadAsync),
        ActionCatalog.Options("bank.candidates", CandidatesAsync),
        ActionCatalog.Show("bank.found", FoundAsync),
        ActionCatalog.MovesMoney("bank.book", BookAsync),
    ];

    private static async ValueTask<ActionResult> ReadAsync(CurrentTurn turn, Filled slots)
    {
        if (!slots.Has(Kept))
            return Outcome("how");
        var message = Message(slots);
        if (message.Kind != BankMessageKind.Credit)
            return Outcome(message.Kind == BankMessageKind.Debit ? "no-money" : "password");
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.ConfirmPayment) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var group = await turn.WholeGroupAsync();
        var matches = BankMatches.Of(group, message);
        if (message.Reference is { } reference && matches.Exact.All(p => p.Reference != reference))
            if (await turn.Tools.Queries.PaymentByReferenceAsync(group.Id, reference, default) is { } booked)
                return Outcome(
                    "known",
                    ("reference", reference),
                    ("payment", booked.Number.Value),
                    ("name", group.Member(booked.Member).Name),
                    ("amount", booked.Amount),
                    ("day", booked.ClaimedOn ?? IndianTime.DayOf(booked.RequestedAt))
                );
        return matches switch
        {
            { Exact: [var one] } => Keep("payment", one.Number.ToString()),
            { Exact.Count: > 1 } or { Near.Count: > 0 } => Outcome(matches.Exact.Count > 1 ? "several" : "near"),
            _ => Outcome("none", ("said", Said(message))),
        };
    }

    private static async ValueTask<ActionResult> CandidatesAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var matches = BankMatches.Of(group, Message(slots));
        var offered = matches.Exact.Count > 0 ? matches.Exact : matches.Near;
        return Options(offered.Select(p => new OfferedChoice(p.Number.ToString(), Label(group, p))));
    }

    private static async ValueTask<ActionResult> FoundAsync(CurrentTurn turn, Filled slots)
    {
        var message = Message(slots);
        if (!slots.Has("payment"))
            return Ok(("said", Said(message)));
        var group = await turn.WholeGroupAsync();
        var number = slots.Payment();
        if (ConfirmPayment.AsSeen(group, turn.Actor, number, SeenIn(message)).Refusal is { } refusal)
            return Refused(refusal);
        var payment = group.FindPayment(number)!;
        var booked = message.Amount ?? payment.Amount;
        return Ok(
            ("said", Said(message)),
            ("name", group.Member(payment.Member).Name),
            ("purpose", Fragments.Purpose(payment.Loan)),
            ("booked", booked),
            ("claimed", Text.Of(booked == payment.Amount ? "bank-lines.as-claimed" : "bank-lines.not-as-claimed", ("before", payment.Amount)))
        );
    }

    private static async ValueTask<ActionResult> BookAsync(CurrentTurn turn, Filled slots)
    {
        var (number, message) = (slots.Payment(), Message(slots));
        var done = await turn.DecideAsync(
            new Scope { Payments = [number], Reference = message.Reference },
            (group, actor) => ConfirmPayment.AsSeen(group, actor, number, SeenIn(message))
        );
        return done.IsRefused ? Refused(done.Refusal!) : PaymentActions.Receipt(turn, done.Value);
    }

    private static SeenInBank SeenIn(BankMessage message) => new(message.Amount, message.Reference, message.On);

    private static BankMessage Message(Filled slots) => BankMessage.FromKept(slots.Words(Kept));

    private static Text Label(GroupState group, Payment payment) =>
        Text.Of("options.payment", ("payment", payment.Number.Value), ("name", group.Member(payment.Member).Name), ("amount", payment.Amount));

    /// <summary>What the message says, as far as it says it.</summary>
    private static List<Text> Said(BankMessage message)
    {
        var lines = new List<Text>();
        if (message.Amount is { } amount)
            lines.Add(Text.Of("bank-lines.amount", ("amount", amount)));
        if ((message.Payer ?? message.Vpa) is { } payer)
            lines.Add(Text.Of("bank-lines.payer", ("payer", payer)));
        if (message.Reference is { } reference)
            lines.Add(Text.Of("bank-lines.reference", ("reference", reference)));
        if (message.On is { } on)
            lines.Add(Text.Of("bank-lines.day", ("on", on)));
        return lines;
    }
}
