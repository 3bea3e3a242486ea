using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Pages;

/// <summary>The QR codes that go with WhatsApp messages, drawn when they are fetched: to pay, and to join.</summary>
internal static class Pictures
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/m/{token}.png", ["GET", "HEAD"], DrawAsync);

    private static async Task<IResult> DrawAsync(
        string token,
        Links links,
        TurnStore store,
        GroupQueries queries,
        Texts.Texts texts,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (links.Read(token, clock.GetUtcNow()) is not LinkReading.Valid { Payload: { Kind: LinkKind.Media } link })
            return Results.NotFound();
        var group = await store.ReadGroupAsync(new(link.Group), new Scope(), cancellation);
        if (group is null)
            return Results.NotFound();
        if (link.Second == Links.JoinPicture)
            return Png(links.Join(group.Invite.Code), new(link.Language, [group.Name, group.Invite.Code]));
        var payment = await queries.PaymentAsync(group.Id, new(link.First), cancellation);
        if (payment is null || UpiRequests.Of(group, payment) is not { } request)
            return Results.NotFound();
        var amount = Formats.Money(payment.Amount, ChannelKind.WhatsApp);
        return Png(UpiLink.Of(request), new(link.Language, [group.Name, amount, payment.Code]));
    }

    private static IResult Png(string content, QrCaption caption) => Results.Bytes(QrPng.Draw(content, caption), "image/png");
}
