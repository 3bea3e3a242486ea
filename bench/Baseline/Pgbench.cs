using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DiGiBachat.Bench.Measuring;
using DiGiBachat.Bench.Seeding;
using Npgsql;

namespace DiGiBachat.Bench.Baseline;

/// <summary>Turns a second of pgbench, and who used the machine meanwhile.</summary>
internal sealed record PgbenchFigures(double Rate, CpuShares Cpu);

/// <summary>pgbench as a child, with the same settings of the connection that the bot's turns have.</summary>
internal sealed partial class Pgbench(BenchDatabase database, BenchOptions options)
{
    private const string Settings = "-c plan_cache_mode=force_generic_plan -c jit=off";
    private const int Threads = 2;
    private const int LinesKept = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<PgbenchFigures> RunAsync(PgbenchScript script)
    {
        var file = Path.Combine(database.Folder, $"{script.Name}.pgbench");
        await File.WriteAllTextAsync(file, script.Text);
        using var process =
            Process.Start(Start(script, file))
            ?? throw new InvalidOperationException("pgbench did not start.");
        var said = new List<string>();
        var rates = new List<double>();
        CpuSample? before = null;
        CpuSample? after = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // --progress goes to the error stream, which is this one too: see Start.
            if (Progress().Match(line) is not { Success: true } progress)
            {
                said.Add(line);
                continue;
            }
            var second = double.Parse(progress.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (second < options.WarmUpSeconds - 0.5)
                continue;
            if (before is null)
            {
                before = CpuSample.Take(process.Id, database.ProcessId);
                continue;
            }
            rates.Add(double.Parse(progress.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
            after = CpuSample.Take(process.Id, database.ProcessId);
        }
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        if (process.ExitCode != 0 || before is null || after is null)
            throw new InvalidOperationException(
                $"pgbench failed ({process.ExitCode}):\n{string.Join('\n', said.TakeLast(LinesKept))}"
            );
        var cpu = after.Since(before);
        return new(
            rates.Average() * script.Turns,
            cpu with
            {
                Bot = 0,
                Generator = cpu.Bot + cpu.Generator,
            }
        );
    }

    private ProcessStartInfo Start(PgbenchScript script, string file)
    {
        var to = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var groups = options.Groups / 2;
        List<string> arguments =
        [
            "-h",
            to.Host!,
            "-p",
            to.Port.ToString(CultureInfo.InvariantCulture),
            "-U",
            to.Username!,
            "--no-vacuum",
            "--protocol=prepared",
            "--progress=1",
            $"--client={options.Clients}",
            $"--jobs={Threads}",
            $"--time={options.WarmUpSeconds + options.Seconds}",
            $"--file={file}",
            $"--define=clients={options.Clients}",
            $"--define=draws={groups / (options.Clients * script.People)}",
            .. script.Constants.Select(c => $"--define={c.Value}={c.Key}"),
            to.Database!,
        ];
        // Progress is written to the error stream; a shell puts it where it can be read line by line beside the rest.
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "exec \"$0\" \"$@\" 2>&1", Program(), .. arguments]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PGOPTIONS"] = Settings;
        if (to.Password is { Length: > 0 } password)
            start.Environment["PGPASSWORD"] = password;
        return start;
    }

    private static string Program() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin", "pgbench"))
                .Where(File.Exists)
                .OrderDescending()
                .FirstOrDefault("pgbench")
            : "pgbench";

    [GeneratedRegex(@"^progress: ([0-9.]+) s, ([0-9.]+) tps")]
    private static partial Regex Progress();
}
