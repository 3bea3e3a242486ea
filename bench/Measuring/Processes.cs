using System.Diagnostics;
using System.Globalization;

namespace DiGiBachat.Bench.Measuring;

/// <summary>CPU seconds and memory of processes, as Linux counts them.</summary>
internal static class Processes
{
    private const double TicksPerSecond = 100;

    /// <summary>Of one process and its children, in CPU seconds since they began.</summary>
    public static double CpuWithChildren(int process) => Family(process).Sum(CpuOf);

    public static double CpuOf(int process)
    {
        var fields = Fields(process);
        return fields.Length == 0 ? 0 : (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    /// <summary>Resident memory in MiB.</summary>
    public static double MemoryOf(int process)
    {
        const string Resident = "VmRSS:";
        var line = File.ReadLines($"/proc/{process}/status")
            .First(l => l.StartsWith(Resident, StringComparison.Ordinal));
        return Number(line[Resident.Length..].Replace("kB", "", StringComparison.Ordinal).Trim())
            / 1024;
    }

    public static string Load() =>
        string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    /// <summary>CPU seconds that the whole machine has worked, whoever it was for.</summary>
    public static double CpuOfMachine()
    {
        var fields = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(Number)
            .ToList();
        const int Idle = 3;
        const int WaitingForDisk = 4;
        return (fields.Take(8).Sum() - fields[Idle] - fields[WaitingForDisk]) / TicksPerSecond;
    }

    private static IEnumerable<int> Family(int parent) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(process =>
                process == parent
                || (Fields(process) is { Length: > 2 } fields && (int)Number(fields[1]) == parent)
            );

    /// <summary>The fields behind the name, from the state on; empty when the process has gone.</summary>
    private static string[] Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Who used how much of the machine between two moments.</summary>
internal sealed record CpuSample(long At, double Bot, double Database, double Own, double Machine)
{
    public static CpuSample Take(int bot, int database)
    {
        using var own = Process.GetCurrentProcess();
        return new(
            Stopwatch.GetTimestamp(),
            bot == 0 ? 0 : Processes.CpuOf(bot),
            Processes.CpuWithChildren(database),
            own.TotalProcessorTime.TotalSeconds,
            Processes.CpuOfMachine()
        );
    }

    /// <summary>As shares of the whole machine: 1 is every core busy.</summary>
    public CpuShares Since(CpuSample before)
    {
        var available =
            Stopwatch.GetElapsedTime(before.At, At).TotalSeconds * Environment.ProcessorCount;
        return new(
            (Bot - before.Bot) / available,
            (Database - before.Database) / available,
            (Own - before.Own) / available,
            (Machine - before.Machine) / available
        );
    }
}

internal sealed record CpuShares(double Bot, double Database, double Generator, double Machine)
{
    /// <summary>All that was spent on turns: asking, answering, storing.</summary>
    public double Turns => Bot + Database + Generator;

    /// <summary>Work of others on the same machine, and the kernel's own.</summary>
    public double Others => Math.Max(0, Machine - Turns);
}
