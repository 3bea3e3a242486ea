using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Hosting;

/// <summary>Alive: the process answers. Ready: the database answers, and what is to be sent does not pile up.</summary>
internal static class HealthPages
{
    /// <summary>An older message in the outbox means that sending has stopped.</summary>
    public static readonly TimeSpan OldestWaiting = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive"));
        routes.MapGet("/readyz", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(Outbox outbox, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var now = clock.GetUtcNow();
            var backlog = await outbox.BacklogAsync(now, cancellation);
            var late = backlog.OldestAt is { } oldest && now - oldest > OldestWaiting;
            var body = new
            {
                database = "ok",
                outbox = late ? "late" : "ok",
                waiting = backlog.Waiting,
            };
            return Results.Json(body, statusCode: late ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Results.Json(new { database = "down" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
