using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Bot.Statements;

/// <summary>What a link opens.</summary>
public enum LinkKind : byte
{
    Pay = (byte)'p',
    Statement = (byte)'s',
    Dashboard = (byte)'d',
    Media = (byte)'m',
    Report = (byte)'r',
}

/// <summary>
/// What a link carries. <paramref name="First"/> and <paramref name="Second"/> are numbers within the group: a member's, a payment's, a loan's, or 0.
/// It expires at <paramref name="ExpiresAt"/>, to the second.
/// </summary>
public sealed record LinkPayload(
    LinkKind Kind,
    Guid Group,
    int First,
    int Second,
    string Language,
    DateOnly? FromOn,
    DateOnly? ToOn,
    DateTimeOffset ExpiresAt
);

/// <summary>What came of reading a link: it is good, it was good once, or it was never ours.</summary>
public abstract record LinkReading
{
    private LinkReading() { }

    public sealed record Valid(LinkPayload Payload) : LinkReading;

    public sealed record Expired(LinkPayload Payload) : LinkReading;

    public sealed record Wrong : LinkReading;
}

/// <summary>The secrets that sign links, by version: new links take the current one, old links are read with the one they name.</summary>
public sealed class LinkKeys
{
    public const int SmallestKeyBytes = 32;

    private readonly IReadOnlyDictionary<byte, byte[]> keys;

    public LinkKeys(byte current, IReadOnlyDictionary<byte, byte[]> keys)
    {
        if (!keys.ContainsKey(current))
            throw new ArgumentException(
                $"There is no link key of version {current}.",
                nameof(current)
            );
        if (keys.Values.Any(key => key.Length < SmallestKeyBytes))
            throw new ArgumentException(
                $"A link key has at least {SmallestKeyBytes} bytes.",
                nameof(keys)
            );
        this.keys = keys;
        Current = current;
    }

    public byte Current { get; }

    public byte[]? Of(byte version) => keys.GetValueOrDefault(version);
}

/// <summary>
/// Makes and reads the tokens in links that open without a password: the payload and 16 bytes of its HMAC-SHA256, as base64url, 68 characters.
/// Nobody can guess or alter one without the key; the time is the caller's.
/// </summary>
public sealed class SignedLinks(LinkKeys keys)
{
    public const int TokenLength = 68;

    private const int PayloadBytes = 35;
    private const int SignatureBytes = 16;
    private static readonly string[] Languages = ["en", "hi", "hi-Latn"];
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("digibachat link 1\n");
    private static readonly DateOnly DayZero = new(2000, 1, 1);

    /// <summary>The token; throws when a field cannot be carried (an unknown language, a date before 2000 or after 2179, an expiry after 2106).</summary>
    public string Sign(LinkPayload payload)
    {
        Span<byte> token = stackalloc byte[PayloadBytes + SignatureBytes];
        token[0] = keys.Current;
        token[1] = (byte)payload.Kind;
        payload.Group.TryWriteBytes(token[2..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[18..], payload.First);
        BinaryPrimitives.WriteInt32BigEndian(token[22..], payload.Second);
        token[26] = LanguageByte(payload.Language);
        BinaryPrimitives.WriteUInt16BigEndian(token[27..], DayNumber(payload.FromOn));
        BinaryPrimitives.WriteUInt16BigEndian(token[29..], DayNumber(payload.ToOn));
        BinaryPrimitives.WriteUInt32BigEndian(token[31..], Seconds(payload.ExpiresAt));
        Signature(keys.Of(keys.Current)!, token[..PayloadBytes], token[PayloadBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Good before the second of its expiry, expired from that second on; anything not signed by one of the keys is wrong.</summary>
    public LinkReading Read(string token, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[PayloadBytes + SignatureBytes];
        if (token.Length != TokenLength)
            return new LinkReading.Wrong();
        var decoded = Base64Url.DecodeFromChars(token, bytes, out _, out var written);
        if (decoded != OperationStatus.Done || written != bytes.Length)
            return new LinkReading.Wrong();
        if (keys.Of(bytes[0]) is not { } key)
            return new LinkReading.Wrong();
        Span<byte> expected = stackalloc byte[SignatureBytes];
        Signature(key, bytes[..PayloadBytes], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[PayloadBytes..]))
            return new LinkReading.Wrong();
        var payload = new LinkPayload(
            (LinkKind)bytes[1],
            new Guid(bytes[2..18], bigEndian: true),
            BinaryPrimitives.ReadInt32BigEndian(bytes[18..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[22..]),
            Languages[bytes[26]],
            Day(BinaryPrimitives.ReadUInt16BigEndian(bytes[27..])),
            Day(BinaryPrimitives.ReadUInt16BigEndian(bytes[29..])),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[31..]))
        );
        return now < payload.ExpiresAt
            ? new LinkReading.Valid(payload)
            : new LinkReading.Expired(payload);
    }

    private static void Signature(byte[] key, ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        // The purpose is signed too, so that a signature made with the same key for something else opens no link.
        Span<byte> message = stackalloc byte[Purpose.Length + PayloadBytes];
        Purpose.CopyTo(message);
        payload.CopyTo(message[Purpose.Length..]);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, whole);
        whole[..SignatureBytes].CopyTo(signature);
    }

    private static byte LanguageByte(string language)
    {
        var place = Array.IndexOf(Languages, language);
        return place >= 0
            ? (byte)place
            : throw new ArgumentException(
                $"No link is made in the language '{language}'.",
                nameof(language)
            );
    }

    private static ushort DayNumber(DateOnly? day)
    {
        if (day is not { } known)
            return 0;
        var number = known.DayNumber - DayZero.DayNumber + 1;
        return number is >= 1 and <= ushort.MaxValue
            ? (ushort)number
            : throw new ArgumentOutOfRangeException(
                nameof(day),
                known,
                "A link carries days from 2000 to 2179."
            );
    }

    private static uint Seconds(DateTimeOffset expiry)
    {
        var seconds = expiry.ToUnixTimeSeconds();
        return seconds is >= 0 and <= uint.MaxValue
            ? (uint)seconds
            : throw new ArgumentOutOfRangeException(
                nameof(expiry),
                expiry,
                "A link expires before 2106."
            );
    }

    private static DateOnly? Day(ushort number) => number == 0 ? null : DayZero.AddDays(number - 1);
}
