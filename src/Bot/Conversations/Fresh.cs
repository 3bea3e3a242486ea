using System.Security.Cryptography;

namespace DiGiBachat.Bot.Conversations;

/// <summary>Where ids and invite codes come from: the system's own randomness. Nothing in Core draws any.</summary>
internal static class Fresh
{
    /// <summary>A UUIDv7 of the turn's instant.</summary>
    public static Guid Id(DateTimeOffset at) => Guid.CreateVersion7(at);

    /// <summary>The salt of a PIN.</summary>
    public static byte[] Salt() => RandomNumberGenerator.GetBytes(Core.Groups.PinHash.SaltBytes);

    /// <summary>8 characters of Crockford base32: 40 bits, so that nobody finds a group by guessing.</summary>
    public static string InviteCode()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        while (true)
        {
            RandomNumberGenerator.Fill(bits);
            var code = Core.Payments.InviteCode.Of(BitConverter.ToUInt64(bits)).Text;
            // With a digit it is told from two words, however it is typed; one code in twenty has none.
            if (code.Any(char.IsAsciiDigit))
                return code;
        }
    }
}
