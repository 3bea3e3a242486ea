using DiGiBachat.Persistence.Protection;

namespace DiGiBachat.Bot;

/// <summary>Everything that is set from outside, read once at start and checked as a whole.</summary>
/// <param name="PublicUrl">Where people and providers reach us; what signatures and links are made with.</param>
/// <param name="DataKeys">Keys that personal data is encrypted with; links are signed with keys derived from them.</param>
/// <param name="Twilio">Null when only a plain SMS gateway is used.</param>
/// <param name="Sms">Null when SMS goes through Twilio.</param>
/// <param name="ConnectionString">Null in Development when the private database is to be started.</param>
/// <param name="MessagesAMinute">How fast one sender may write.</param>
public sealed record BotOptions(
    Uri PublicUrl,
    DataKeys DataKeys,
    TwilioOptions? Twilio,
    SmsOptions? Sms,
    string? ConnectionString,
    int MessagesAMinute
)
{
    /// <summary>Messages that are no answers wait in the quiet hours. Off in Development unless set: who tries it at night wants to see it.</summary>
    public bool QuietHours { get; init; } = true;
}

/// <summary>
/// Our account at Twilio. While its token is changed both are known. WhatsAppFrom has Twilio's prefix ("whatsapp:+14155238886"),
/// SmsFrom has none ("+15005550006").
/// </summary>
public sealed record TwilioOptions(
    string AccountSid,
    string AuthToken,
    string? SecondaryAuthToken,
    Uri ApiUrl,
    string? WhatsAppFrom,
    string? SmsFrom
)
{
    public static readonly Uri PublicApi = new("https://api.twilio.com");
}

/// <summary>A plain SMS gateway: where it takes messages, and the secret that both sides sign with.</summary>
public sealed record SmsOptions(Uri Url, string Secret, bool AnswersInResponse);
