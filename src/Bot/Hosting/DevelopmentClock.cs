using DiGiBachat.Bot.Jobs;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Hosting;

/// <summary>
/// In Development the clock can be moved forward, and the days in between happen: each day's round runs as it would have. It does not
/// exist in Production.
/// </summary>
internal static class DevelopmentClock
{
    /// <summary>One move goes at most this far.</summary>
    public const int MostDays = 800;
    private static readonly TimeSpan RoundAt = new(8, 5, 0);

    internal sealed record Reading(DateTimeOffset Now);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dev/clock", (BotClock clock) => new Reading(clock.GetUtcNow().ToOffset(IndianTime.Offset)));
        routes.MapPost("/dev/clock", MoveAsync);
    }

    private static async Task<IResult> MoveAsync(Reading to, BotClock clock, DailyRound round, SendOutbox outbox, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (to.Now < now)
            return Results.BadRequest($"The clock goes forward only; it is {now.ToOffset(IndianTime.Offset):O}.");
        if ((to.Now - now).TotalDays > MostDays)
            return Results.BadRequest($"The clock goes at most {MostDays} days forward at once.");
        for (var day = IndianTime.DayOf(now); day <= IndianTime.DayOf(to.Now); day = day.AddDays(1))
        {
            var at = IndianTime.StartOf(day) + RoundAt;
            if (at <= now || at > to.Now)
                continue;
            clock.TryMoveTo(at);
            await round.RunAsync(cancellation);
            while (await outbox.SendDueAsync(cancellation) > 0) { }
        }
        clock.TryMoveTo(to.Now);
        return Results.Ok(new Reading(clock.GetUtcNow().ToOffset(IndianTime.Offset)));
    }
}
