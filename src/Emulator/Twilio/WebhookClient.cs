using System.Net.Sockets;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>What came of one request to the bot. <paramref name="Failure"/> is set when there was no answer at all.</summary>
public sealed record WebhookAttempt(int HttpStatus, string ContentType, string Text, string? Failure)
{
    public bool IsAcknowledged => Failure is null && HttpStatus is >= 200 and < 300;

    /// <summary>One or two words under which failures are counted.</summary>
    public string Kind => Failure ?? FormattableString.Invariant($"http {HttpStatus}");
}

/// <summary>
/// Posts signed forms to the bot. What is signed is the address the bot is known by; where it is posted is where the bot listens,
/// so that a bot behind a public name can be tried on one machine.
/// </summary>
public sealed class WebhookClient(HttpClient http, EmulatorOptions options)
{
    public const string InboundPath = "/twilio/messages";
    public const string IdempotencyHeader = "I-Twilio-Idempotency-Token";

    public Task<WebhookAttempt> InboundAsync(IReadOnlyList<KeyValuePair<string, string>> form, string token, CancellationToken stop) =>
        PostAsync(options.BotPublicUrl + InboundPath, form, token, stop);

    public async Task<WebhookAttempt> PostAsync(
        string publicUrl,
        IReadOnlyList<KeyValuePair<string, string>> form,
        string token,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Reachable(publicUrl)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(Signature.Header, Signature.Of(options.AuthToken, publicUrl, form));
        request.Headers.Add(IdempotencyHeader, token);
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limits.WebhookTime);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var text = await ReadAsync(response.Content, limit.Token);
            return text is null
                ? new WebhookAttempt((int)response.StatusCode, "", "", "answer too large")
                : new WebhookAttempt((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", text, null);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new WebhookAttempt(0, "", "", "timeout");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var isRefused = e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
            return new WebhookAttempt(0, "", "", isRefused ? "connection refused" : "connection broken");
        }
    }

    /// <summary>Where an address of the bot's public name is to be fetched from here.</summary>
    public Uri Reachable(string publicUrl) =>
        publicUrl.StartsWith(options.BotPublicUrl + "/", StringComparison.Ordinal)
            ? new Uri(options.BotUrl + publicUrl[options.BotPublicUrl.Length..])
            : new Uri(publicUrl);

    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken stop)
    {
        await using var stream = await content.ReadAsStreamAsync(stop);
        var buffer = new byte[Limits.TwimlBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return length > Limits.TwimlBytes ? null : System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }
}
