using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>
/// A form as it was received, byte for byte: the signature covers the bytes, so broken UTF-8 stays what it is until a value is read.
/// </summary>
public sealed class TwilioForm
{
    /// <summary>More than the longest WhatsApp text, each letter as twelve bytes of %-escapes, with all parameters beside it.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Several times what Twilio sends with ten pictures.</summary>
    public const int MaxParameters = 200;

    public static readonly TwilioForm Empty = new([]);

    private readonly List<(byte[] Name, byte[] Value)> fields;

    private TwilioForm(List<(byte[] Name, byte[] Value)> fields)
    {
        this.fields = fields;
        fields.Sort(
            (a, b) =>
            {
                var byName = a.Name.AsSpan().SequenceCompareTo(b.Name);
                return byName != 0 ? byName : a.Value.AsSpan().SequenceCompareTo(b.Value);
            }
        );
    }

    /// <summary>Null when there are more than <see cref="MaxParameters"/>.</summary>
    public static TwilioForm? Read(ReadOnlySpan<byte> body)
    {
        var fields = new List<(byte[], byte[])>(32);
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
                continue;
            if (fields.Count == MaxParameters)
                return null;
            var equals = pair.IndexOf((byte)'=');
            var name = equals < 0 ? pair : pair[..equals];
            fields.Add((Unescape(name), equals < 0 ? [] : Unescape(pair[(equals + 1)..])));
        }
        return new TwilioForm(fields);
    }

    public static TwilioForm Of(IEnumerable<KeyValuePair<string, string>> parameters) =>
        new([.. parameters.Select(p => (Encoding.UTF8.GetBytes(p.Key), Encoding.UTF8.GetBytes(p.Value)))]);

    /// <summary>What the signature covers: names and values without separators, sorted, the same value of a name once.</summary>
    public byte[] Signed()
    {
        var written = new ArrayBufferWriter<byte>(1024);
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0 && SameAs(fields[i - 1], fields[i]))
                continue;
            written.Write(fields[i].Name);
            written.Write(fields[i].Value);
        }
        return written.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256 over every parameter with its length before it, so that no two forms can be read alike.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var (name, value) in fields)
        {
            foreach (var part in (ReadOnlySpan<byte[]>)[name, value])
            {
                BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
                hash.AppendData(length);
                hash.AppendData(part);
            }
        }
        return hash.GetHashAndReset();
    }

    /// <summary>The parameter's value, cleaned of what no text has; null when it is absent. Throws when it came more than once.</summary>
    public string? Value(string name)
    {
        byte[]? found = null;
        var wanted = Encoding.UTF8.GetBytes(name);
        foreach (var (candidate, value) in fields)
        {
            if (!candidate.AsSpan().SequenceEqual(wanted))
                continue;
            if (found is not null)
                throw new RepeatedParameterException(name);
            found = value;
        }
        return found is null ? null : CleanText.From(found);
    }

    private static bool SameAs((byte[] Name, byte[] Value) a, (byte[] Name, byte[] Value) b) =>
        a.Name.AsSpan().SequenceEqual(b.Name) && a.Value.AsSpan().SequenceEqual(b.Value);

    private static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        var plain = new byte[escaped.Length];
        var length = 0;
        for (var i = 0; i < escaped.Length; i++)
        {
            var value = escaped[i];
            if (value == '+')
                value = (byte)' ';
            else if (
                value == '%'
                && i + 2 < escaped.Length
                && Hex(escaped[i + 1]) is >= 0 and var high
                && Hex(escaped[i + 2]) is >= 0 and var low
            )
            {
                value = (byte)((high << 4) | low);
                i += 2;
            }
            plain[length++] = value;
        }
        return plain.AsSpan(0, length).ToArray();
    }

    private static int Hex(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };
}

/// <summary>A parameter that we read came twice: the signature's text would be the same in either order, so neither is believed.</summary>
public sealed class RepeatedParameterException(string name) : FormatException($"The parameter {name} came more than once.");
