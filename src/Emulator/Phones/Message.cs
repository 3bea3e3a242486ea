using System.Text.Json.Serialization;

namespace DiGiBachat.Emulator.Phones;

[JsonConverter(typeof(JsonStringEnumConverter<PhoneChannel>))]
public enum PhoneChannel
{
    [JsonStringEnumMemberName("sms")]
    Sms,

    [JsonStringEnumMemberName("whatsapp")]
    WhatsApp,
}

public enum MessageDirection
{
    Inbound,
    OutboundApi,
    OutboundReply,
}

/// <summary>Twilio's word for how far a message has come; the order of the names is the order of events.</summary>
public enum MessageStatus
{
    Receiving,
    Received,
    Queued,
    Sent,
    Delivered,
    Read,
    Undelivered,
    Failed,
}

public sealed record MessageMedia(string Url, string ContentType);

public sealed record Place(double Latitude, double Longitude, string Label);

/// <summary>A button or a list row under a message, and what it says to the bot when tapped.</summary>
public sealed record Choice(string Id, string Title, string? Description, bool IsListRow);

/// <summary>
/// One message between a person's phone and the bot, in either direction.
/// <paramref name="Phone"/> is the person's number, <paramref name="Bot"/> the bot's; <paramref name="Order"/> counts all messages.
/// </summary>
public sealed record Message(
    string Sid,
    long Order,
    string Phone,
    string Bot,
    PhoneChannel Channel,
    MessageDirection Direction,
    string Body,
    DateTimeOffset CreatedAt
)
{
    public IReadOnlyList<MessageMedia> Media { get; init; } = [];
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public Place? Place { get; init; }
    public Choice? Chosen { get; init; }
    public string? RepliesTo { get; init; }
    public bool FromTemplate { get; init; }
    public string? StatusCallback { get; init; }
    public MessageStatus Status { get; init; }
    public int? ErrorCode { get; init; }
    public string? ErrorText { get; init; }
    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public bool FromPerson => Direction == MessageDirection.Inbound;
    public string PersonAddress => PhoneNumbers.AddressOf(Phone, Channel);
    public string BotAddress => PhoneNumbers.AddressOf(Bot, Channel);
    public string From => FromPerson ? PersonAddress : BotAddress;
    public string To => FromPerson ? BotAddress : PersonAddress;
}
