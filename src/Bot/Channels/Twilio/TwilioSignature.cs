using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>
/// Twilio signs the address it called and every parameter it sent with the account's token. The address is the public one, which a
/// balancer may have rewritten, so it is tried as configured, without its port and with the standard port. While a token is changed
/// two are accepted.
/// </summary>
public sealed class TwilioSignature
{
    private const string BodyHashParameter = "bodySHA256=";
    private const int MacBytes = 20;
    private readonly byte[][] tokens;

    public TwilioSignature(string token, string? secondaryToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        tokens = string.IsNullOrWhiteSpace(secondaryToken)
            ? [Encoding.UTF8.GetBytes(token)]
            : [Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(secondaryToken)];
    }

    /// <summary>Whether the signature covers this address and all of these parameters; <paramref name="url"/> has its raw query.</summary>
    public bool IsValid(string url, TwilioForm form, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        Span<byte> given = stackalloc byte[MacBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != MacBytes)
            return false;
        var parameters = form.Signed();
        foreach (var variant in Variants(url))
        {
            var prefix = Encoding.UTF8.GetByteCount(variant);
            var text = new byte[prefix + parameters.Length];
            Encoding.UTF8.GetBytes(variant, text);
            parameters.CopyTo(text.AsSpan(prefix));
            if (IsSignedByAToken(text, given))
                return true;
        }
        return false;
    }

    /// <summary>The same for a body that is not a form: its SHA-256 stands in the query, which the signature covers.</summary>
    public bool IsValidBody(string url, ReadOnlySpan<byte> body, string? signature)
    {
        var at = url.IndexOf(BodyHashParameter, StringComparison.Ordinal);
        if (at < 1 || url[at - 1] is not ('?' or '&'))
            return false;
        var start = at + BodyHashParameter.Length;
        var end = url.IndexOf('&', start);
        var stated = Encoding.UTF8.GetBytes(url[start..(end < 0 ? url.Length : end)]);
        var actual = Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
        return CryptographicOperations.FixedTimeEquals(stated, actual) && IsValid(url, TwilioForm.Empty, signature);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The provider's protocol; an HMAC does not need a collision-free hash.")]
    private bool IsSignedByAToken(ReadOnlySpan<byte> text, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[MacBytes];
        var signed = false;
        foreach (var token in tokens)
        {
            HMACSHA1.HashData(token, text, expected);
            signed |= CryptographicOperations.FixedTimeEquals(expected, given);
        }
        return signed;
    }

    private static IEnumerable<string> Variants(string url)
    {
        yield return url;
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (host < 3)
            yield break;
        var hostEnd = url.IndexOfAny(['/', '?', '#'], host);
        hostEnd = hostEnd < 0 ? url.Length : hostEnd;
        var user = url.LastIndexOf('@', hostEnd - 1, hostEnd - host);
        var colon = url.LastIndexOf(':', hostEnd - 1, hostEnd - host);
        var hasPort = colon > user && colon > url.LastIndexOf(']', hostEnd - 1, hostEnd - host);
        var bare = hasPort ? url[..colon] : url[..hostEnd];
        if (hasPort)
            yield return bare + url[hostEnd..];
        yield return bare + (url.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80") + url[hostEnd..];
    }
}
