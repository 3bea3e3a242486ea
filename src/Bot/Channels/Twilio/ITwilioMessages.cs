using System.Text.Json.Serialization;
using Refit;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>The part of Twilio's REST API that the bot speaks: messages of one account.</summary>
public interface ITwilioMessages
{
    [Post("/2010-04-01/Accounts/{accountSid}/Messages.json")]
    Task<HttpResponseMessage> CreateAsync(string accountSid, [Body] FormUrlEncodedContent fields, CancellationToken cancellation);

    /// <summary>The newest first; a parameter that is null is left out.</summary>
    [Get("/2010-04-01/Accounts/{accountSid}/Messages.json")]
    Task<HttpResponseMessage> ListAsync(
        string accountSid,
        [AliasAs("To")] string? to,
        [AliasAs("From")] string? from,
        [AliasAs("PageSize")] int pageSize,
        [AliasAs("Page")] int? page,
        [AliasAs("PageToken")] string? pageToken,
        CancellationToken cancellation
    );
}

/// <summary>What to list.</summary>
public sealed record TwilioListing(string? To, string? From, int PageSize, int? Page = null, string? PageToken = null);

/// <summary>One message as Twilio keeps it; times are RFC 2822.</summary>
public sealed record TwilioMessage(
    [property: JsonPropertyName("sid")] string? Sid,
    [property: JsonPropertyName("direction")] string? Direction,
    [property: JsonPropertyName("from")] string? From,
    [property: JsonPropertyName("to")] string? To,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("error_code")] int? ErrorCode,
    [property: JsonPropertyName("date_created")] string? DateCreated
);

public sealed record TwilioMessagePage(
    [property: JsonPropertyName("messages")] IReadOnlyList<TwilioMessage>? Messages,
    [property: JsonPropertyName("next_page_uri")] string? NextPageUri
);

public sealed record TwilioProblem(
    [property: JsonPropertyName("code")] int? Code,
    [property: JsonPropertyName("message")] string? Message
);
