using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>Twilio's Messages resource of API 2010-04-01, as far as the bot uses it.</summary>
public static class MessagesApi
{
    private const string Accounts = "/2010-04-01/Accounts";

    public static void MapTwilio(this WebApplication app)
    {
        var account = app.MapGroup(Accounts + "/{accountSid}").AddEndpointFilter(AuthenticateAsync);
        account.MapPost("/Messages.json", CreateAsync).DisableAntiforgery();
        account.MapGet("/Messages.json", List);
        account.MapGet("/Messages/{sid}.json", Find);
        app.MapGet(Accounts + "/{accountSid}/Messages/{messageSid}/Media/{mediaSid}", (string mediaSid, Uploads uploads) =>
            uploads.Find(mediaSid) is { } upload ? Results.Bytes(upload.Content, upload.ContentType) : Results.NotFound());
        var contents = app.MapGroup("/v1/Content").AddEndpointFilter(AuthenticateAsync);
        contents.MapPost("", (Content content, Contents store) => store.Add(content) is { } added ? Results.Json(added, statusCode: 201) : Results.BadRequest());
        contents.MapGet("", (Contents store) => new { contents = store.All(), meta = new { key = "contents", page = 0 } });
    }

    private static async ValueTask<object?> AuthenticateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var options = http.RequestServices.GetRequiredService<EmulatorOptions>();
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        var given = http.Request.Headers.Authorization.ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given)))
            return TwilioErrors.BadCredentials.ToResult();
        var isOther = http.Request.RouteValues["accountSid"] is string sid && sid != options.AccountSid;
        return isOther ? TwilioErrors.NotFound(http.Request.Path).ToResult() : await next(context);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, MessageRequest reader, OutboundDelivery delivery, Faults faults, EmulatorOptions options)
    {
        if (faults.TakeRefusal() is { } ordered)
            return ordered.ToResult();
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var (outbound, error) = reader.Read(form);
        if (outbound is null)
            return error!.ToResult();
        var message = delivery.Accept(outbound);
        if (faults.Take(Faults.LostAnswer))
            http.Abort();
        return Results.Json(Resource(message, options.AccountSid), statusCode: 201);
    }

    private static IResult Find(string sid, HttpContext http, MessageLog log, EmulatorOptions options) =>
        log.Find(sid) is { } message ? Results.Json(Resource(message, options.AccountSid)) : TwilioErrors.NotFound(http.Request.Path).ToResult();

    private static IResult List(HttpRequest request, MessageLog log, EmulatorOptions options)
    {
        string? Query(string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
        int Number(string name, int otherwise, int most) =>
            int.TryParse(Query(name), CultureInfo.InvariantCulture, out var number) && number >= 0 ? Math.Min(number, most) : otherwise;

        var pageSize = Math.Max(1, Number("PageSize", Limits.PageSizeByDefault, Limits.PageSize));
        var page = Number("Page", 0, int.MaxValue);
        var filter = MessageFilter.Read(Query);
        if (filter is null)
            return new TwilioError(20001, "A DateSent filter is not a date.", 400).ToResult();
        var before = long.TryParse(Query("PageToken")?["PA".Length..], CultureInfo.InvariantCulture, out var order) ? order : long.MaxValue;
        var matching = log.NewestFirst().Where(message => filter.Matches(message) && message.Order < before);
        var found = (before == long.MaxValue ? matching.Skip(page * pageSize) : matching).Take(pageSize + 1).ToList();
        var shown = found.Take(pageSize).ToList();

        string Address(int number, long? token) =>
            $"{request.Path}?{string.Join('&', request.Query.Where(pair => pair.Key is not ("Page" or "PageToken" or "PageSize")).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}").Append($"PageSize={pageSize}").Append($"Page={number}").Concat(token is null ? [] : [$"PageToken=PA{token}"]))}";

        return Results.Json(
            new
            {
                messages = shown.Select(message => Resource(message, options.AccountSid)),
                first_page_uri = Address(0, null),
                next_page_uri = found.Count > pageSize ? Address(page + 1, shown[^1].Order) : null,
                previous_page_uri = (string?)null,
                page,
                page_size = pageSize,
                start = page * pageSize,
                end = (page * pageSize) + Math.Max(0, shown.Count - 1),
                uri = request.Path + request.QueryString,
            }
        );
    }

    private static object Resource(Message message, string accountSid)
    {
        var uri = $"/2010-04-01/Accounts/{accountSid}/Messages/{message.Sid}";
        var isWaiting = message.Status == MessageStatus.Queued;
        var isLost = message.Status is MessageStatus.Undelivered or MessageStatus.Failed;
        return new
        {
            account_sid = accountSid,
            api_version = "2010-04-01",
            body = message.Body,
            date_created = Rfc2822(message.CreatedAt),
            date_sent = isWaiting ? null : Rfc2822(message.CreatedAt),
            date_updated = Rfc2822(message.UpdatedAt),
            direction = message.Direction switch
            {
                MessageDirection.Inbound => "inbound",
                MessageDirection.OutboundApi => "outbound-api",
                MessageDirection.OutboundReply => "outbound-reply",
            },
            error_code = isLost ? message.ErrorCode : null,
            error_message = isLost ? message.ErrorText : null,
            from = message.From,
            messaging_service_sid = (string?)null,
            num_media = message.Media.Count.ToString(CultureInfo.InvariantCulture),
            num_segments = SmsSegments.Of(message.Body).Segments.ToString(CultureInfo.InvariantCulture),
            price = (string?)null,
            price_unit = (string?)null,
            sid = message.Sid,
            status = message.Status.ToString().ToLowerInvariant(),
            subresource_uris = new { media = uri + "/Media.json" },
            to = message.To,
            uri = uri + ".json",
        };
    }

    private static string Rfc2822(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
