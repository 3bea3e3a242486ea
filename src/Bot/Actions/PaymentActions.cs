using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Paying by UPI: the request, the claim, and the officer's confirmation.</summary>
internal static class PaymentActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("payments.suggested", (turn, _) => new(Suggested(turn))),
        ActionCatalog.Check("payments.amount-allowed", (_, slots) => new(AmountAllowed(slots.Money("amount")))),
        ActionCatalog.Do("payments.request", (turn, slots) => Request(turn, slots.Money("amount"), null)),
        ActionCatalog.Do("payments.claim", Claim),
        ActionCatalog.Do("payments.keep-note", KeepNote),
        ActionCatalog.Options("payments.open", Open).For(Permission.ConfirmPayment),
        ActionCatalog.Show("payments.to-confirm", ToConfirm).For(Permission.ConfirmPayment),
        ActionCatalog.MovesMoney("payments.confirm", Confirm),
        ActionCatalog.MovesMoney("payments.reject", Reject),
    ];

    /// <summary>What is due, or the next contribution when nothing is.</summary>
    private static ActionResult Suggested(CurrentTurn turn)
    {
        var group = turn.Group!;
        var dues = group.DuesOf(turn.Self!.Number).ToList();
        var due = SavingsActions.OwedOf(group, turn.Self!.Number);
        var lines = dues.Select(d =>
                Text.Of(d.PeriodOn < turn.Today ? "due-lines.overdue" : "due-lines.open", ("amount", d.Left), ("on", d.PeriodOn))
            )
            .ToList();
        lines.AddRange(FineActions.Lines(group, turn.Self!.Number));
        if (lines.Count == 0)
            lines.Add(Text.Of("balance-lines.nothing-due", ("on", group.NextPeriodOn)));
        return Ok(("amount", due.IsPositive ? due : group.Rules.Contribution), ("lines", lines));
    }

    private static ActionResult AmountAllowed(Money amount) =>
        Unless(
            amount < RequestPayment.Smallest || amount > RequestPayment.Largest
                ? new AmountOutOfBounds(RequestPayment.Smallest, RequestPayment.Largest)
                : null
        );

    internal static async ValueTask<ActionResult> Request(CurrentTurn turn, Money amount, LoanNumber? loan)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => RequestPayment.Decide(group, actor, amount, loan));
        if (done.Refusal is NoUpiAddress)
            return Outcome("cash-only", ("treasurer", Fragments.Officer(turn.Group!, Role.Treasurer)));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var group = done.Value;
        var payment = group.Payments.MaxBy(p => p.Number)!;
        return Ok(
            ("payment", payment.Number.Value),
            ("code", payment.Code),
            ("amount", payment.Amount),
            ("upi", group.UpiAddress),
            ("payee", group.Name),
            ("link", turn.Tools.Links.Pay(group.Id, payment.Number, turn.Language, turn.Now)),
            ("media", turn.Tools.Links.PayQr(group.Id, payment.Number, turn.Language, turn.Now))
        );
    }

    private static async ValueTask<ActionResult> Claim(CurrentTurn turn, Filled slots)
    {
        var reference = slots.Words("reference");
        var scope = new Scope { Reference = reference };
        var payer = slots.WordsOrNull("payer");
        var done = await turn.DecideAsync(scope, (group, actor) => ClaimPayment.Decide(group, actor, (null, payer), reference));
        if (done.Refusal is ReferenceAlreadyUsed)
            return await FlagAsync(turn, scope);
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var claimed = turn.Decided!.Events.OfType<PaymentClaimed>().Last();
        return Ok(
            ("payment", claimed.Payment.Value),
            ("amount", claimed.Amount),
            ("treasurer", Fragments.Officer(done.Value, Role.Treasurer))
        );
    }

    private static async ValueTask<ActionResult> KeepNote(CurrentTurn turn, Filled slots)
    {
        if (turn.Message.Media.Count == 0)
            return Outcome("nothing");
        var done = await MediaNotes.KeepAsync(turn);
        if (done.Refusal is NothingToClaim)
            return Outcome("nothing");
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var kept = MediaNotes.Kept(turn)!;
        (string, object?)[] said =
        [
            ("kind", MediaNotes.KindText(kept.Note.Kind)),
            ("payment", kept.Note.Payment.Value),
            ("treasurer", Fragments.Officer(done.Value, Role.Treasurer)),
        ];
        return kept.Claimed ? Ok(said) : Outcome("unclaimed", said);
    }

    /// <summary>The officers hear of a reference that was given twice; she hears which payment has it, and from when it is.</summary>
    private static async ValueTask<ActionResult> FlagAsync(CurrentTurn turn, Scope scope)
    {
        var reference = scope.Reference!;
        var first = await turn.Tools.Queries.PaymentByReferenceAsync(turn.Group!.Id, reference, default);
        var flagged = await turn.DecideAsync(scope, (group, actor) => ClaimPayment.Flag(group, actor, reference, first));
        if (flagged.IsRefused || turn.Decided!.Events.OfType<ReferenceReused>().Last() is not { First: { } number, FirstOn: { } on })
            return Refused(flagged.Refusal ?? new ReferenceAlreadyUsed(reference));
        return new ActionResult.Refused(
            Text.Of("refusals.reference-used-by", ("reference", reference), ("payment", number.Value), ("day", on))
        );
    }

    private static async ValueTask<ActionResult> Open(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var claimed = group.Payments.Where(p => p.Status == PaymentStatus.Claimed).OrderBy(p => p.Number).ToList();
        return claimed.Count == 0
            ? Says("refusals.nothing-pending")
            : Options(
                claimed.Select(p => new OfferedChoice(
                    p.Number.ToString(),
                    Text.Of("options.payment", ("payment", p.Number.Value), ("name", group.Member(p.Member).Name), ("amount", p.Amount))
                ))
            );
    }

    private static async ValueTask<ActionResult> ToConfirm(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var number = slots.Payment();
        // The same words as under the lock: what would be refused is not asked about.
        if (ConfirmPayment.Decide(group, turn.Actor, number).Refusal is { } refusal)
            return Refused(refusal);
        var payment = group.FindPayment(number)!;
        return Ok(
            ("name", group.Member(payment.Member).Name),
            ("amount", payment.Amount),
            ("reference", Fragments.Reference(group, payment)),
            ("purpose", Fragments.Purpose(payment.Loan))
        );
    }

    private static async ValueTask<ActionResult> Confirm(CurrentTurn turn, Filled slots)
    {
        var number = slots.Payment();
        var done = await turn.DecideAsync(new Scope { Payments = [number] }, (group, actor) => ConfirmPayment.Decide(group, actor, number));
        return done.IsRefused ? Refused(done.Refusal!) : Receipt(turn, done.Value);
    }

    private static async ValueTask<ActionResult> Reject(CurrentTurn turn, Filled slots)
    {
        var number = slots.Payment();
        var done = await turn.DecideAsync(
            new Scope { Payments = [number] },
            (group, actor) => ConfirmPayment.Reject(group, actor, number, slots.Words("reason"))
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var rejected = turn.Decided!.Events.OfType<PaymentRejected>().Last();
        return Ok(("name", done.Value.Member(rejected.Member).Name), ("amount", rejected.Amount));
    }

    /// <summary>The receipt of a payment that this turn has booked.</summary>
    internal static string ReceiptOf(CurrentTurn turn, PaymentNumber payment)
    {
        var cause = FormattableString.Invariant($"payment:{payment}");
        return PaymentCodes.OfReceipt(turn.Decided!.Applied.Entries.Last(e => e.Cause == cause).Number);
    }

    /// <summary>What is said of money just booked: whose, how much, the receipt, the new balance, the head of the book.</summary>
    internal static ActionResult Receipt(CurrentTurn turn, GroupState group)
    {
        var payment = turn.Decided!.Events.OfType<PaymentPosted>().Last().Payment;
        return Ok(
            ("name", group.Member(payment.Member).Name),
            ("amount", payment.Amount),
            ("purpose", Fragments.Purpose(payment.Loan)),
            ("receipt", ReceiptOf(turn, payment.Number)),
            ("balance", Fragments.Balance(group, payment)),
            ("head", group.PrintedHead)
        );
    }
}
