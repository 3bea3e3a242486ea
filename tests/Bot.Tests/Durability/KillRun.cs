using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Tests.Shared;

[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]

namespace DiGiBachat.Bot.Tests.Durability;

/// <summary>A durable database and a provider that stay, and the bot that is killed and started again between them.</summary>
internal sealed class KillRun : IAsyncDisposable
{
    private const string Production = "Production";

    /// <summary>Only here the clock can be moved.</summary>
    private const string Development = "Development";

    private readonly DirectoryInfo folder;
    private readonly LocalPostgres postgres;
    private readonly CountingProvider provider;
    private readonly Dictionary<string, string> settings;
    private readonly int port;
    private BotProcess bot = null!;

    private KillRun(DirectoryInfo folder, LocalPostgres postgres, CountingProvider provider)
    {
        this.folder = folder;
        this.postgres = postgres;
        this.provider = provider;
        port = BotProcess.FreePort();
        Chatter = new Chatter(BotUrl);
        settings = new()
        {
            ["Bot:PublicUrl"] = Chatter.PublicUrl,
            ["Bot:DataKeys"] = DataKeys.Create().ToSetting(),
            ["Bot:DataFolder"] = folder.FullName,
            ["Bot:MessagesAMinute"] = "100000",
            ["ConnectionStrings:Bachat"] = postgres.ConnectionString,
            ["Twilio:AccountSid"] = Chatter.AccountSid,
            ["Twilio:AuthToken"] = Chatter.Token,
            ["Twilio:ApiUrl"] = provider.Url,
            ["Twilio:SmsFrom"] = Chatter.SmsFrom,
        };
    }

    public Chatter Chatter { get; }
    public Book Book => new(postgres.ConnectionString);
    public IReadOnlyList<Delivered> Delivered => provider.Taken;
    private string BotUrl => $"http://127.0.0.1:{port}";

    public static async Task<KillRun> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bachat-");
        // The server's own user has to pass.
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var postgres = await LocalPostgres.StartAsync(new(Path.Combine(folder.FullName, "postgres")) { Durable = true });
        var run = new KillRun(folder, postgres, await CountingProvider.StartAsync());
        var (code, said) = await BotProcess.RunAsync("migrate", Production, run.settings);
        code.Should().Be(0, said);
        await run.StartBotAsync(Production);
        return run;
    }

    /// <summary>Killed as it is in the middle of whatever it does, and started again.</summary>
    public Task KillAsync() => KillAsync(Production);

    /// <summary>
    /// A day passes, in which every lease that a killed sender left runs out; returns when nothing waits to be sent any more.
    /// </summary>
    public async Task EmptyOutboxAsync()
    {
        await KillAsync(Development);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        using var moved = await http.PostAsync($"{BotUrl}/dev/clock", Json($$"""{"now":"{{tomorrow:O}}"}"""));
        moved.EnsureSuccessStatusCode();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Book.CountAsync("SELECT count(*) FROM outbox WHERE status = 0") > 0)
            await look.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>The bot's own audit, as an operator runs it.</summary>
    public Task<(int Code, string Said)> AuditAsync() => BotProcess.RunAsync("audit", Production, settings);

    public async ValueTask DisposeAsync()
    {
        Chatter.Dispose();
        await bot.DisposeAsync();
        await provider.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task KillAsync(string next)
    {
        Chatter.Close();
        await bot.KillAsync();
        await bot.DisposeAsync();
        await StartBotAsync(next);
    }

    private async Task StartBotAsync(string environment)
    {
        bot = await BotProcess.ServeAsync(environment, port, settings);
        Chatter.Open();
    }

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
