namespace DiGiBachat.Bot.Channels;

/// <summary>Where a conversation takes place.</summary>
public enum ChannelKind
{
    WhatsApp,
    Sms,
}

/// <summary>Who reads a text: language ("en", "hi", "hi-Latn") and channel decide its words, its rupee sign and its length.</summary>
public sealed record Reader(string Language, ChannelKind Channel);
