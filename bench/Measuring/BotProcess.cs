using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DiGiBachat.Bench.Load;
using DiGiBachat.Bench.Seeding;

namespace DiGiBachat.Bench.Measuring;

/// <summary>The bot as it runs in production, as a child of this process: Release, environment Production, its own log in a file.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);
    private static readonly List<BotProcess> Running = [];
    private readonly Process process;

    private BotProcess(Process process, BenchAccount account)
    {
        this.process = process;
        Account = account;
        lock (Running)
            Running.Add(this);
    }

    /// <summary>For a bench that is told to end at once.</summary>
    public static void KillAll()
    {
        lock (Running)
            Running.ForEach(bot => bot.process.Kill());
    }

    public BenchAccount Account { get; }
    public int ProcessId => process.Id;
    public bool HasEnded => process.HasExited;

    /// <summary>Where this repository's bot is built, beside the bench.</summary>
    public static string OwnBuild =>
        Path.Combine(Root(), "src", "Bot", "bin", "Release", "net10.0");

    /// <param name="connection">What the bot gets as its connection string: the database itself, or the recorder before it.</param>
    /// <param name="variables">Of the environment, beside the usual.</param>
    /// <param name="build">Another build of the bot, to compare with; null for this repository's.</param>
    public static async Task<BotProcess> StartAsync(
        BenchDatabase database,
        string connection,
        (bool Jobs, string TwilioApi) outside,
        IReadOnlyList<string> variables,
        string? build = null
    )
    {
        var account = new BenchAccount(
            "AC" + new string('b', 32),
            new string('t', 32),
            "https://bench.example",
            FreePort()
        );
        var bot = Path.GetFullPath(build ?? OwnBuild);
        var program = Path.Combine(bot, "DiGiBachat.Bot.dll");
        if (!File.Exists(program))
            throw new InvalidOperationException(
                $"{program} is missing: dotnet build bench --configuration Release makes it."
            );
        var log = Path.Combine(database.Folder, build is null ? "bot.log" : "other.log");
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "exec dotnet \"$0\" > \"$1\" 2>&1", program, log]
        )
        {
            WorkingDirectory = bot,
        };
        foreach (var (name, value) in Settings(database, connection, account, outside))
            start.Environment[name] = value;
        foreach (var variable in variables)
            start.Environment[variable[..variable.IndexOf('=', StringComparison.Ordinal)]] =
                variable[(variable.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var process = Process.Start(start)!;
        var started = new BotProcess(process, account);
        try
        {
            await started.WaitUntilReadyAsync(log);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the bot to end, and ends it if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (Running)
            Running.Remove(this);
        if (!process.HasExited)
        {
            await Signals.SendAsync(process.Id, "TERM");
            using var patience = new CancellationTokenSource(StopPatience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
        process.Dispose();
    }

    private static Dictionary<string, string> Settings(
        BenchDatabase database,
        string connection,
        BenchAccount account,
        (bool Jobs, string TwilioApi) outside
    ) =>
        new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = string.Create(
                CultureInfo.InvariantCulture,
                $"http://127.0.0.1:{account.Port}"
            ),
            ["ConnectionStrings__Bachat"] = connection,
            ["Bot__PublicUrl"] = account.PublicUrl,
            ["Bot__DataKeys"] = database.Keys.ToSetting(),
            ["Bot__Jobs"] = outside.Jobs ? "true" : "false",
            // A made-up member writes eight messages in a tenth of a second.
            ["Bot__MessagesAMinute"] = "600",
            ["Twilio__AccountSid"] = account.Sid,
            ["Twilio__AuthToken"] = account.Token,
            ["Twilio__ApiUrl"] = outside.TwilioApi,
            ["Twilio__WhatsAppFrom"] = BenchAccount.WhatsAppNumber,
            ["Twilio__SmsFrom"] = BenchAccount.SmsNumber,
        };

    private async Task WaitUntilReadyAsync(string log)
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The bot ended at once:\n{Tail(log)}");
            if (clock.Elapsed > StartPatience)
                throw new InvalidOperationException(
                    $"The bot is not ready after {StartPatience.TotalSeconds:0} s:\n{Tail(log)}"
                );
            try
            {
                using var answer = await client.GetAsync(
                    new Uri($"http://127.0.0.1:{Account.Port}/healthz")
                );
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }

    private static string Tail(string log) =>
        File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(15)) : "";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiGiBachat.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("The bench runs from within the repository.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
