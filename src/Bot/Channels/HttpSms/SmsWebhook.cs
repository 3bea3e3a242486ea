using System.Globalization;
using DiGiBachat.Bot.Operations;

namespace DiGiBachat.Bot.Channels.HttpSms;

/// <summary>
/// Where a plain SMS gateway (a long-code provider, or a phone that runs a gateway app) brings what came in. Most gateways ignore the
/// response, so replies go through the outbox unless the settings say otherwise; what must be said at once stands in the response too.
/// </summary>
public sealed partial class SmsWebhook(SmsOptions options, Reception reception, BachatMetrics metrics, ILogger<SmsWebhook> logger)
{
    public const string InboundPath = "/sms/inbound";
    public const int MaxBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(InboundPath, (HttpContext http, SmsWebhook webhook) => webhook.MessageAsync(http));

    private async Task MessageAsync(HttpContext http)
    {
        var isJson = http.Request.HasJsonContentType();
        if (!isJson && !http.Request.HasFormContentType)
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "Neither JSON nor a form.");
            return;
        }
        if (await RawBody.ReadAsync(http.Request, MaxBytes, http.RequestAborted) is not { } body)
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, "More than an SMS carries.");
            return;
        }
        if (!SmsSignature.IsValid(options.Secret, body, http.Request.Headers[SmsSignature.Header]))
        {
            metrics.SignatureFailed(InboundPath);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var (message, complaint) = SmsInbound.Read(body, isJson, options.AnswersInResponse);
        if (complaint is not null)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, complaint);
            return;
        }
        IReadOnlyList<OutboundMessage> replies = message is null ? [] : await reception.ReceiveAsync(message, http.RequestAborted);
        await http.Response.WriteAsJsonAsync(new SmsReplies([.. replies.Select(r => new SmsReply(r.Body))]), http.RequestAborted);
    }

    private async Task RefuseAsync(HttpContext http, int status, string complaint)
    {
        metrics.RequestRefused(InboundPath, status.ToString(CultureInfo.InvariantCulture));
        RequestRefused(complaint);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(complaint, http.RequestAborted);
    }

    [LoggerMessage(LogLevel.Warning, "Refused a gateway's request: {Complaint}")]
    private partial void RequestRefused(string complaint);
}

/// <summary>The response's body: what the gateway may send to the person who wrote.</summary>
public sealed record SmsReplies(IReadOnlyList<SmsReply> Replies);

public sealed record SmsReply(string Text);
