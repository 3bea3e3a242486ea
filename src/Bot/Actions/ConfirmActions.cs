using System.Globalization;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Confirming otherwise than as claimed: all that waits at once, another amount, another payer.</summary>
internal static class ConfirmActions
{
    private const string Gathered = "payments";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("payments.gather", GatherAsync).For(Permission.ConfirmPayment),
        ActionCatalog.Show("payments.gathered", GatheredAsync).For(Permission.ConfirmPayment),
        ActionCatalog.MovesMoney("payments.confirm-all", ConfirmAllAsync),
        ActionCatalog.Show("payments.to-confirm-otherwise", ToConfirmAsync).For(Permission.ConfirmPayment),
        ActionCatalog.MovesMoney("payments.confirm-otherwise", ConfirmAsync),
    ];

    /// <summary>Keeps the numbers that are shown: what is claimed between the table and the yes is not booked unseen.</summary>
    private static async ValueTask<ActionResult> GatherAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var waiting = group.Payments.Where(p => p.Status == PaymentStatus.Claimed).Select(p => p.Number).Order().ToList();
        var (events, left) = ConfirmAll.Sort(group, turn.Actor, waiting);
        if (waiting.Count == 0)
            return Says("refusals.nothing-pending");
        return events.Count > 0
            ? Keep(Gathered, string.Join(',', waiting))
            : Outcome("none", ("left", left.Select(l => Left(group, l)).ToList()));
    }

    private static async ValueTask<ActionResult> GatheredAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var (events, left) = ConfirmAll.Sort(group, turn.Actor, Numbers(slots));
        var booked = events.OfType<PaymentPosted>().Select(e => e.Payment).ToList();
        if (booked.Count == 0)
            return Refused(new NothingToConfirm());
        return Ok(
            ("count", booked.Count),
            ("total", booked.Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
            ("lines", booked.Select(p => Line(group, p, turn.Today)).Concat(left.Select(l => Left(group, l))).ToList())
        );
    }

    private static async ValueTask<ActionResult> ConfirmAllAsync(CurrentTurn turn, Filled slots)
    {
        var numbers = Numbers(slots);
        IReadOnlyList<LeftOver> left = [];
        var done = await turn.DecideAsync(
            Scope.All,
            (group, actor) =>
            {
                left = ConfirmAll.Sort(group, actor, numbers).Left;
                return ConfirmAll.Decide(group, actor, numbers);
            }
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var booked = turn.Decided!.Events.OfType<PaymentPosted>().Select(e => e.Payment).ToList();
        var lines = booked
            .Select(p =>
                Text.Of(
                    "confirm-lines.booked",
                    ("payment", p.Number.Value),
                    ("name", done.Value.Member(p.Member).Name),
                    ("amount", p.Amount),
                    ("receipt", PaymentActions.ReceiptOf(turn, p.Number))
                )
            )
            .Concat(left.Select(l => Left(done.Value, l)))
            .ToList();
        return Ok(
            ("count", booked.Count),
            ("total", booked.Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
            ("lines", lines),
            ("head", done.Value.PrintedHead)
        );
    }

    private static async ValueTask<ActionResult> ToConfirmAsync(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var number = slots.Payment();
        if (ConfirmPayment.AsSeen(group, turn.Actor, number, SeenIn(slots)).Refusal is { } refusal)
            return Refused(refusal);
        var payment = group.FindPayment(number)!;
        return Ok(
            ("name", group.Member(payment.Member).Name),
            ("before", payment.Amount),
            ("reference", Fragments.Reference(group, payment)),
            ("purpose", Fragments.Purpose(payment.Loan)),
            // What was claimed is booked as it is, where nothing else was said.
            ("booked", SeenIn(slots).Amount ?? payment.Amount)
        );
    }

    private static async ValueTask<ActionResult> ConfirmAsync(CurrentTurn turn, Filled slots)
    {
        var number = slots.Payment();
        var done = await turn.DecideAsync(
            new Scope { Payments = [number] },
            (group, actor) => ConfirmPayment.AsSeen(group, actor, number, SeenIn(slots))
        );
        return done.IsRefused ? Refused(done.Refusal!) : PaymentActions.Receipt(turn, done.Value);
    }

    private static SeenInBank SeenIn(Filled slots) =>
        new(slots.Has("amount") ? slots.Money("amount") : null, Payer: slots.WordsOrNull("payer"));

    private static List<PaymentNumber> Numbers(Filled slots) =>
        slots.Words(Gathered).Split(',').Select(n => new PaymentNumber(int.Parse(n, CultureInfo.InvariantCulture))).ToList();

    private static Text Line(GroupState group, Payment payment, DateOnly today) =>
        Text.Of(
            "confirm-lines.waiting",
            ("payment", payment.Number.Value),
            ("name", group.Member(payment.Member).Name),
            ("amount", payment.Amount),
            ("reference", payment.Reference),
            ("on", payment.ClaimedOn ?? today)
        );

    private static Text Left(GroupState group, LeftOver left) =>
        Text.Of(
            "confirm-lines.left",
            ("payment", left.Payment.Number.Value),
            ("name", group.Member(left.Payment.Member).Name),
            ("amount", left.Payment.Amount),
            ("why", RefusalTexts.Of(left.Why))
        );
}
