using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>
/// A table that was sent as a document, read into the message as if it had been typed. It is fetched before the turn begins, so that no
/// lock waits for it; only from the provider, only so much, and only so long. What cannot be had is left where it is, and is answered
/// like any document.
/// </summary>
public sealed partial class TwilioMedia(HttpClient http, TwilioOptions options, ILogger<TwilioMedia> logger)
{
    /// <summary>Many times a group's table.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The provider waits fifteen seconds for our answer, and the turn needs its part of them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly string[] Tables = ["text/csv", "text/comma-separated-values", "application/csv", "text/plain"];
    private static readonly string[] Stores = [".twilio.com", ".twiliocdn.com"];

    public async Task<InboundMessage> ReadAsync(InboundMessage message, CancellationToken cancellation)
    {
        if (message.Media.FirstOrDefault(IsTable) is not { } table || await FetchAsync(new Uri(table.Url), cancellation) is not { } text)
            return message;
        return message with { Body = message.Body.Length == 0 ? text : $"{message.Body}\n{text}" };
    }

    private static bool IsTable(InboundMedia media) =>
        Tables.Contains(media.ContentType.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);

    private async Task<string?> FetchAsync(Uri url, CancellationToken cancellation)
    {
        if (url.Scheme != options.ApiUrl.Scheme || url.Authority != options.ApiUrl.Authority)
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await AskAsync(url, withCredentials: true, patience.Token);
            if (answer.Headers.Location is not { } elsewhere || !IsRedirect(answer.StatusCode))
                return await TextAsync(answer, patience.Token);
            var store = new Uri(url, elsewhere);
            if (store.Scheme != Uri.UriSchemeHttps || !Stores.Any(s => store.Host.EndsWith(s, StringComparison.OrdinalIgnoreCase)))
                return null;
            using var stored = await AskAsync(store, withCredentials: false, patience.Token);
            return await TextAsync(stored, patience.Token);
        }
        catch (Exception failure) when (TwilioSender.IsOfTheNetwork(failure, cancellation))
        {
            NotFetched(failure.GetType().Name);
            return null;
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri url, bool withCredentials, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (withCredentials)
        {
            var credentials = Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        }
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    /// <summary>Null when there is no answer, or one that is longer than a table.</summary>
    private static async Task<string?> TextAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > MaxBytes)
            return null;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[MaxBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length > MaxBytes)
            return null;
        using var reader = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return string.Concat((await reader.ReadToEndAsync(cancellation)).Where(c => c is '\n' or '\t' || !char.IsControl(c)));
    }

    [LoggerMessage(LogLevel.Warning, "A document was not fetched: {Failure}")]
    private partial void NotFetched(string failure);
}
