using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Conversations;

/// <summary>The language of somebody who has not chosen one.</summary>
internal static class Language
{
    private const char FirstOfDevanagari = '\u0900';
    private const char LastOfDevanagari = '\u097F';

    /// <summary>Devanagari is answered in Devanagari; else Hindi in Latin letters on SMS, English on WhatsApp.</summary>
    public static string Guess(InboundMessage message) =>
        message.Body.Any(c => c is >= FirstOfDevanagari and <= LastOfDevanagari) ? Formats.Hindi
        : message.Channel == ChannelKind.Sms ? Formats.RomanHindi
        : Formats.English;
}
