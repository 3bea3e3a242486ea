using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>How a waiting message reaches its reader.</summary>
internal sealed record OutboxRoute(Reader Reader, string Address);

/// <summary>Chooses the channel at the moment of sending, from what the person used last and what is open to us.</summary>
internal sealed class OutboxRoutes(BotOptions options)
{
    /// <summary>WhatsApp carries free text for a day after the person's last message.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>
    /// WhatsApp while its window is open, else SMS to her phone; null when nothing reaches her. What went to SMS once stays there.
    /// </summary>
    public OutboxRoute? Of(OutboxClaim claim, DateTimeOffset now)
    {
        var wanted = claim.Settings.Channel ?? claim.LastChannel;
        var bySms = claim.Channel == (short)ChannelKind.Sms || (wanted == (short)ChannelKind.Sms && Phone(claim) is not null);
        var open = claim.LastWhatsAppAt is { } at && now - at < Window;
        if (open && !bySms && !claim.WhatsAppOptedOut && options.Twilio?.WhatsAppFrom is not null)
            return On(claim, ChannelKind.WhatsApp);
        return claim.SmsOptedOut ? null : On(claim, ChannelKind.Sms);
    }

    /// <summary>By that channel, whether it is open or not: what went there may be looked for there.</summary>
    public static OutboxRoute? On(OutboxClaim claim, ChannelKind channel) =>
        (channel, Phone(claim)) switch
        {
            (ChannelKind.WhatsApp, var phone) => new(new(claim.Language, channel), phone ?? claim.Addresses[0]),
            (_, { } phone) => new(new(SmsLanguage(claim), channel), phone),
            _ => null,
        };

    public OutboundRequest Request(OutboxClaim claim, OutboxRoute route, OutboundMessage message)
    {
        var reference = claim.Id.ToString("N");
        return new(
            reference,
            route.Reader.Channel,
            route.Address,
            message.Body,
            route.Reader.Channel == ChannelKind.WhatsApp ? claim.Media : null,
            options.Twilio is null ? null : TwilioWebhook.StatusCallback(options.PublicUrl, reference)
        );
    }

    private static string? Phone(OutboxClaim claim) => claim.Addresses.FirstOrDefault(a => a.StartsWith('+'));

    /// <summary>Who reads Hindi on WhatsApp gets it in Latin letters when it must go by SMS: a third of the cost, and any phone shows it.</summary>
    private static string SmsLanguage(OutboxClaim claim) =>
        claim is { Language: Formats.Hindi, LastChannel: (short)ChannelKind.WhatsApp }
            ? Formats.RomanHindi
            : claim.Language;
}
