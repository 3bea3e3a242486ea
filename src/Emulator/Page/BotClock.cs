using System.Text.Json;

namespace DiGiBachat.Emulator.Page;

/// <summary>The bot's clock as last seen; <paramref name="Problem"/> says why it could not be read or moved.</summary>
public sealed record ClockReading(DateTimeOffset Now, bool BotAnswers, string? Problem);

/// <summary>Reads and moves the bot's development clock. The emulator lives in the same time.</summary>
public sealed class BotClock(HttpClient http, DevClock clock, EmulatorOptions options)
{
    private const string Path = "/dev/clock";

    private static readonly TimeSpan India = new(5, 30, 0);

    public DateTimeOffset Now => clock.Now.ToOffset(India);

    public Task<ClockReading> LookAsync(CancellationToken stop) => AskAsync(new HttpRequestMessage(HttpMethod.Get, options.BotUrl + Path), Limits.ClockLook, stop);

    /// <summary>Day by day, so that what the bot sends on the way bears the day on which it was sent.</summary>
    public async Task<ClockReading> MoveAsync(DateTimeOffset to, CancellationToken stop)
    {
        for (var day = Now.AddDays(1); ; day = day.AddDays(1))
        {
            var (before, next) = (clock.Now, day < to ? day : to);
            clock.Follow(next);
            var moved = await PostAsync(next, stop);
            if (moved.Problem is null && next < to)
                continue;
            if (moved.Problem is not null)
                clock.Follow(before);
            return await LookAsync(stop) with { Problem = moved.Problem };
        }
    }

    private Task<ClockReading> PostAsync(DateTimeOffset to, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.BotUrl + Path) { Content = JsonContent.Create(new { now = to.ToOffset(India) }) };
        return AskAsync(request, Limits.ClockTime, stop);
    }

    private async Task<ClockReading> AskAsync(HttpRequestMessage request, TimeSpan time, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(time);
        try
        {
            using (request)
            using (var response = await http.SendAsync(request, limit.Token))
            {
                var text = await response.Content.ReadAsStringAsync(limit.Token);
                if (!response.IsSuccessStatusCode)
                    return new ClockReading(Now, true, $"The bot answered {(int)response.StatusCode} on {Path}: {Short(text)}");
                Follow(text);
                return new ClockReading(Now, true, null);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new ClockReading(Now, false, $"The bot at {options.BotUrl} does not answer.");
        }
    }

    private void Follow(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.TryGetProperty("now", out var now) && now.TryGetDateTimeOffset(out var at))
                clock.Follow(at);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An answer without a time moves nothing: the next look at the clock tells.
        }
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;
}
