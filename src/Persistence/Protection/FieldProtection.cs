using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Persistence.Protection;

/// <summary>
/// Personal data in a row: AES-256-GCM, bound to its table and column so that a value moved elsewhere does not open.
/// Stored as version, key number, nonce, tag, text. Safe to use from many threads.
/// </summary>
public sealed class FieldProtection(DataKeys keys) : IDisposable
{
    public const int OverheadBytes = HeaderBytes + NonceBytes + TagBytes;
    public const int BlindIndexBytes = HMACSHA256.HashSizeInBytes;

    /// <summary>Longer than any answer that is kept; what is longer is no field of ours.</summary>
    public const int LongestTextBytes = 65_536;

    private const byte Version = 1;
    private const int HeaderBytes = 2;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int OnStack = 512;
    private const int Ids = byte.MaxValue + 1;

    // An AesGcm is not for two threads at once and dear to make: each thread keeps its own.
    private readonly ThreadLocal<AesGcm?[]> ciphers = new(
        () => new AesGcm?[Ids],
        trackAllValues: true
    );
    private readonly byte newest = keys.Ids.Max();

    /// <summary>Encrypts with the newest key. <paramref name="context"/> is the place it is stored in, such as "people.phone".</summary>
    public byte[] Protect(string text, string context)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestTextBytes, nameof(text));
        var sealedField = new byte[OverheadBytes + length];
        sealedField[0] = Version;
        sealedField[1] = newest;
        var nonce = sealedField.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var tag = sealedField.AsSpan(HeaderBytes + NonceBytes, TagBytes);
        var body = sealedField.AsSpan(OverheadBytes);
        Encoding.UTF8.GetBytes(text, body);
        Span<byte> bound = stackalloc byte[OnStack];
        Cipher(newest).Encrypt(nonce, body, body, tag, Bound(sealedField, context, bound));
        return sealedField;
    }

    /// <summary>The text again. Throws <see cref="UnreadableField"/>, which names the context and never the content.</summary>
    public string Reveal(ReadOnlySpan<byte> stored, string context)
    {
        if (
            stored.Length < OverheadBytes
            || stored.Length > OverheadBytes + LongestTextBytes
            || stored[0] != Version
        )
        {
            throw new UnreadableField($"A value in {context} is not one that was protected here.");
        }

        var id = KeyOf(stored);
        if (!keys.Ids.Contains(id))
        {
            throw new UnreadableField(
                $"A value in {context} was written with key {id}, which {DataKeys.Setting} no longer has."
            );
        }

        var length = stored.Length - OverheadBytes;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> text = rented is null ? stackalloc byte[OnStack] : rented;
        text = text[..length];
        Span<byte> bound = stackalloc byte[OnStack];
        var nonce = stored.Slice(HeaderBytes, NonceBytes);
        var tag = stored.Slice(HeaderBytes + NonceBytes, TagBytes);
        try
        {
            Cipher(id)
                .Decrypt(nonce, stored[OverheadBytes..], tag, text, Bound(stored, context, bound));
            return Encoding.UTF8.GetString(text);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new UnreadableField(
                $"A value in {context} was changed, moved from elsewhere, or written with another key {id}.",
                e
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>The same text gives the same 32 bytes, from which nobody without the key learns the text: for unique columns and look-ups.</summary>
    public byte[] BlindIndex(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestTextBytes, nameof(text));
        Span<byte> bytes = length > OnStack ? new byte[length] : stackalloc byte[OnStack];
        bytes = bytes[..length];
        Encoding.UTF8.GetBytes(text, bytes);
        return HMACSHA256.HashData(keys.Index, bytes);
    }

    /// <summary>Whether a newer key should write this value again: what the rotation looks for.</summary>
    public bool IsWrittenWithAnOlderKey(ReadOnlySpan<byte> stored) =>
        stored.Length >= HeaderBytes && KeyOf(stored) != newest;

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values.SelectMany(perThread => perThread))
        {
            cipher?.Dispose();
        }

        ciphers.Dispose();
    }

    private static byte KeyOf(ReadOnlySpan<byte> stored) => stored[1];

    private AesGcm Cipher(byte id)
    {
        var mine = ciphers.Value!;
        return mine[id] ??= new AesGcm(keys[id], TagBytes);
    }

    /// <summary>What the tag vouches for beside the text: the header and the place.</summary>
    private static ReadOnlySpan<byte> Bound(
        ReadOnlySpan<byte> stored,
        string context,
        Span<byte> into
    )
    {
        stored[..HeaderBytes].CopyTo(into);
        if (!Encoding.UTF8.TryGetBytes(context, into[HeaderBytes..], out var length))
        {
            throw new ArgumentOutOfRangeException(
                nameof(context),
                "The name of a table and a column is expected."
            );
        }

        return into[..(HeaderBytes + length)];
    }
}
