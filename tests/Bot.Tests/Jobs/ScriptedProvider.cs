using System.Globalization;
using System.Text.Json;
using DiGiBachat.Bot.Tests.Channels;
using Microsoft.AspNetCore.Http;

namespace DiGiBachat.Bot.Tests.Jobs;

/// <summary>A message that the provider has, to us or from us.</summary>
internal sealed record Kept(string Sid, string Direction, string From, string To, string Body, DateTimeOffset At, Uri? Callback = null);

/// <summary>What the provider does with one message; the message is null when it does not take it.</summary>
internal delegate Task Act(Kept message, HttpContext http);

/// <summary>
/// A provider that keeps what it takes, lists it when it is asked, and does with the next messages what the test says. A plain
/// gateway stands at /gateway: it keeps the last message of an id.
/// </summary>
internal sealed class ScriptedProvider
{
    private readonly TimeProvider clock;
    private readonly List<string> asked = [];
    private readonly List<Kept> kept = [];
    private readonly Lock gate = new();

    public ScriptedProvider(FakeTwilio fake, TimeProvider clock)
    {
        this.clock = clock;
        fake.Answer = AnswerAsync;
    }

    /// <summary>What is to be done with the next messages; those after them are taken.</summary>
    public Queue<Act> Next { get; } = new();

    /// <summary>GET and POST, in their order.</summary>
    public IReadOnlyList<string> Asked => Locked(() => asked.ToList());

    public IReadOnlyList<Kept> Sent => Locked(() => kept.Where(k => k.Direction == "outbound-api").ToList());

    /// <summary>Somebody has written to us; whether we were there is another matter.</summary>
    public void CameIn(Kept message) => Locked(() => kept.Add(message));

    public Task Take(Kept message, HttpContext http)
    {
        CameIn(message);
        return Json(http, StatusCodes.Status201Created, new { sid = message.Sid });
    }

    /// <summary>It has the message, and the answer is lost on the way.</summary>
    public Task TakeAndBreak(Kept message, HttpContext http)
    {
        CameIn(message);
        return Break(message, http);
    }

    public static Task Break(Kept message, HttpContext http) => Json(http, StatusCodes.Status500InternalServerError, new { });

    public static Act Refuse(int status, int code) => (_, http) => Json(http, status, new { code });

    private async Task AnswerAsync(FakeTwilio.Asked request, HttpContext http)
    {
        Locked(() => asked.Add(request.Method));
        if (request.Method == HttpMethods.Get)
            await ListAsync(http);
        else
            await (Next.TryDequeue(out var act) ? act : Take)(Read(request), http);
    }

    private Kept Read(FakeTwilio.Asked request)
    {
        var sid = $"SM{Guid.CreateVersion7():N}";
        if (request.Path == "/gateway")
        {
            using var body = JsonDocument.Parse(request.Body);
            var (to, text) = (body.RootElement.GetProperty("to").GetString()!, body.RootElement.GetProperty("text").GetString()!);
            return new(sid, "outbound-api", "gateway", to, text, clock.GetUtcNow());
        }
        var form = request.Form;
        return new(sid, "outbound-api", form["From"], form["To"], form["Body"], clock.GetUtcNow(), new Uri(form["StatusCallback"]));
    }

    private Task ListAsync(HttpContext http)
    {
        var (to, from) = (http.Request.Query["To"].ToString(), http.Request.Query["From"].ToString());
        var messages = Locked(() => kept.Where(k => (to.Length == 0 || k.To == to) && (from.Length == 0 || k.From == from)).Reverse().ToList());
        var listed = messages.Select(k => new
        {
            sid = k.Sid,
            direction = k.Direction,
            from = k.From,
            to = k.To,
            body = k.Body,
            date_created = k.At.ToString("r", CultureInfo.InvariantCulture),
        });
        return Json(http, StatusCodes.Status200OK, new { messages = listed });
    }

    private static Task Json(HttpContext http, int status, object body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body);
    }

    private void Locked(Action act)
    {
        lock (gate)
            act();
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }
}
