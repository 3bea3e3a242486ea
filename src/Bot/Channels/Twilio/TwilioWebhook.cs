using System.Globalization;
using DiGiBachat.Bot.Operations;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>Twilio's two calls to us. What does not carry a right signature leaves no trace but a count.</summary>
public sealed partial class TwilioWebhook(
    TwilioOptions options,
    Uri publicUrl,
    Reception reception,
    TwilioMedia media,
    IDeliveryReports reports,
    BachatMetrics metrics,
    ILogger<TwilioWebhook> logger
)
{
    public const string MessagesPath = "/twilio/messages";
    public const string StatusPath = "/twilio/status";
    private const string ReferenceParameter = "ref";
    private readonly TwilioSignature signature = new(options.AuthToken, options.SecondaryAuthToken);
    private readonly string baseUrl = publicUrl.OriginalString.TrimEnd('/');

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(MessagesPath, (HttpContext http, TwilioWebhook webhook) => webhook.MessageAsync(http));
        routes.MapPost(StatusPath, (HttpContext http, TwilioWebhook webhook) => webhook.StatusAsync(http));
    }

    /// <summary>Where the delivery reports of one message go; the reference comes back with each.</summary>
    public static Uri StatusCallback(Uri publicUrl, string reference) =>
        new($"{publicUrl.OriginalString.TrimEnd('/')}{StatusPath}?{ReferenceParameter}={Uri.EscapeDataString(reference)}");

    private async Task MessageAsync(HttpContext http)
    {
        if (await SignedFormAsync(http, MessagesPath) is not { } form)
            return;
        var (message, complaint) = TwilioInbound.Read(form, options);
        if (complaint is not null)
        {
            await RefuseAsync(http, MessagesPath, StatusCodes.Status400BadRequest, complaint);
            return;
        }
        IReadOnlyList<OutboundMessage> replies =
            message is null ? [] : await reception.ReceiveAsync(await media.ReadAsync(message, http.RequestAborted), http.RequestAborted);
        http.Response.ContentType = TwimlWriter.ContentType;
        TwimlWriter.Write(
            http.Response.BodyWriter,
            replies,
            message is null ? null : StatusCallback(publicUrl, message.Id).AbsoluteUri
        );
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private async Task StatusAsync(HttpContext http)
    {
        if (await SignedFormAsync(http, StatusPath) is not { } form)
            return;
        if (ReadReport(form, http.Request.Query[ReferenceParameter]) is not { } report)
        {
            await RefuseAsync(http, StatusPath, StatusCodes.Status400BadRequest, "Not a delivery report of ours.");
            return;
        }
        metrics.DeliveryReported(report.Status.ToString());
        try
        {
            await reports.ReportAsync(report, http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            ReportFailed(report.ProviderId, LogRedaction.Describe(failure));
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<TwilioForm?> SignedFormAsync(HttpContext http, string path)
    {
        if (!http.Request.HasFormContentType)
        {
            await RefuseAsync(http, path, StatusCodes.Status415UnsupportedMediaType, "Not a form.");
            return null;
        }
        var body = await RawBody.ReadAsync(http.Request, TwilioForm.MaxBytes, http.RequestAborted);
        if (body is null || TwilioForm.Read(body) is not { } form)
        {
            await RefuseAsync(http, path, StatusCodes.Status413PayloadTooLarge, "More than a webhook carries.");
            return null;
        }
        var url = baseUrl + path + http.Request.QueryString.Value;
        if (signature.IsValid(url, form, http.Request.Headers["X-Twilio-Signature"]))
            return form;
        metrics.SignatureFailed(path);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return null;
    }

    private async Task RefuseAsync(HttpContext http, string path, int status, string complaint)
    {
        metrics.RequestRefused(path, status.ToString(CultureInfo.InvariantCulture));
        RequestRefused(path, complaint);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(complaint, http.RequestAborted);
    }

    private DeliveryReport? ReadReport(TwilioForm form, string? reference)
    {
        try
        {
            if (form.Value("MessageSid") is not { } sid || !TwilioInbound.IsMessageSid(sid))
                return null;
            if (form.Value("AccountSid") != options.AccountSid)
                return null;
            if (DeliveryRank.FromWord(form.Value("MessageStatus") ?? "") is not { } status)
                return null;
            var failed = status is DeliveryStatus.Failed or DeliveryStatus.Undelivered;
            int.TryParse(form.Value("ErrorCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var code);
            return new DeliveryReport(sid, reference, status, failed ? TwilioErrors.OutcomeOf(code) : null);
        }
        catch (RepeatedParameterException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Refused a request to {Path}: {Complaint}")]
    private partial void RequestRefused(string path, string complaint);

    [LoggerMessage(LogLevel.Error, "Delivery report of {MessageId} was not taken: {Failure}")]
    private partial void ReportFailed(string messageId, string failure);
}
