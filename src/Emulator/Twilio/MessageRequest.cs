using System.Text.Json;
using System.Text.RegularExpressions;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>Reads POST Messages.json into a message to carry, or the error that Twilio would answer, in Twilio's order.</summary>
public sealed partial class MessageRequest(EmulatorOptions options, PhoneBook phones, Contents contents)
{
    public (Outbound? Message, TwilioError? Error) Read(IFormCollection form)
    {
        string Field(string name) => form[name] is [{ } value, ..] ? value : "";
        var to = Field("To").Trim();
        if (to.Length == 0)
            return (null, TwilioErrors.ToMissing);
        var (number, channel) = PhoneNumbers.Split(to);
        if (!PhoneNumbers.IsE164(number))
            return (null, TwilioErrors.InvalidTo(to));
        if (SenderError(Field("From").Trim(), Field("MessagingServiceSid"), channel) is { } senderError)
            return (null, senderError);
        var callback = Field("StatusCallback");
        if (callback.Length > 0 && !IsWebAddress(callback))
            return (null, TwilioErrors.BadStatusCallback);
        var (outbound, error) = ReadContent(form, new Outbound(number, channel, MessageDirection.OutboundApi, Field("Body"), []));
        if (outbound is null)
            return (null, error);
        return channel == PhoneChannel.Sms && phones.IsOptedOut(number)
            ? (null, TwilioErrors.OptedOutError)
            : (outbound with { StatusCallback = callback.Length > 0 ? callback : null }, null);
    }

    private (Outbound? Message, TwilioError? Error) ReadContent(IFormCollection form, Outbound outbound)
    {
        var media = form["MediaUrl"].OfType<string>().Where(url => url.Length > 0).ToList();
        if (!media.TrueForAll(IsWebAddress))
            return (null, TwilioErrors.BadMediaUrl);
        if (outbound.Body.Length > Limits.BodyLength)
            return (null, TwilioErrors.BodyTooLong);
        if (form["ContentSid"] is not [{ Length: > 0 } contentSid, ..])
            return outbound.Body.Length == 0 && media.Count == 0 ? (null, TwilioErrors.BodyMissing) : (outbound with { Media = media }, null);

        var variables = new Dictionary<string, string>();
        try
        {
            if (form["ContentVariables"] is [{ Length: > 0 } json, ..])
                variables = JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException)
        {
            return (null, TwilioErrors.BadContentVariables);
        }
        return contents.Render(contentSid, variables) is { } content
            ? (outbound with { Body = content.Body, Media = content.Media, Choices = content.Choices, FromTemplate = true }, null)
            : (null, TwilioErrors.NotFound($"/v1/Content/{contentSid}"));
    }

    private TwilioError? SenderError(string from, string serviceSid, PhoneChannel channel)
    {
        if (from.Length == 0)
            return ServiceSid().IsMatch(serviceSid) ? null : TwilioErrors.FromMissing;
        var (number, fromChannel) = PhoneNumbers.Split(from);
        var ours = fromChannel == PhoneChannel.WhatsApp ? options.WhatsAppFrom : options.SmsFrom;
        if (number != ours)
            return TwilioErrors.NotOurs(from, fromChannel == PhoneChannel.WhatsApp);
        return fromChannel == channel ? null : TwilioErrors.UnlikeChannels;
    }

    private static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    [GeneratedRegex(@"^MG[0-9a-fA-F]{32}\z")]
    private static partial Regex ServiceSid();
}
