using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Bot.Tests.Channels;

/// <summary>Twilio's side of the signature, written apart from the bot's check of it.</summary>
internal static class Sign
{
    public static string Form(string token, string url, params (string Name, string Value)[] fields) =>
        Raw(token, url, [.. fields.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Value)))]);

    public static string Raw(string token, string url, params (string Name, byte[] Value)[] fields)
    {
        var text = new List<byte>(Encoding.UTF8.GetBytes(url));
        foreach (var (name, value) in fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            text.AddRange(Encoding.UTF8.GetBytes(name));
            text.AddRange(value);
        }
#pragma warning disable CA5350 // The provider's protocol.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), text.ToArray()));
#pragma warning restore CA5350
    }
}
