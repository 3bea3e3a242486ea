using System.Globalization;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>A refusal as Twilio's REST API words it.</summary>
public sealed record TwilioError(int Code, string Message, int Status)
{
    public string MoreInfo => string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{Code}");

    public IResult ToResult() =>
        Results.Json(
            new
            {
                code = Code,
                message = Message,
                more_info = MoreInfo,
                status = Status,
            },
            statusCode: Status
        );
}

public static class TwilioErrors
{
    public const int OptedOut = 21610;
    public const int OutsideWindow = 63016;
    public const int NotOnWhatsApp = 63003;

    public static readonly TwilioError BadCredentials = new(20003, "Authenticate", 401);
    public static readonly TwilioError TooManyRequests = new(20429, "Too Many Requests", 429);
    public static readonly TwilioError FromMissing = new(21603, "A 'From' phone number is required.", 400);
    public static readonly TwilioError ToMissing = new(21604, "A 'To' phone number is required.", 400);
    public static readonly TwilioError BodyMissing = new(21602, "Message body is required.", 400);
    public static readonly TwilioError BodyTooLong = new(21617, $"The message body exceeds the {Limits.BodyLength} character limit.", 400);
    public static readonly TwilioError BadMediaUrl = new(21620, "Invalid media URL(s).", 400);
    public static readonly TwilioError BadStatusCallback = new(21609, "The 'StatusCallback' URL is not a valid URL.", 400);
    public static readonly TwilioError BadContentVariables = new(21656, "The Content Variables parameter is invalid.", 400);
    public static readonly TwilioError UnlikeChannels = new(21910, "'From' and 'To' must be of the same channel.", 400);
    public static readonly TwilioError OptedOutError = new(OptedOut, "Attempt to send to unsubscribed recipient.", 400);

    public static TwilioError InvalidTo(string to) => new(21211, $"The 'To' number {to} is not a valid phone number.", 400);

    public static TwilioError NotOurs(string from, bool isWhatsApp) =>
        isWhatsApp
            ? new(63007, $"Twilio could not find a Channel with the specified From address {from}.", 400)
            : new(21606, $"The 'From' phone number {from} is not a message-capable number of this account.", 400);

    public static TwilioError NotFound(string path) => new(20404, $"The requested resource {path} was not found", 404);

    /// <summary>What a delivery error means, for the page; the bot decides by the code alone.</summary>
    public static string Words(int code) =>
        code switch
        {
            OptedOut => "the person told the carrier STOP",
            OutsideWindow => "more than 24 hours since the person last wrote: only a template reaches WhatsApp",
            NotOnWhatsApp => "this number is not on WhatsApp",
            63018 => "the channel's rate limit",
            63019 => "the media could not be fetched",
            30003 => "the handset is switched off or out of reach",
            30005 => "unknown number",
            30006 => "a landline, or a carrier that cannot be reached",
            30007 => "the carrier filtered the message",
            _ => "the carrier did not say why",
        };
}
