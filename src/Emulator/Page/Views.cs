using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator.Page;

/// <summary>A message as a page or a terminal shows it. <paramref name="FromPerson"/>: sent from this phone; else it arrived there.</summary>
public sealed record MessageView(string Sid, long Order, string Phone, PhoneChannel Channel, bool FromPerson, string Body, DateTimeOffset At)
{
    public required string Status { get; init; }
    public int? ErrorCode { get; init; }
    public string? ErrorText { get; init; }
    public required IReadOnlyList<MediaView> Media { get; init; }
    public required IReadOnlyList<Choice> Choices { get; init; }
    public Place? Place { get; init; }
    public required SmsSegments Segments { get; init; }

    public static MessageView Of(Message message) =>
        new(message.Sid, message.Order, message.Phone, message.Channel, message.FromPerson, message.Body, message.CreatedAt)
        {
            Status = message.Status.ToString().ToLowerInvariant(),
            ErrorCode = message.ErrorCode,
            ErrorText = message.ErrorText,
            Media = [.. message.Media.Select((media, n) => new MediaView($"/media/{message.Sid}/{n}", media.ContentType, media.Url))],
            Choices = message.Choices,
            Place = message.Place,
            Segments = SmsSegments.Of(message.Body),
        };
}

/// <summary><paramref name="Url"/> is fetched through the emulator; <paramref name="Source"/> is what the bot named.</summary>
public sealed record MediaView(string Url, string ContentType, string Source);

public sealed record PhoneView(string Number, string Name, PhoneChannel Channel, bool IsOptedOut, IReadOnlyList<MessageView> Messages);

public sealed record StateView(string BotUrl, string SmsFrom, string WhatsAppFrom, DateTimeOffset Now, IReadOnlyList<PhoneView> Phones);

public sealed record NewPhone(string Number, string Name, PhoneChannel Channel);

/// <summary>A picture or voice note in a message: base64, or the name of a sample ("photo", "voice") that the emulator keeps.</summary>
public sealed record NewMedia(string? ContentType, string? Base64, string? Sample);

public sealed record NewMessage(string? Text, PhoneChannel? Channel, NewMedia? Media, Place? Place, Choice? Chosen, string? RepliesTo);

/// <summary>Either a time to move the clock to, or a step: "day" or "month".</summary>
public sealed record ClockMove(DateTimeOffset? Now, string? Forward);

public sealed record FaultOrder(string Fault, int Count = 1);

public sealed record ExchangeView(MessageView Message, IReadOnlyList<MessageView> Answers);

public sealed record Problem(string Error);
