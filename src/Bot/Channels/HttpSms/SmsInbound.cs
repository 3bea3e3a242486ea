using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DiGiBachat.Bot.Channels.Twilio;
using PhoneNumbers;

namespace DiGiBachat.Bot.Channels.HttpSms;

/// <summary>
/// What a gateway says of one SMS: <c>from</c>, <c>text</c>, and <c>id</c> or <c>receivedAt</c> or both, as JSON or as a form. Gateways
/// count their ids from one again after a new installation, so the message's id is made of everything together.
/// </summary>
public static partial class SmsInbound
{
    private const string HomeRegion = "IN";
    public const int MaxFieldCharacters = 200;

    public static InboundReading Read(ReadOnlySpan<byte> body, bool isJson, bool answeredInResponse)
    {
        if ((isJson ? ReadJson(body) : ReadForm(body)) is not { } fields)
            return new InboundReading(null, "The body is neither a JSON object of texts nor a form with each parameter once.");
        var (id, from, text, receivedAt) = fields;
        if (string.IsNullOrWhiteSpace(from))
            return new InboundReading(null, "from is missing.");
        if (string.IsNullOrWhiteSpace(id) && string.IsNullOrWhiteSpace(receivedAt))
            return new InboundReading(null, "id and receivedAt are both missing: a repeat could not be told from a new message.");
        if (id?.Length > MaxFieldCharacters || receivedAt?.Length > MaxFieldCharacters || from.Length > MaxFieldCharacters)
            return new InboundReading(null, "id, from or receivedAt is too long.");
        if (AddressOf(from) is not { } address)
            return default;
        var everything = JsonSerializer.SerializeToUtf8Bytes(new[] { id, address, text, receivedAt });
        var hash = SHA256.HashData(everything);
        var key = "sms:" + Convert.ToHexStringLower(hash);
        return new InboundReading(
            new InboundMessage(key, hash, ChannelKind.Sms, address, text ?? "", null, null, [], false, null, answeredInResponse),
            null
        );
    }

    /// <summary>E.164; a number without a country is Indian. Null for a name or a short code, where nobody reads an answer.</summary>
    internal static string? AddressOf(string from)
    {
        if (!PhoneLike().IsMatch(from))
            return null;
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(from, HomeRegion);
            return numbers.IsPossibleNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static (string? Id, string? From, string? Text, string? ReceivedAt)? ReadJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)));
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var root = document.RootElement;
            return (Value(root, "id"), Value(root, "from"), Value(root, "text"), Value(root, "receivedAt"));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Value(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : CleanText.From(value.GetString()!);
    }

    private static (string? Id, string? From, string? Text, string? ReceivedAt)? ReadForm(ReadOnlySpan<byte> body)
    {
        try
        {
            return TwilioForm.Read(body) is { } form
                ? (form.Value("id"), form.Value("from"), form.Value("text"), form.Value("receivedAt"))
                : null;
        }
        catch (RepeatedParameterException)
        {
            return null;
        }
    }

    [GeneratedRegex("^\\+?[0-9][0-9 ()\\-]{8,18}\\z")]
    private static partial Regex PhoneLike();
}
