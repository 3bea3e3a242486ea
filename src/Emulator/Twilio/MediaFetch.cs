namespace DiGiBachat.Emulator.Twilio;

/// <summary>Fetches what a MediaUrl points to, as Twilio does before it hands it to WhatsApp: the type must be one WhatsApp takes, and the size too.</summary>
public sealed class MediaFetch(HttpClient http, WebhookClient webhooks)
{
    private static readonly string[] Types =
    [
        "image/png",
        "image/jpeg",
        "image/webp",
        "application/pdf",
        "audio/ogg",
        "audio/mpeg",
        "audio/amr",
        "audio/mp4",
        "video/mp4",
        "text/vcard",
        "text/csv",
        "text/plain",
    ];

    public async Task<(string? Type, string? Problem)> TypeOfAsync(string url, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limits.WebhookTime);
        try
        {
            using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, webhooks.Reachable(url)), limit.Token);
            return Judge(url, head);
        }
        catch (Exception e) when (IsFailure(e, stop))
        {
            return (null, $"{url} cannot be fetched: {e.Message}");
        }
    }

    /// <summary>The media itself for a phone to show; the caller disposes of the response.</summary>
    public async Task<(HttpResponseMessage? Response, string? Problem)> OpenAsync(string url, CancellationToken stop)
    {
        try
        {
            var response = await http.GetAsync(webhooks.Reachable(url), HttpCompletionOption.ResponseHeadersRead, stop);
            var (type, problem) = Judge(url, response);
            if (type is not null)
                return (response, null);
            response.Dispose();
            return (null, problem);
        }
        catch (Exception e) when (IsFailure(e, stop))
        {
            return (null, $"{url} cannot be fetched: {e.Message}");
        }
    }

    private static (string? Type, string? Problem) Judge(string url, HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (!response.IsSuccessStatusCode)
            return (null, $"{url} answered {(int)response.StatusCode}");
        if (!Types.Contains(type))
            return (null, $"{url} has the type \"{type}\", which WhatsApp does not take");
        return response.Content.Headers.ContentLength > Limits.MediaBytes
            ? (null, $"{url} is larger than {Limits.MediaBytes / 1024 / 1024} MB")
            : (type, null);
    }

    private static bool IsFailure(Exception e, CancellationToken stop) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested);
}
