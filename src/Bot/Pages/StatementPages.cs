using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Pages;

/// <summary>
/// A statement by its link: <c>/s/{token}.pdf</c> is the document, drawn at this moment; <c>/s/{token}</c>, which the QR on paper
/// opens, says what the book holds today for the same days.
/// </summary>
internal static class StatementPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/s/{token}.pdf", ["GET", "HEAD"], PdfAsync);
        routes.MapMethods("/s/{token}", ["GET", "HEAD"], CheckAsync);
    }

    private static async Task<IResult> PdfAsync(
        string token,
        Links links,
        StatementSource source,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        if (await ReadAsync(token, links, source, clock, cancellation) is not { } content)
            return Results.NotFound();
        response.Headers.CacheControl = "no-store";
        return Results.File(StatementPdf.Draw(content), "application/pdf");
    }

    private static async Task CheckAsync(
        string token,
        Links links,
        StatementSource source,
        PayPageLabel label,
        TimeProvider clock,
        HttpContext http
    )
    {
        const string title = "statement.check.title";
        if (await ReadAsync(token, links, source, clock, http.RequestAborted) is { } content)
        {
            var page = CheckPage.Render(content, $"/s/{token}.pdf");
            await PageFrame.WriteAsync(http, StatusCodes.Status200OK, content.Style.Language, content.Style.Label(title), page);
            return;
        }
        var unknown = CheckPage.RenderUnknown(key => label(Formats.English, key));
        await PageFrame.WriteAsync(http, StatusCodes.Status404NotFound, Formats.English, label(Formats.English, title), unknown);
    }

    private static async Task<StatementContent?> ReadAsync(
        string token,
        Links links,
        StatementSource source,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        if (links.Read(token, now) is not LinkReading.Valid { Payload: { Kind: LinkKind.Statement } link })
            return null;
        var asked = new StatementLink(new(link.Group), new(link.First), link.FromOn!.Value, link.ToOn!.Value, link.Language);
        return await source.ReadAsync(asked, now, cancellation);
    }
}
