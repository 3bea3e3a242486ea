using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DiGiBachat.Tests.Shared;

/// <summary>
/// The bot as a program of its own, as operators start it: what it was built to, with settings in its environment. It can be killed
/// and started again on the same port; its last words are kept for whoever looks why it did not start.
/// </summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int KeptLines = 60;
    private const string Program = "DiGiBachat.Bot.dll";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log;

    private BotProcess(Process process, ConcurrentQueue<string> log)
    {
        this.process = process;
        this.log = log;
    }

    public string Log => string.Join('\n', log);

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Serves; returns when it listens. Settings are named as on the command line, "Bot:PublicUrl".</summary>
    public static async Task<BotProcess> ServeAsync(string environment, int port, IReadOnlyDictionary<string, string> settings)
    {
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new ConcurrentQueue<string>();
        var process = Start([], environment, settings.Append(new("ASPNETCORE_URLS", $"http://127.0.0.1:{port}")), Hear);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listens.TrySetException(new InvalidOperationException($"The bot has stopped:\n{string.Join('\n', log)}"));
        var bot = new BotProcess(process, log);
        try
        {
            await listens.Task.WaitAsync(Patience);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        void Hear(string line)
        {
            log.Enqueue(line);
            if (log.Count > KeptLines)
                log.TryDequeue(out _);
            if (line.Contains("Now listening", StringComparison.Ordinal))
                listens.TrySetResult();
        }
    }

    /// <summary>Runs one of its commands to the end: the exit code and all that it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string command, string environment, IReadOnlyDictionary<string, string> settings)
    {
        var said = new ConcurrentQueue<string>();
        using var process = Start([command], environment, settings, said.Enqueue);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, string.Join('\n', said));
    }

    /// <summary>SIGKILL: the program cannot say a word.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static Process Start(
        IEnumerable<string> arguments,
        string environment,
        IEnumerable<KeyValuePair<string, string>> settings,
        Action<string> hear
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, Program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Take(string? line)
        {
            if (line is not null)
                hear(line);
        }
    }
}
