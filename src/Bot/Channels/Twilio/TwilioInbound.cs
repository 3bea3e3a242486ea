using System.Globalization;
using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>A form read as a message: a message, or a complaint, or neither when the sender is a machine that nobody can answer.</summary>
public readonly record struct InboundReading(InboundMessage? Message, string? Complaint);

/// <summary>Checks the shape of what Twilio says of an inbound message and puts it into the bot's own words.</summary>
public static partial class TwilioInbound
{
    public const string WhatsAppPrefix = "whatsapp:";
    public const int MaxMedia = 10;
    public const int MaxProfileName = 100;
    public const int MaxPayload = 256;

    public static InboundReading Read(TwilioForm form, TwilioOptions options)
    {
        try
        {
            return ReadOnce(form, options);
        }
        catch (RepeatedParameterException repeated)
        {
            return Refused(repeated.Message);
        }
    }

    public static bool IsMessageSid(string? sid) => sid is not null && MessageSid().IsMatch(sid);

    private static InboundReading ReadOnce(TwilioForm form, TwilioOptions options)
    {
        var sid = form.Value("MessageSid");
        if (!IsMessageSid(sid))
            return Refused("MessageSid has not the shape of a message's id.");
        if (form.Value("AccountSid") != options.AccountSid)
            return Refused("AccountSid is not ours.");
        var to = form.Value("To");
        if (string.IsNullOrEmpty(to) || (to != options.WhatsAppFrom && to != options.SmsFrom))
            return Refused("To is not one of our numbers.");

        var channel = to.StartsWith(WhatsAppPrefix, StringComparison.Ordinal) ? ChannelKind.WhatsApp : ChannelKind.Sms;
        var from = form.Value("From") ?? "";
        if (AddressOf(from, channel) is not { } address)
            return channel == ChannelKind.Sms && SenderName().IsMatch(from) ? default : Refused("From is not an address.");
        if (Media(form) is not { } media)
            return Refused("NumMedia and the media beside it do not agree.");

        var other = AddressOf(form.Value("ExternalUserId") ?? "", channel);
        return new InboundReading(
            new InboundMessage(
                sid!,
                form.Hash(),
                channel,
                address,
                form.Value("Body") ?? "",
                Cut(Given(form.Value("ButtonPayload")) ?? Given(form.Value("ListId")), MaxPayload),
                Cut(Given(form.Value("ProfileName")), MaxProfileName),
                media,
                Given(form.Value("Latitude")) is not null,
                other == address ? null : other
            ),
            null
        );
    }

    /// <summary>The address without Twilio's prefix; null when it is none of that channel.</summary>
    internal static string? AddressOf(string from, ChannelKind channel)
    {
        var prefixed = from.StartsWith(WhatsAppPrefix, StringComparison.Ordinal);
        if (prefixed != (channel == ChannelKind.WhatsApp))
            return null;
        var address = prefixed ? from[WhatsAppPrefix.Length..] : from;
        return Phone().IsMatch(address) || (prefixed && WhatsAppUserId().IsMatch(address)) ? address : null;
    }

    private static List<InboundMedia>? Media(TwilioForm form)
    {
        var stated = form.Value("NumMedia") is { Length: > 0 } given ? given : "0";
        if (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MaxMedia)
            return null;
        var media = new List<InboundMedia>(count);
        for (var i = 0; i < count; i++)
        {
            var url = form.Value(string.Create(CultureInfo.InvariantCulture, $"MediaUrl{i}"));
            var type = form.Value(string.Create(CultureInfo.InvariantCulture, $"MediaContentType{i}"));
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
                return null;
            media.Add(new InboundMedia(uri.AbsoluteUri, Given(type) ?? "application/octet-stream"));
        }
        return media;
    }

    private static InboundReading Refused(string complaint) => new(null, complaint);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Cut(string? value, int length) =>
        value is null || value.Length <= length ? value : value[..(char.IsHighSurrogate(value[length - 1]) ? length - 1 : length)];

    [GeneratedRegex("^(SM|MM)[0-9a-f]{32}\\z")]
    private static partial Regex MessageSid();

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z")]
    private static partial Regex Phone();

    [GeneratedRegex("^[A-Z]{2}\\.[A-Za-z0-9]{1,128}\\z")]
    private static partial Regex WhatsAppUserId();

    /// <summary>Banks and networks write under a name or a short code; nobody reads an answer there.</summary>
    [GeneratedRegex("^([A-Za-z0-9][A-Za-z0-9 \\-]{1,13}|\\+?[0-9]{3,8})\\z")]
    private static partial Regex SenderName();
}
