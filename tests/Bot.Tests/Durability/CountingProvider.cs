using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DiGiBachat.Bot.Tests.Durability;

internal sealed record Delivered(string Sid, string To, string Body, DateTimeOffset At);

/// <summary>
/// A provider that outlives the bot: it takes each message as often as it comes, and lists what it took when asked, newest first.
/// </summary>
internal sealed class CountingProvider : IAsyncDisposable
{
    private const string Messages = "/2010-04-01/Accounts/{account}/Messages.json";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Delivered> taken = new();
    private int sids;

    private CountingProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost(Messages, TakeAsync);
        app.MapGet(Messages, List);
    }

    public string Url => app.Urls.Single();
    public IReadOnlyList<Delivered> Taken => [.. taken];

    public static async Task<CountingProvider> StartAsync()
    {
        var provider = new CountingProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var sid = "SM" + Interlocked.Increment(ref sids).ToString("x32", CultureInfo.InvariantCulture);
        taken.Enqueue(new(sid, form["To"]!, form["Body"]!, TimeProvider.System.GetUtcNow()));
        return Results.Json(new { sid, status = "queued" }, statusCode: StatusCodes.Status201Created);
    }

    private IResult List(string to) =>
        Results.Content(
            JsonSerializer.Serialize(
                new
                {
                    messages = taken
                        .Where(m => m.To == to)
                        .Reverse()
                        .Select(m => new
                        {
                            sid = m.Sid,
                            to = m.To,
                            body = m.Body,
                            status = "delivered",
                            date_created = m.At.ToString("R", CultureInfo.InvariantCulture),
                        }),
                }
            ),
            "application/json"
        );
}
