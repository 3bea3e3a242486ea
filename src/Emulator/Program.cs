using DiGiBachat.Emulator;
using DiGiBachat.Emulator.Phones;
using DiGiBachat.Emulator.Terminal;
using DiGiBachat.Emulator.Twilio;

const string Usage = """
    Stands in for Twilio and for people's phones.

      (nothing)                                  serves the page with the phones
      chat +919800000001 [--sms|--whatsapp]      one phone in the terminal, of a running emulator (--emulator URL)
      play FILE                                  plays a conversation into a running emulator (--emulator URL)
      load --senders N --rate M --seconds S      M messages a second from N phones, straight at the bot
           [--script FILE] [--log FILE] [--whatsapp] [--first +919900000001] [--force]

    Settings: Emulator:Url, Emulator:BotUrl, Emulator:BotPublicUrl, Twilio:AccountSid, Twilio:AuthToken, Twilio:WhatsAppFrom,
    Twilio:SmsFrom, each as --Name:Name=value or as an environment variable with __ for the colon. The account's defaults are read
    from .data/twilio.json, here or in a folder above.
    """;

var isVerb = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal);
var verb = isVerb ? args[0] : "serve";
var words = isVerb ? args[1..] : args;
if (args.Contains("--help") || verb == "help")
{
    Console.WriteLine(Usage);
    return 0;
}
using var stopping = new CancellationTokenSource();
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. words.Where(Arguments.IsSetting)]).Build();
try
{
    return verb switch
    {
        "serve" => await ServeAsync(),
        "chat" => await ChatAsync(),
        "play" => await PlayAsync(),
        "load" => await LoadAsync(),
        _ => throw new CommandException($"There is no command \"{verb}\". There are: chat, play, load; without one the page is served."),
    };
}
catch (CommandException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 1;
}

EmulatorOptions Settings()
{
    var (options, problems) = EmulatorOptions.Read(configuration, Directory.GetCurrentDirectory());
    return options ?? throw new CommandException(string.Join('\n', problems));
}

async Task<int> ServeAsync()
{
    new Arguments(words, [], []).NoValues();
    return await EmulatorHost.ServeAsync(Settings());
}

EmulatorClient Emulator(Arguments arguments)
{
    var url = (arguments.Option("--emulator") ?? configuration["Emulator:Url"] ?? EmulatorOptions.DefaultUrl).TrimEnd('/');
    if (!Uri.TryCreate(url, UriKind.Absolute, out _))
        throw new CommandException($"\"{url}\" is not an address such as {EmulatorOptions.DefaultUrl}.");
    StopOnCtrlC();
    return new EmulatorClient(EmulatorHost.Http(), url);
}

async Task<int> ChatAsync()
{
    var arguments = new Arguments(words, ["--emulator"], ["--sms", "--whatsapp"]);
    var number = arguments.TheOnlyValue("whose phone: chat +919800000001");
    PhoneChannel? channel = arguments.Has("--sms") ? PhoneChannel.Sms : arguments.Has("--whatsapp") ? PhoneChannel.WhatsApp : null;
    return await new Chat(Emulator(arguments), number, channel).RunAsync(stopping.Token);
}

async Task<int> PlayAsync()
{
    var arguments = new Arguments(words, ["--emulator"], []);
    var file = arguments.TheOnlyValue("which file to play: play FILE");
    if (!File.Exists(file))
        throw new CommandException($"There is no file {file}.");
    var (steps, problems) = PlayScript.Read(File.ReadLines(file));
    if (problems.Count > 0)
        throw new CommandException(string.Join('\n', problems.Select(problem => $"{file}, {problem}")));
    return await new Play(Emulator(arguments), steps, TimeProvider.System).RunAsync(stopping.Token);
}

async Task<int> LoadAsync()
{
    var arguments = new Arguments(words, LoadOptions.Options, LoadOptions.Switches);
    var load = LoadOptions.Read(arguments);
    var options = Settings();
    if (!new Uri(options.BotUrl).IsLoopback && !arguments.Has("--force"))
        throw new CommandException($"{options.BotUrl} is not on this machine. A load run there needs --force.");
    StopOnCtrlC();
    await using var log = load.LogFile is { } file ? new StreamWriter(file) { AutoFlush = true } : null;
    return await new Load(load, options, new WebhookClient(EmulatorHost.Http(), options), log, TimeProvider.System).RunAsync(stopping.Token);
}

void StopOnCtrlC() =>
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stopping.Cancel();
    };
