using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>A message from the bot to a person, accepted but not yet carried.</summary>
public sealed record Outbound(string Phone, PhoneChannel Channel, MessageDirection Direction, string Body, IReadOnlyList<string> Media)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public bool FromTemplate { get; init; }
    public string? StatusCallback { get; init; }
}

/// <summary>Carries messages to phones and decides, as carriers do, which never arrive.</summary>
public sealed class OutboundDelivery(PhoneBook phones, MessageLog log, DeliveryProgress progress, Faults faults, DevClock clock, EmulatorOptions options)
{
    public Message Accept(Outbound outbound)
    {
        var now = clock.Now;
        var error = ErrorOf(outbound, now);
        var bot = outbound.Channel == PhoneChannel.WhatsApp ? options.WhatsAppFrom : options.SmsFrom;
        var sid = Sids.Message(outbound.Media.Count > 0);
        var message = log.Add(order => new Message(sid, order, outbound.Phone, bot, outbound.Channel, outbound.Direction, outbound.Body, now)
        {
            Media = [.. outbound.Media.Select(url => new MessageMedia(url, ""))],
            Choices = outbound.Choices,
            FromTemplate = outbound.FromTemplate,
            StatusCallback = outbound.StatusCallback,
            Status = MessageStatus.Queued,
            ErrorCode = error,
            ErrorText = error is { } code ? TwilioErrors.Words(code) : null,
        });
        progress.Enqueue(new DeliveryStep(sid, error));
        return message;
    }

    /// <summary>A number without a phone on the page counts as a person within WhatsApp's window, so that load runs need no phones.</summary>
    private int? ErrorOf(Outbound outbound, DateTimeOffset now)
    {
        if (outbound.Channel == PhoneChannel.Sms && phones.IsOptedOut(outbound.Phone))
            return TwilioErrors.OptedOut;
        if (outbound.Channel == PhoneChannel.WhatsApp && phones.Find(outbound.Phone) is { } phone)
        {
            if (phone.Channel != PhoneChannel.WhatsApp)
                return TwilioErrors.NotOnWhatsApp;
            if (!outbound.FromTemplate && !(phone.LastSpokeAt + Limits.WhatsAppWindow >= now))
                return TwilioErrors.OutsideWindow;
        }
        return faults.TakeDeliveryError();
    }
}
