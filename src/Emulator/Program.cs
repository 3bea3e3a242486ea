using DiGiBachat.Emulator;

const string Usage = """
    Stands in for Twilio and for people's phones.

      (nothing)                                  serves the page with the phones
      chat +919800000001 [--sms|--whatsapp]      one phone in the terminal, of a running emulator
      play FILE [--emulator URL]                 plays a conversation into a running emulator
      load --senders N --rate M --seconds S      M messages a second from N phones, straight at the bot
           [--script FILE] [--log FILE] [--whatsapp] [--first +919900000001] [--force]

    Settings: Emulator:Url, Emulator:BotUrl, Emulator:BotPublicUrl, Twilio:AccountSid, Twilio:AuthToken, Twilio:WhatsAppFrom,
    Twilio:SmsFrom, each also as an environment variable with __ for the colon. The account's defaults are read from .data/twilio.json.
    """;

var verb = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal) ? first : "serve";
if (verb is not "serve" || args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return args.Contains("--help") ? 0 : 1;
}
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var (options, problems) = EmulatorOptions.Read(configuration, Directory.GetCurrentDirectory());
foreach (var problem in problems)
    await Console.Error.WriteLineAsync(problem);
return options is null ? 1 : await EmulatorHost.ServeAsync(options);
