using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Persistence.Turns;

/// <summary>The chain of a group's audit log: each event's hash covers the one before, so that none can be changed or left out.</summary>
internal static class EventChain
{
    public const int HashLength = 32;

    /// <summary>SHA-256 over the previous hash, the event's number, instant, actor and kind, and its JSON in plain (so that sealing it
    /// anew changes nothing).</summary>
    public static byte[] Hash(byte[] previous, EventLine line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> fixedPart = stackalloc byte[8 + 8 + 16 + 4];
        BinaryPrimitives.WriteInt64BigEndian(fixedPart, line.Number);
        // PostgreSQL keeps microseconds; the hash must cover what comes back.
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[8..], line.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        (line.ByPerson ?? Guid.Empty).TryWriteBytes(fixedPart[16..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(fixedPart[32..], line.ByMember ?? 0);
        hash.AppendData(fixedPart);
        hash.AppendData(Encoding.UTF8.GetBytes(line.Kind));
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(line.Data));
        return hash.GetHashAndReset();
    }
}

/// <summary>An event as it stands in the log, in plain.</summary>
internal sealed record EventLine(long Number, DateTimeOffset At, Guid? ByPerson, int? ByMember, string Kind, string Data);
