using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Conversations;

/// <summary>The language of somebody who has not chosen one.</summary>
internal static class Language
{
    private const char FirstOfDevanagari = '\u0900';
    private const char LastOfDevanagari = '\u097F';

    /// <summary>
    /// Who asks for Hindi on SMS gets it in Latin letters, which cost a third and show on any phone; who asks in Devanagari gets
    /// Devanagari.
    /// </summary>
    public static string Chosen(string asked, InboundMessage message) =>
        asked == Formats.Hindi && message.Channel == ChannelKind.Sms && !IsDevanagari(message) ? Formats.RomanHindi : asked;

    /// <summary>Devanagari is answered in Devanagari; else Hindi in Latin letters on SMS, English on WhatsApp.</summary>
    public static string Guess(InboundMessage message) =>
        IsDevanagari(message) ? Formats.Hindi
        : message.Channel == ChannelKind.Sms ? Formats.RomanHindi
        : Formats.English;

    private static bool IsDevanagari(InboundMessage message) =>
        message.Body.Any(c => c is >= FirstOfDevanagari and <= LastOfDevanagari);
}
