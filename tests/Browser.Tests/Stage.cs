using DiGiBachat.Emulator;
using DiGiBachat.Emulator.Phones;
using DiGiBachat.Emulator.Terminal;
using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace DiGiBachat.Browser.Tests;

[CollectionDefinition(Name)]
public sealed class OnStage : ICollectionFixture<Stage>
{
    public const string Name = "the bot, the emulator and a browser";
}

/// <summary>
/// Everything there is, as a newcomer has it: the bot as a program, the emulator with its page, a browser. On the page a group of three
/// has been founded by chat: Asha (admin, English) and Meera (treasurer, Hindi) on WhatsApp, Sunita (romanised Hindi) by SMS.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    public const string Sunita = "+919800000001";
    public const string Meera = "+919800000002";
    public const string Asha = "+919800000003";
    private const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string WhatsAppFrom = "+14155238886";
    private const string SmsFrom = "+15005550006";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bachat-");
    private readonly HttpClient http = EmulatorHost.Http();
    private TestDatabase database = null!;
    private BotProcess bot = null!;
    private WebApplication emulator = null!;

    public string BotUrl { get; private set; } = "";
    public string PageUrl { get; private set; } = "";
    internal Chromium Browser { get; private set; } = null!;
    internal EmulatorClient Phones { get; private set; } = null!;

    /// <summary>Where screenshots are put for people to look at.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(ProjectFolder(), "TestResults")).FullName;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create(url => PersistenceSetup.MigrateAsync(url, CancellationToken.None), "bot");
        var (botPort, pagePort) = (BotProcess.FreePort(), BotProcess.FreePort());
        BotUrl = $"http://127.0.0.1:{botPort}";
        PageUrl = $"http://127.0.0.1:{pagePort}";
        var starting = BotProcess.ServeAsync("Development", botPort, Settings());
        emulator = EmulatorHost.Build(new(PageUrl, BotUrl, BotUrl, AccountSid, Token, WhatsAppFrom, SmsFrom), TimeProvider.System);
        await emulator.StartAsync();
        Browser = await Chromium.StartAsync();
        bot = await starting;
        Phones = new EmulatorClient(http, PageUrl);
        await FoundAsync();
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        await emulator.DisposeAsync();
        await bot.DisposeAsync();
        await database.DisposeAsync();
        http.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The page with the phones, ready to be typed into.</summary>
    public async Task<IPage> OpenPhonesAsync(ColorScheme colours = ColorScheme.Light)
    {
        var page = await Browser.OpenAsync(colours);
        await page.GotoAsync(PageUrl);
        await page.Locator("#phones[data-ready=true]").WaitForAsync();
        return page;
    }

    /// <summary>Said past the page, for what a test takes for granted; the answers as one text.</summary>
    public async Task<string> SayAsync(string number, params string[] words)
    {
        var channel = number == Sunita ? PhoneChannel.Sms : PhoneChannel.WhatsApp;
        var answer = "";
        foreach (var word in words)
        {
            var exchange = await Phones.SayAsync(number, channel, word, CancellationToken.None);
            exchange.Message.ErrorText.Should().BeNull();
            answer = string.Join("\n\n", exchange.Answers.Select(a => a.Body));
        }
        return answer;
    }

    private async Task FoundAsync()
    {
        var founded = await SayAsync(Asha, "hi", "english", "Asha Pawar", "1", "2", "Saheli", "500", "1", "10", "saheli@okbank", "1", "1");
        var code = System.Text.RegularExpressions.Regex.Match(founded, "text=join%20([0-9A-Z]{8})").Groups[1].Value;
        code.Should().NotBeEmpty("founding a group ends with its invite link: {0}", founded);
        await SayAsync(Meera, "नमस्ते", "2", "मीरा जोशी", "1", "1", code, "1");
        await SayAsync(Sunita, $"join {code}", "3", "Sunita Devi", "1", "1");
        await SayAsync(Asha, "admit 2", "1", "admit 3", "1", "make meera treasurer", "1");
        await SayAsync(Meera, "cash 3 3000", "1", "1");
        await SayAsync(Asha, "cash 2 9000", "1", "1");
    }

    private Dictionary<string, string> Settings() =>
        new()
        {
            ["Bot:PublicUrl"] = BotUrl,
            ["Bot:DataKeys"] = DataKeys.Create().ToSetting(),
            ["Bot:DataFolder"] = folder.FullName,
            ["Bot:MessagesAMinute"] = "100000",
            ["ConnectionStrings:Bachat"] = database.ConnectionString,
            ["Twilio:AccountSid"] = AccountSid,
            ["Twilio:AuthToken"] = Token,
            ["Twilio:ApiUrl"] = PageUrl,
            ["Twilio:WhatsAppFrom"] = WhatsAppFrom,
            ["Twilio:SmsFrom"] = SmsFrom,
        };

    private static string ProjectFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at.GetFiles("*.csproj").Length == 0)
            at = at.Parent ?? throw new InvalidOperationException("The tests do not run from within their project.");
        return at.FullName;
    }
}
