using DiGiBachat.Emulator.Phones;
using DiGiBachat.Emulator.Twilio;

namespace DiGiBachat.Emulator.Page;

/// <summary>What the page, the terminal and the tests ask of the emulator: phones, what they send and show, the clock, ordered mishaps.</summary>
public static class PhonesApi
{
    public static void MapPhones(this WebApplication app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter(RefuseOtherSitesAsync);
        api.MapGet("/state", State);
        api.MapGet("/events", Events);
        api.MapPost("/phones", AddPhone);
        api.MapDelete("/phones/{number}", RemovePhone);
        api.MapGet("/phones/{number}/messages", Thread);
        api.MapPost("/phones/{number}/messages", SendAsync);
        api.MapPost("/phones/{number}/read", MarkRead);
        api.MapGet("/clock", async (BotClock clock, HttpContext http) => await clock.LookAsync(http.RequestAborted));
        api.MapPost("/clock", MoveClockAsync);
        api.MapPost("/faults", (FaultOrder order, Faults faults) => faults.Order(order.Fault, order.Count) is { } why ? Refused(400, why) : Results.NoContent());
        app.MapGet("/media/{sid}/{n:int}", MediaAsync);
    }

    /// <summary>A page from elsewhere cannot write here through somebody's browser.</summary>
    private static async ValueTask<object?> RefuseOtherSitesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var site = context.HttpContext.Request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" or "none" ? await next(context) : Refused(403, "The emulator answers its own page only.");
    }

    private static StateView State(PhoneBook phones, MessageLog log, BotClock clock, EmulatorOptions options) =>
        new(
            options.BotUrl,
            options.SmsFrom,
            options.WhatsAppFrom,
            clock.Now,
            [
                .. phones
                    .All()
                    .Select(phone => new PhoneView(
                        phone.Number,
                        phone.Name,
                        phone.Channel,
                        phone.IsOptedOut,
                        [.. log.Thread(phone.Number).Select(MessageView.Of)]
                    )),
            ]
        );

    private static IResult Events(LiveEvents events, HttpContext http, IHostApplicationLifetime lifetime)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.RegisterForDispose(stop);
        return events.Listen(stop.Token) is { } stream
            ? TypedResults.ServerSentEvents(stream)
            : Refused(503, $"{Limits.Listeners} pages are open already; close one.");
    }

    private static IResult AddPhone(NewPhone asked, PhoneBook phones, MessageLog log)
    {
        var (phone, problem) = phones.Add(asked.Number.Replace(" ", "", StringComparison.Ordinal), asked.Name, asked.Channel);
        if (phone is null)
            return Refused(phones.Find(asked.Number) is null ? 400 : 409, problem!);
        log.Rearrange(phone.Number, isOnPage: true);
        return Results.Json(phone, statusCode: 201);
    }

    private static IResult RemovePhone(string number, PhoneBook phones, MessageLog log, InboundDelivery inbound, LiveEvents events)
    {
        if (!phones.Remove(number))
            return NoPhone(number);
        inbound.Forget(number);
        log.Rearrange(number, isOnPage: false);
        events.Publish("phone-removed", new { number });
        return Results.NoContent();
    }

    private static IResult Thread(string number, PhoneBook phones, MessageLog log, long after = 0) =>
        phones.Find(number) is null ? NoPhone(number) : Results.Json(log.Thread(number, after).Select(MessageView.Of));

    private static async Task<IResult> SendAsync(string number, NewMessage asked, PhoneBook phones, InboundDelivery inbound, MediaIn mediaIn, bool wait = false)
    {
        if (phones.Find(number) is not { } phone)
            return NoPhone(number);
        var channel = asked.Channel ?? phone.Channel;
        if (channel == PhoneChannel.WhatsApp && phone.Channel != PhoneChannel.WhatsApp)
            return Refused(400, $"{phone.Name}'s phone has no WhatsApp.");
        var text = asked.Chosen?.Title ?? asked.Text ?? "";
        if (text.Length > Limits.BodyLength)
            return Refused(400, $"A message has at most {Limits.BodyLength} characters; this one has {text.Length}.");
        var (media, problem) = mediaIn.Read(asked.Media);
        if (problem is not null)
            return Refused(400, problem);
        if (text.Length == 0 && media.Count == 0 && asked.Place is null)
            return Refused(400, "There is nothing to send.");
        var draft = new Draft(channel, text)
        {
            Media = media,
            Place = asked.Place,
            Chosen = asked.Chosen,
            RepliesTo = asked.RepliesTo,
        };
        if (inbound.Send(phone, draft) is not { } sending)
            return Refused(429, $"{Limits.WaitingPerPhone} messages of this phone wait for the bot already.");
        if (!wait)
            return Results.Json(MessageView.Of(sending.Sent), statusCode: 202);
        var exchange = await sending.Exchange;
        return Results.Json(new ExchangeView(MessageView.Of(exchange.Sent), [.. exchange.Answers.Select(MessageView.Of)]));
    }

    private static IResult MarkRead(string number, PhoneBook phones, DeliveryProgress progress)
    {
        if (phones.Find(number) is null)
            return NoPhone(number);
        progress.MarkRead(number);
        return Results.NoContent();
    }

    private static async Task<IResult> MoveClockAsync(ClockMove move, BotClock clock, LiveEvents events, HttpContext http)
    {
        var from = (await clock.LookAsync(http.RequestAborted)).Now;
        DateTimeOffset? to = move switch
        {
            { Now: { } now } => now,
            { Forward: "day" } => from.AddDays(1),
            { Forward: "month" } => from.AddMonths(1),
            _ => null,
        };
        if (to is null)
            return Refused(400, "Say where the clock goes: {\"now\":\"2026-04-05T10:00:00+05:30\"} or {\"forward\":\"day\"} or {\"forward\":\"month\"}.");
        var reading = await clock.MoveAsync(to.Value, http.RequestAborted);
        events.Publish("clock", reading);
        return Results.Json(reading, statusCode: reading.Problem is null ? 200 : 502);
    }

    private static async Task<IResult> MediaAsync(string sid, int n, MessageLog log, Uploads uploads, MediaFetch fetch, HttpContext http)
    {
        if (log.Find(sid)?.Media.ElementAtOrDefault(n) is not { } media)
            return Refused(404, "There is no such picture or document any more.");
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (uploads.Find(media.Url[(media.Url.LastIndexOf('/') + 1)..]) is { } upload)
            return Results.Bytes(upload.Content, upload.ContentType);
        var (response, problem) = await fetch.OpenAsync(media.Url, http.RequestAborted);
        if (response is null)
            return Refused(502, problem!);
        http.Response.RegisterForDispose(response);
        return Results.Stream(await response.Content.ReadAsStreamAsync(http.RequestAborted), response.Content.Headers.ContentType!.ToString());
    }

    private static IResult NoPhone(string number) => Refused(404, $"There is no phone {number} on the page.");

    private static IResult Refused(int status, string why) => Results.Json(new Problem(why), statusCode: status);
}
