using System.Text;
using DiGiBachat.Bot.Reports;
using DiGiBachat.Bot.Statements;

namespace DiGiBachat.Bot.Pages;

/// <summary>
/// A report by its link, drawn at this moment: <c>/r/{token}.pdf</c>, <c>.xlsx</c> and <c>.journal</c>; without an ending it is the PDF,
/// which is what the QR on paper opens.
/// </summary>
internal static class ReportPages
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var ending in new[] { "", ".pdf" })
            routes.MapMethods("/r/{token}" + ending, ["GET", "HEAD"], (string token, Reading r, CancellationToken ct) => SendAsync(token, r, c => Task.FromResult(Results.File(ReportPdf.Draw(c), "application/pdf")), ct));
        routes.MapMethods(
            "/r/{token}.xlsx",
            ["GET", "HEAD"],
            (string token, Reading r, CancellationToken ct) =>
                SendAsync(token, r, async c => Results.File(await ReportSpreadsheet.WriteAsync(c, ct), Spreadsheet, NameOf(c, "xlsx")), ct)
        );
        routes.MapMethods(
            "/r/{token}.journal",
            ["GET", "HEAD"],
            (string token, Reading r, CancellationToken ct) =>
                SendAsync(token, r, c => Task.FromResult(Results.File(Encoding.UTF8.GetBytes(ReportJournal.Write(c)), "text/plain; charset=utf-8", NameOf(c, "journal"))), ct)
        );
    }

    /// <summary>What opening a link needs.</summary>
    internal sealed class Reading(Links links, ReportSource source, TimeProvider clock, IHttpContextAccessor http)
    {
        public async Task<ReportContent?> ReadAsync(string token, CancellationToken cancellation)
        {
            if (http.HttpContext is { } context)
                context.Response.Headers.CacheControl = "no-store";
            var now = clock.GetUtcNow();
            return links.Read(token, now) is LinkReading.Valid { Payload: { Kind: LinkKind.Report } link }
                ? await source.ReadAsync(new(new(link.Group), new(link.First), link.FromOn!.Value, link.ToOn!.Value, link.Language), now, cancellation)
                : null;
        }
    }

    private static async Task<IResult> SendAsync(string token, Reading reading, Func<ReportContent, Task<IResult>> draw, CancellationToken cancellation) =>
        await reading.ReadAsync(token, cancellation) is { } content ? await draw(content) : Results.NotFound();

    /// <summary>Days only: a group's name is people's words, and no part of a file name.</summary>
    private static string NameOf(ReportContent content, string ending) =>
        FormattableString.Invariant($"report-{content.Frame.FromOn:yyyy-MM-dd}-{content.Frame.ToOn:yyyy-MM-dd}.{ending}");
}
