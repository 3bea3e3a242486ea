namespace DiGiBachat.Bot.Channels;

/// <summary>
/// A message as it came in, after the channel's own checks and free of the provider's words.
/// <paramref name="Id"/> is unique for ever (the provider's id); <paramref name="BodyHash"/> is the SHA-256 of what was received.
/// <paramref name="Address"/> is the sender's address on that channel in canonical form (E.164 phone, or a WhatsApp user id).
/// <paramref name="ButtonPayload"/> is what a tapped button or list row carries: "question:choice".
/// </summary>
public sealed record InboundMessage(
    string Id,
    byte[] BodyHash,
    ChannelKind Channel,
    string Address,
    string Body,
    string? ButtonPayload,
    string? ProfileName,
    IReadOnlyList<InboundMedia> Media,
    bool IsLocation
);

/// <summary>Something that came with a message: its address at the provider and its content type.</summary>
public sealed record InboundMedia(string Url, string ContentType);

/// <summary>One message to one reader, in words. MediaUrl: a picture or a document that the channel fetches.</summary>
public sealed record OutboundMessage(string Body, string? MediaUrl = null);
