using System.Globalization;
using System.Net;
using System.Text.Json;
using DiGiBachat.Bot.Operations;
using Refit;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>
/// Sends through Twilio's REST API. Twilio knows no idempotency key, so a message is posted once and never blindly again: what may
/// have arrived is <see cref="SendOutcome.Unknown"/>, and <see cref="FindAsync"/> asks before anything is repeated.
/// </summary>
public sealed class TwilioSender(ITwilioMessages api, TwilioOptions options, BachatMetrics metrics) : IMessageSender
{
    /// <summary>How many of the newest messages to an address are looked through for one whose outcome is unknown.</summary>
    public const int LookupSize = 50;

    /// <summary>Our clock and Twilio's may differ by so much.</summary>
    public static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    public async Task<SendOutcome> SendAsync(OutboundRequest request, CancellationToken cancellation)
    {
        var outcome = FromOf(request.Channel) is { } from
            ? await PostAsync(request, from, cancellation)
            : new SendOutcome.Failed(SendFailure.Configuration, 0);
        metrics.Sent(request.Channel.ToString(), outcome.GetType().Name);
        return outcome;
    }

    public async Task<LookupOutcome> FindAsync(OutboundRequest request, DateTimeOffset sentAt, CancellationToken cancellation)
    {
        if (FromOf(request.Channel) is not { } from)
            return new LookupOutcome.CannotTell();
        var listing = new TwilioListing(AddressFor(request), from, LookupSize);
        if (await ListAsync(listing, cancellation) is not { Messages: { } messages })
            return new LookupOutcome.CannotTell();
        var found = messages.FirstOrDefault(message =>
            message.Body == request.Body && message.Sid is not null && CreatedAt(message) >= sentAt - ClockSlack
        );
        return found is null ? new LookupOutcome.NotThere() : new LookupOutcome.Found(found.Sid!);
    }

    /// <summary>Null when Twilio could not be asked.</summary>
    internal async Task<TwilioMessagePage?> ListAsync(TwilioListing listing, CancellationToken cancellation)
    {
        try
        {
            using var response = await api.ListAsync(
                options.AccountSid,
                listing.To,
                listing.From,
                listing.PageSize,
                listing.Page,
                listing.PageToken,
                cancellation
            );
            return response.IsSuccessStatusCode ? await ReadAsync<TwilioMessagePage>(response, cancellation) : null;
        }
        catch (Exception failure) when (IsOfTheNetwork(failure, cancellation))
        {
            return null;
        }
    }

    internal static DateTimeOffset? CreatedAt(TwilioMessage message) =>
        DateTimeOffset.TryParse(message.DateCreated, CultureInfo.InvariantCulture, out var at) ? at : null;

    private async Task<SendOutcome> PostAsync(OutboundRequest request, string from, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string> { ["To"] = AddressFor(request), ["From"] = from };
        if (request.Body.Length > 0)
            fields["Body"] = request.Body;
        if (request.MediaUrl is not null)
            fields["MediaUrl"] = request.MediaUrl;
        if (request.StatusCallback is not null)
            fields["StatusCallback"] = request.StatusCallback.AbsoluteUri;
        try
        {
            using var form = new FormUrlEncodedContent(fields);
            using var response = await api.CreateAsync(options.AccountSid, form, cancellation);
            return await OutcomeAsync(response, cancellation);
        }
        catch (Exception failure) when (NothingWasSent(failure))
        {
            return new SendOutcome.Retry(TwilioErrors.Throttled, 0);
        }
        catch (Exception failure) when (IsOfTheNetwork(failure, cancellation))
        {
            return new SendOutcome.Unknown();
        }
    }

    /// <summary>The connection was never made, so the message cannot have left.</summary>
    internal static bool NothingWasSent(Exception? failure) =>
        Cause(failure)
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };

    private static async Task<SendOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            var created = await ReadAsync<TwilioMessage>(response, cancellation);
            return created?.Sid is { Length: > 0 } sid ? new SendOutcome.Sent(sid) : new SendOutcome.Unknown();
        }
        var problem = await ReadAsync<TwilioProblem>(response, cancellation);
        var code = problem?.Code ?? 0;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SendOutcome.Retry(WaitOf(response), code),
            HttpStatusCode.RequestTimeout => new SendOutcome.Unknown(),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound when code == 0 =>
                new SendOutcome.Failed(SendFailure.Configuration, code),
            >= HttpStatusCode.InternalServerError => new SendOutcome.Unknown(),
            _ => TwilioErrors.OutcomeOf(code),
        };
    }

    private static TimeSpan WaitOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } stated && stated > TimeSpan.Zero ? stated : TwilioErrors.Throttled;

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whatever went wrong between Twilio and us; not that we ourselves gave up.</summary>
    internal static bool IsOfTheNetwork(Exception failure, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && Cause(failure) is HttpRequestException or IOException or OperationCanceledException;

    private static Exception? Cause(Exception? failure) => failure is ApiRequestException wrapped ? wrapped.InnerException : failure;

    private string? FromOf(ChannelKind channel) =>
        channel switch
        {
            ChannelKind.WhatsApp => options.WhatsAppFrom,
            ChannelKind.Sms => options.SmsFrom,
        };

    private static string AddressFor(OutboundRequest request) =>
        request.Channel == ChannelKind.WhatsApp ? TwilioInbound.WhatsAppPrefix + request.Address : request.Address;
}
