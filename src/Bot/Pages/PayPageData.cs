using System.Globalization;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Pages;

/// <summary>The pay page's view of the book. Whoever has the link speaks for the payer, and can do no more than name a reference.</summary>
internal sealed class PayPageData(TurnStore store, GroupQueries queries, Links links, OutboxSignal signal, TimeProvider clock)
    : IPayPageData
{
    private sealed record Found(GroupState Group, Payment Payment, string Language, bool IsExpired);

    public async Task<PayPageModel?> FindAsync(string token, CancellationToken cancellation)
    {
        if (await ReadAsync(token, cancellation) is not { } found || UpiRequests.Of(found.Group, found.Payment) is not { } request)
            return null;
        var payment = found.Payment;
        var entry =
            payment.Status == PaymentStatus.Posted
                ? await queries.EntryOfPaymentAsync(found.Group.Id, payment.Number, cancellation)
                : null;
        return new(
            found.IsExpired && payment.Status == PaymentStatus.Requested ? PayPageState.Expired : StateOf(payment.Status),
            found.Language,
            found.Group.Name,
            found.Group.Name,
            request.Payee.Text,
            Formats.Money(payment.Amount, ChannelKind.WhatsApp),
            (payment.Amount.Paise / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            AmountWords.Of(payment.Amount, found.Language),
            UpiLink.NoteOf(request.Code, request.Note),
            UpiLink.Of(request),
            payment.Reference,
            entry is { } number ? PaymentCodes.OfReceipt(number) : null
        );
    }

    public async Task<ReferenceClaim> ClaimAsync(string token, string reference, CancellationToken cancellation)
    {
        if (!BankReference.TryParse(reference, out var parsed))
            return ReferenceClaim.Malformed;
        if (await ReadAsync(token, cancellation) is not { IsExpired: false } found)
            return ReferenceClaim.NotFound;
        var number = found.Payment.Number;
        var scope = new Scope { Payments = [number], Reference = parsed.Text };
        await using var locked = await store.LockAsync(found.Group.Id, scope, cancellation);
        var group = locked.Group;
        if (group.FindPayment(number) is not { } payment)
            return ReferenceClaim.NotOpen;
        if (payment.Status == PaymentStatus.Claimed)
            return payment.Reference == parsed.Text ? ReferenceClaim.Taken : ReferenceClaim.NotOpen;
        var actor = new Actor(group.Member(payment.Payer).Person, payment.Payer, clock.GetUtcNow());
        var decision = Decided.On(group, actor, (today, who) => ClaimPayment.Decide(today, who, (number, null), parsed.Text));
        if (decision.IsRefused)
            return decision.Refusal is ReferenceAlreadyUsed ? ReferenceClaim.UsedElsewhere : ReferenceClaim.NotOpen;
        var all = decision.Value;
        var write = new TurnWrite
        {
            At = actor.At,
            Group = new(actor, all.Events, all.Applied),
            Outbox = Notifications.Of(all),
        };
        await store.CommitAsync(write, locked, cancellation);
        signal.Wake();
        return ReferenceClaim.Taken;
    }

    private async Task<Found?> ReadAsync(string token, CancellationToken cancellation)
    {
        var reading = links.Read(token, clock.GetUtcNow());
        var link = reading switch
        {
            LinkReading.Valid valid => valid.Payload,
            LinkReading.Expired expired => expired.Payload,
            _ => null,
        };
        if (link is not { Kind: LinkKind.Pay })
            return null;
        var group = await store.ReadGroupAsync(new(link.Group), new Scope(), cancellation);
        var payment = await queries.PaymentAsync(new(link.Group), new(link.First), cancellation);
        return group is null || payment is null ? null : new(group, payment, link.Language, reading is LinkReading.Expired);
    }

    private static PayPageState StateOf(PaymentStatus status) =>
        status switch
        {
            PaymentStatus.Requested => PayPageState.Requested,
            PaymentStatus.Claimed => PayPageState.Claimed,
            PaymentStatus.Posted => PayPageState.Posted,
            PaymentStatus.Rejected => PayPageState.Rejected,
            PaymentStatus.Expired => PayPageState.Expired,
        };
}
