using System.Globalization;
using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>Payments as a treasurer meets them, and what members say about them.</content>
internal sealed partial class GroupLife
{
    private Func<Task>[] PaymentActs => [ConfirmAllAsync, ConfirmAsSeenAsync, ClaimForAsync, FlagAsync, ObjectAsync, ObjectAsync, AnswerObjectionAsync, RemindAsync];

    private Task<Refusal?> ConfirmAllAsync() =>
        village.ActAsync(AnyOfficer, (g, a) => ConfirmAll.Decide(g, a, [.. g.Payments.Select(p => p.Number)]));

    private Task<Refusal?> ConfirmAsSeenAsync()
    {
        var reference = (612_000_000_000 + ++references).ToString(CultureInfo.InvariantCulture);
        var seen = new SeenInBank(new(random.Next(100, 30_000)), reference, IndianTime.DayOf(village.Now).AddDays(-random.Next(9)), "Ramesh");
        return village.ActAsync(AnyOfficer, (g, a) => ConfirmPayment.AsSeen(g, a, AnyPayment(g), seen), Scope.All with { Reference = reference });
    }

    private Task<Refusal?> ClaimForAsync()
    {
        var payer = village.Folded.Payments.FirstOrDefault(p => p.Status == PaymentStatus.Requested)?.Payer.Value ?? AnyMember;
        var reference = (412_000_000_000 + ++references).ToString(CultureInfo.InvariantCulture);
        return village.ActAsync(payer, (g, a) => ClaimPayment.Decide(g, a, (null, "Ramesh"), reference), Scope.All with { Reference = reference });
    }

    private Task FlagAsync()
    {
        var used = village.Folded.Payments.FirstOrDefault(p => p.Reference is not null);
        return used is null
            ? Task.CompletedTask
            : village.ActAsync(AnyMember, (g, a) => ClaimPayment.Flag(g, a, used.Reference!, used), Scope.All with { Reference = used.Reference });
    }

    /// <summary>Money that was placed comes back, and a payment was another amount than its member said: both are rare in a life.</summary>
    public async Task PlaceAndCorrectAsync()
    {
        await village.ActAsync(1, (g, a) => BookOtherMoney.BankInterest(g, a, Money.Rupees(900)));
        await village.ActAsync(1, (g, a) => InvestSurplus.Place(g, a, Money.Rupees(600), 12, "SBI FD"));
        await village.ActAsync(1, (g, a) => InvestSurplus.Mature(g, a, 1, Money.Rupees(650)));
        await village.ActAsync(3, (g, a) => RequestPayment.Decide(g, a, Money.Rupees(500), null));
        await ClaimAsync();
        var seen = new SeenInBank(Money.Rupees(450), On: IndianTime.DayOf(village.Now));
        await village.ActAsync(1, (g, a) => ConfirmPayment.AsSeen(g, a, AnyPayment(g), seen));
    }

    private async Task ObjectAsync()
    {
        var number = Math.Max(1, village.Folded.Counters.Entries - random.Next(6));
        if (await database.Queries.EntryAsync(village.Id, number, default) is { Cause: ContributionReceived e } booked)
            await village.ActAsync(e.Member.Value, (g, a) => ObjectToEntry.Decide(g, a, booked.Entry, "मैंने 600 दिए थे"));
    }

    private Task<Refusal?> AnswerObjectionAsync() =>
        village.ActAsync(1, (g, a) => AnswerObjection.Decide(g, a, g.Matters.Objections is [var open, ..] ? open.Number : new(1), "देखा, 500 ही थे"));

    /// <summary>A member agrees to Autopay, where the rules have it; refused otherwise.</summary>
    public Task<Refusal?> AutopayAsync() => village.ActAsync(2, (g, a) => Autopay.Decide(g, a, AutopayConsent.On));

    private Task<Refusal?> RemindAsync() => village.ActAsync(AnyOfficer, (g, a) => RemindMembers.Decide(g, a, null));
}
