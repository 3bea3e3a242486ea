namespace DiGiBachat.Bot.Channels;

/// <summary>
/// A message as it came in, after the channel's own checks and free of the provider's words.
/// <paramref name="Id"/> is unique for ever (the provider's id); <paramref name="BodyHash"/> is the SHA-256 of what was received,
/// empty for a message that the sweep found at the provider and whose request never reached us.
/// <paramref name="Address"/> is the sender's address on that channel in canonical form (E.164 phone, or a WhatsApp user id);
/// <paramref name="OtherAddress"/> is the same person's second address there, when the provider names both.
/// <paramref name="ButtonPayload"/> is what a tapped button or list row carries: "question:choice".
/// <paramref name="AnsweredInResponse"/>: false when the channel cannot carry replies in its response, so that they belong in the outbox.
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
    bool IsLocation,
    string? OtherAddress = null,
    bool AnsweredInResponse = true
);

/// <summary>Something that came with a message: its address at the provider and its content type.</summary>
public sealed record InboundMedia(string Url, string ContentType);

/// <summary>One message to one reader, in words. MediaUrl: a picture or a document that the channel fetches.</summary>
public sealed record OutboundMessage(string Body, string? MediaUrl = null);
