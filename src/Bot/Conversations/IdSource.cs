using System.Security.Cryptography;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Conversations;

/// <summary>Where ids and invite codes come from: the system's own randomness. Nothing in Core draws any.</summary>
internal sealed class IdSource
{
    /// <summary>A UUIDv7 of the turn's instant.</summary>
    public Guid NewId(DateTimeOffset at) => Guid.CreateVersion7(at);

    /// <summary>8 characters of Crockford base32: 40 bits, so that nobody finds a group by guessing.</summary>
    public string NewInviteCode()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bits);
        return InviteCode.Of(BitConverter.ToUInt64(bits)).Text;
    }
}
