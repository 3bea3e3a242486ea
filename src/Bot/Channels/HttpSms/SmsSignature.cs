using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Bot.Channels.HttpSms;

/// <summary>Gateway and bot sign each other's bodies: lower-case hex of HMAC-SHA256 over the raw body in <c>X-Signature</c>.</summary>
public static class SmsSignature
{
    public const string Header = "X-Signature";

    public static string Of(string secret, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static bool IsValid(string secret, ReadOnlySpan<byte> body, string? signature) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Of(secret, body)),
            Encoding.UTF8.GetBytes(signature.ToLowerInvariant())
        );
}
