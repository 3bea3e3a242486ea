using System.Diagnostics;
using System.Globalization;

namespace DiGiBachat.Persistence;

/// <summary>What PostgreSQL writes about itself into <c>postmaster.pid</c>: the process, where it listens and how far it is.</summary>
internal sealed record LocalPostgresPidFile(
    int ProcessId,
    int Port,
    string SocketFolder,
    string Status
)
{
    private const int ProcessLine = 0;
    private const int PortLine = 3;
    private const int SocketLine = 4;
    private const int StatusLine = 7;

    public bool IsReady => Status == "ready";

    /// <summary>Null when there is no file, or it is still being written.</summary>
    public static LocalPostgresPidFile? Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return
            lines.Length > PortLine
            && Number(lines[ProcessLine]) is { } process
            && Number(lines[PortLine]) is { } port
            ? new(process, port, Line(lines, SocketLine), Line(lines, StatusLine))
            : null;
    }

    /// <summary>
    /// Whether a PostgreSQL is at work in this cluster: the process of the file, or, after it was killed, one of its children.
    /// Process numbers are given again (in a container at once), so the number alone says nothing.
    /// </summary>
    public static bool IsPostgresOf(int processId, string cluster)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return NameOf(processId)?.StartsWith("postgres", StringComparison.Ordinal) == true;
        }

        return LinkTarget($"/proc/{processId}/cwd") == cluster
            && Path.GetFileName(LinkTarget($"/proc/{processId}/exe"))
                ?.StartsWith("postgres", StringComparison.Ordinal) == true;
    }

    /// <summary>True when any process at all works in the cluster's folder: then its lock file must stay.</summary>
    public static bool AnyoneAtWorkIn(string cluster) =>
        !Directory.Exists("/proc/self")
        || Directory
            .EnumerateDirectories("/proc")
            .Select(folder => Number(Path.GetFileName(folder)))
            .Any(id => id is { } process && IsPostgresOf(process, cluster));

    private static string? LinkTarget(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? NameOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Line(string[] lines, int index) =>
        index < lines.Length ? lines[index].Trim() : "";

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
