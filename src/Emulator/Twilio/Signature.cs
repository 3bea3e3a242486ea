using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Emulator.Twilio;

/// <summary>
/// X-Twilio-Signature: base64 of the HMAC-SHA1, under the account's token, of the address and every key with its values, keys sorted
/// ordinally; of a repeated key the distinct values, sorted.
/// </summary>
public static class Signature
{
    public const string Header = "X-Twilio-Signature";

    public static string Of(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var text = new StringBuilder(url);
        foreach (var field in form.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal))
        foreach (var value in field.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append(field.Key).Append(value);
#pragma warning disable CA5350 // Twilio's scheme, not a choice of ours
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }
}
