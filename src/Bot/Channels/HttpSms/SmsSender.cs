using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DiGiBachat.Bot.Channels.Twilio;
using DiGiBachat.Bot.Operations;

namespace DiGiBachat.Bot.Channels.HttpSms;

/// <summary>
/// Brings a message to the gateway: a signed POST of <c>{"id","to","text"}</c>. The id is the message's own, so that a gateway that
/// remembers ids sends a repeated one once.
/// </summary>
public sealed class SmsSender(HttpClient http, SmsOptions options, BachatMetrics metrics) : IMessageSender
{
    public static readonly TimeSpan Busy = TimeSpan.FromMinutes(1);

    public async Task<SendOutcome> SendAsync(OutboundRequest request, CancellationToken cancellation)
    {
        var outcome =
            request.Channel == ChannelKind.Sms
                ? await PostAsync(request, cancellation)
                : new SendOutcome.Failed(SendFailure.Configuration, 0);
        metrics.Sent(request.Channel.ToString(), outcome.GetType().Name);
        return outcome;
    }

    /// <summary>A plain gateway keeps no list to look in.</summary>
    public Task<LookupOutcome> FindAsync(OutboundRequest request, DateTimeOffset sentAt, CancellationToken cancellation) =>
        Task.FromResult<LookupOutcome>(new LookupOutcome.CannotTell());

    private async Task<SendOutcome> PostAsync(OutboundRequest request, CancellationToken cancellation)
    {
        var text = request.MediaUrl is null ? request.Body : $"{request.Body}\n{request.MediaUrl}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new SmsOut(request.Reference, request.Address, text), JsonSerializerOptions.Web);
        using var post = new HttpRequestMessage(HttpMethod.Post, options.Url);
        post.Content = new ByteArrayContent(body);
        post.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        post.Headers.Add(SmsSignature.Header, SmsSignature.Of(options.Secret, body));
        try
        {
            using var response = await http.SendAsync(post, cancellation);
            return OutcomeOf(request, response);
        }
        catch (HttpRequestException failure) when (TwilioSender.NothingWasSent(failure))
        {
            return new SendOutcome.Retry(Busy, 0);
        }
        catch (Exception failure) when (TwilioSender.IsOfTheNetwork(failure, cancellation))
        {
            return new SendOutcome.Unknown();
        }
    }

    private static SendOutcome OutcomeOf(OutboundRequest request, HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => new SendOutcome.Sent(request.Reference),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new SendOutcome.Retry(
                response.Headers.RetryAfter?.Delta ?? Busy,
                code
            ),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed =>
                new SendOutcome.Failed(SendFailure.Configuration, code),
            HttpStatusCode.UnprocessableEntity => new SendOutcome.Failed(SendFailure.BadNumber, code),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendOutcome.Unknown(),
            _ => new SendOutcome.Failed(SendFailure.Other, code),
        };
    }

    private sealed record SmsOut(string Id, string To, string Text);
}
