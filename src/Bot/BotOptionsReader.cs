using System.Globalization;
using System.Text.RegularExpressions;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Persistence.Protection;

namespace DiGiBachat.Bot;

/// <summary>Reads the settings and says of each that is missing or wrong, in a sentence, which and why.</summary>
public sealed partial class BotOptionsReader(IConfiguration configuration, bool isProduction)
{
    public const int MinSecretCharacters = 16;
    private readonly List<string> complaints = [];

    /// <summary>The options, or null with every complaint; the values themselves never stand in one.</summary>
    public static BotOptions? Read(IConfiguration configuration, bool isProduction, out IReadOnlyList<string> complaints)
    {
        var reader = new BotOptionsReader(configuration, isProduction);
        var options = reader.Read();
        complaints = reader.complaints;
        return complaints.Count == 0 ? options : null;
    }

    private BotOptions Read()
    {
        var publicUrl = Url("Bot:PublicUrl", httpsInProduction: true);
        if (publicUrl is not null && (publicUrl.Query.Length > 0 || publicUrl.Fragment.Length > 0))
            complaints.Add("Bot:PublicUrl must end with a host or a path; it has a query or a fragment.");
        var keys = Keys();
        var sms = Sms();
        var twilio = Twilio(sms is not null);
        var connection = Given("ConnectionStrings:Bachat");
        if (connection is null && isProduction)
            complaints.Add("ConnectionStrings:Bachat is missing: in Production a PostgreSQL connection string must be set.");
        return new BotOptions(publicUrl!, keys!, twilio, sms, connection, MessagesAMinute()) { QuietHours = Given("Bot:QuietHours") != "off" };
    }

    private DataKeys? Keys()
    {
        try
        {
            return DataKeys.Parse(Given(DataKeys.Setting));
        }
        catch (DataKeysProblem problem)
        {
            complaints.Add(problem.Message);
            return null;
        }
    }

    private TwilioOptions? Twilio(bool smsGateway)
    {
        if (smsGateway && !configuration.GetSection("Twilio").GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value)))
            return null;
        var sid = Required("Twilio:AccountSid", "the account's id, AC and 32 hexadecimal digits");
        if (sid is not null && !AccountSid().IsMatch(sid))
            complaints.Add("Twilio:AccountSid is not AC and 32 lower-case hexadecimal digits.");
        var token = Required("Twilio:AuthToken", "the account's token");
        var secondary = Given("Twilio:SecondaryAuthToken");
        foreach (var (name, value) in new[] { ("Twilio:AuthToken", token), ("Twilio:SecondaryAuthToken", secondary) })
        {
            if (value?.Length < MinSecretCharacters)
                complaints.Add($"{name} is shorter than {MinSecretCharacters} characters.");
        }
        var api = Given("Twilio:ApiUrl") is null ? TwilioOptions.PublicApi : Url("Twilio:ApiUrl", httpsInProduction: true);
        var whatsApp = Number("Twilio:WhatsAppFrom", "whatsapp:");
        var sms = Number("Twilio:SmsFrom", "");
        if (Given("Twilio:WhatsAppFrom") is null && Given("Twilio:SmsFrom") is null)
            complaints.Add("Twilio:WhatsAppFrom and Twilio:SmsFrom are both missing: set at least one number of ours.");
        return new TwilioOptions(sid ?? "", token ?? "", secondary, api ?? TwilioOptions.PublicApi, whatsApp, sms);
    }

    private SmsOptions? Sms()
    {
        if (Given("Sms:Url") is null && Given("Sms:Secret") is null)
            return null;
        var url = Url("Sms:Url", httpsInProduction: false);
        var secret = Required("Sms:Secret", "the secret that the gateway and we sign with");
        if (secret?.Length < MinSecretCharacters)
            complaints.Add($"Sms:Secret is shorter than {MinSecretCharacters} characters.");
        var answers = Given("Sms:AnswersInResponse") ?? "false";
        if (!bool.TryParse(answers, out var inResponse))
            complaints.Add("Sms:AnswersInResponse is neither true nor false.");
        return url is null || secret is null ? null : new SmsOptions(url, secret, inResponse);
    }

    private int MessagesAMinute()
    {
        if (Given("Bot:MessagesAMinute") is not { } text)
            return RateLimit.DefaultMessagesAMinute;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000)
            return number;
        complaints.Add("Bot:MessagesAMinute is not a whole number from 1 to 100000.");
        return RateLimit.DefaultMessagesAMinute;
    }

    private string? Number(string name, string prefix)
    {
        if (Given(name) is not { } text)
            return null;
        var number = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        if (!Phone().IsMatch(number))
            complaints.Add($"{name} is not a number with + and its country's code.");
        return prefix + number;
    }

    private Uri? Url(string name, bool httpsInProduction)
    {
        if (Required(name, "an address such as https://bot.example.org") is not { } text)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            complaints.Add($"{name} is not an address that begins with https:// or http://.");
            return null;
        }
        if (isProduction && httpsInProduction && url.Scheme != "https" && !url.IsLoopback)
            complaints.Add($"{name} must begin with https:// in Production.");
        return url;
    }

    private string? Required(string name, string what)
    {
        var value = Given(name);
        if (value is null)
            complaints.Add($"{name} is missing: set {what}.");
        return value;
    }

    private string? Given(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    [GeneratedRegex("^AC[0-9a-f]{32}\\z")]
    private static partial Regex AccountSid();

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z")]
    private static partial Regex Phone();
}
