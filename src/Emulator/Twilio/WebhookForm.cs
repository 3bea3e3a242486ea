using System.Globalization;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>The parameters that Twilio posts, per channel, in the sets that its requests were seen to carry.</summary>
public static class WebhookForm
{
    private const string ApiVersion = "2010-04-01";

    public static List<KeyValuePair<string, string>> Inbound(Message message, string accountSid, string profileName)
    {
        var isWhatsApp = message.Channel == PhoneChannel.WhatsApp;
        var form = new List<KeyValuePair<string, string>>
        {
            new("SmsMessageSid", message.Sid),
            new("SmsSid", message.Sid),
            new("MessageSid", message.Sid),
            new("AccountSid", accountSid),
            new("From", message.From),
            new("To", message.To),
            new("Body", message.Body),
            new("SmsStatus", "received"),
            new("NumSegments", isWhatsApp ? "1" : Text(SmsSegments.Of(message.Body).Segments)),
            new("NumMedia", Text(message.Media.Count)),
            new("ApiVersion", ApiVersion),
        };
        for (var n = 0; n < message.Media.Count; n++)
        {
            form.Add(new("MediaUrl" + Text(n), message.Media[n].Url));
            form.Add(new("MediaContentType" + Text(n), message.Media[n].ContentType));
        }
        form.AddRange(isWhatsApp ? WhatsAppOnly(message, profileName) : SmsOnly);
        return form;
    }

    public static List<KeyValuePair<string, string>> Status(Message message, MessageStatus status, string accountSid)
    {
        var word = status.ToString().ToLowerInvariant();
        var form = new List<KeyValuePair<string, string>>
        {
            new("SmsSid", message.Sid),
            new("SmsStatus", word),
            new("MessageSid", message.Sid),
            new("MessageStatus", word),
            new("AccountSid", accountSid),
            new("From", message.From),
            new("To", message.To),
            new("ApiVersion", ApiVersion),
        };
        if (message.ErrorCode is { } code && status is (MessageStatus.Failed or MessageStatus.Undelivered))
            form.Add(new("ErrorCode", Text(code)));
        if (message.Channel != PhoneChannel.WhatsApp)
            return form;
        form.Add(new("ChannelPrefix", "whatsapp"));
        form.Add(new("ChannelToAddress", message.Phone));
        if (status is MessageStatus.Delivered or MessageStatus.Read)
            form.Add(new("EventType", word.ToUpperInvariant()));
        return form;
    }

    private static readonly KeyValuePair<string, string>[] SmsOnly =
    [
        new("FromCity", ""),
        new("FromState", ""),
        new("FromZip", ""),
        new("FromCountry", "IN"),
        new("ToCity", ""),
        new("ToState", ""),
        new("ToZip", ""),
        new("ToCountry", "IN"),
    ];

    private static IEnumerable<KeyValuePair<string, string>> WhatsAppOnly(Message message, string profileName)
    {
        yield return new("WaId", message.Phone[1..]);
        yield return new("ProfileName", profileName);
        yield return new("ExternalUserId", $"whatsapp:IN.{message.Phone[1..]}");
        yield return new("MessageType", Kind(message));
        yield return new("Forwarded", "false");
        yield return new("FrequentlyForwarded", "false");
        yield return new("ReferralNumMedia", "0");
        yield return new("ChannelMetadata", """{"type":"whatsapp","data":{"context":{}}}""");
        if (message.RepliesTo is { } answered)
        {
            yield return new("OriginalRepliedMessageSid", answered);
            yield return new("OriginalRepliedMessageSender", message.BotAddress);
        }
        if (message.Chosen is { IsListRow: false } button)
        {
            yield return new("ButtonText", button.Title);
            yield return new("ButtonPayload", button.Id);
        }
        if (message.Chosen is { IsListRow: true } row)
        {
            yield return new("ListId", row.Id);
            yield return new("ListTitle", row.Title);
            yield return new("ListDescription", row.Description ?? "");
        }
        if (message.Place is not { } place)
            yield break;
        yield return new("Latitude", place.Latitude.ToString(CultureInfo.InvariantCulture));
        yield return new("Longitude", place.Longitude.ToString(CultureInfo.InvariantCulture));
        yield return new("Address", place.Label);
        yield return new("Label", place.Label);
    }

    private static string Kind(Message message) =>
        message switch
        {
            { Chosen: not null } => "interactive",
            { Place: not null } => "location",
            { Media: [{ ContentType: var type }, ..] } when type.StartsWith("image/", StringComparison.Ordinal) => "image",
            { Media: [{ ContentType: var type }, ..] } when type.StartsWith("audio/", StringComparison.Ordinal) => "audio",
            { Media: [{ ContentType: var type }, ..] } when type.StartsWith("video/", StringComparison.Ordinal) => "video",
            { Media.Count: > 0 } => "document",
            _ => "text",
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
