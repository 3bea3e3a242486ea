using System.Text.Json;
using System.Text.RegularExpressions;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Emulator;

/// <summary>
/// Where the emulator listens, which bot it talks to, and the Twilio account it plays.
/// <paramref name="BotPublicUrl"/> is the address the bot believes it has: webhooks are signed for it.
/// </summary>
public sealed partial record EmulatorOptions(
    string Url,
    string BotUrl,
    string BotPublicUrl,
    string AccountSid,
    string AuthToken,
    string WhatsAppFrom,
    string SmsFrom
)
{
    public const string DefaultUrl = "http://127.0.0.1:5280";
    public const string DefaultBotUrl = "http://127.0.0.1:5180";

    /// <summary>The settings, or one sentence per setting that is missing or wrong.</summary>
    public static (EmulatorOptions? Options, IReadOnlyList<string> Problems) Read(IConfiguration configuration, string folder)
    {
        var problems = new List<string>();
        var account = AccountFile(folder, problems);
        string Setting(string name, string? otherwise = null) => configuration[name] is { Length: > 0 } set ? set : otherwise ?? "";
        string Twilio(string name, string key) => Setting($"Twilio:{name}", account.GetValueOrDefault(key));

        var botUrl = Setting("Emulator:BotUrl", DefaultBotUrl).TrimEnd('/');
        var options = new EmulatorOptions(
            Setting("Emulator:Url", DefaultUrl).TrimEnd('/'),
            botUrl,
            Setting("Emulator:BotPublicUrl", botUrl).TrimEnd('/'),
            Twilio("AccountSid", "accountSid"),
            Twilio("AuthToken", "authToken"),
            Bare(Twilio("WhatsAppFrom", "whatsAppFrom")),
            Bare(Twilio("SmsFrom", "smsFrom"))
        );
        options.Check(problems);
        return problems.Count == 0 ? (options, problems) : (null, problems);
    }

    private void Check(List<string> problems)
    {
        foreach (var (name, value) in new[] { ("Emulator:Url", Url), ("Emulator:BotUrl", BotUrl), ("Emulator:BotPublicUrl", BotPublicUrl) })
            if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                problems.Add($"{name} is \"{value}\"; it must be an http or https address such as {DefaultUrl}.");
        if (!AccountSidShape().IsMatch(AccountSid))
            problems.Add(Missing("Twilio:AccountSid", AccountSid, "AC and 32 hexadecimal digits"));
        if (AuthToken.Length == 0)
            problems.Add(Missing("Twilio:AuthToken", AuthToken, "the account's token"));
        foreach (var (name, value) in new[] { ("Twilio:WhatsAppFrom", WhatsAppFrom), ("Twilio:SmsFrom", SmsFrom) })
            if (!PhoneNumbers.IsE164(value))
                problems.Add(Missing(name, value, "a number such as +14155238886"));
    }

    private static string Missing(string name, string value, string shape) =>
        value.Length == 0
            ? $"{name} is not set and no .data/twilio.json names it: start the bot once in Development, or set {name} to {shape}."
            : $"{name} is \"{value}\"; it must be {shape}.";

    private static string Bare(string address) => address.StartsWith("whatsapp:", StringComparison.Ordinal) ? address["whatsapp:".Length..] : address;

    /// <summary>The account that the bot made for itself in Development: .data/twilio.json here or in a folder above.</summary>
    private static Dictionary<string, string> AccountFile(string folder, List<string> problems)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, ".data", "twilio.json");
            if (!File.Exists(path))
                continue;
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllText(path));
                return document
                    .RootElement.EnumerateObject()
                    .Where(property => property.Value.ValueKind == JsonValueKind.String)
                    .ToDictionary(property => property.Name, property => property.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                problems.Add($"{path} cannot be read ({e.Message}).");
                return [];
            }
        }
        return [];
    }

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$")]
    private static partial Regex AccountSidShape();
}
