using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DiGiBachat.Persistence;

/// <summary>PostgreSQL's own programs on this machine, and how they are run: as an ordinary user, for they refuse root.</summary>
internal sealed record LocalPostgresPrograms(string Folder, int Major)
{
    public const int OldestMajor = 15;

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The newest there are, or those of the major version that made the data.</summary>
    public static LocalPostgresPrograms Find(
        LocalPostgresOptions options,
        LocalPostgresFolder folder
    )
    {
        var found = (options.ProgramFolders ?? [.. OnThisMachine()])
            .Select(Resolve)
            .OfType<string>()
            .Distinct()
            .Select(bin => new LocalPostgresPrograms(bin, MajorOf(bin)))
            .Where(programs => programs.Major >= OldestMajor)
            .OrderByDescending(programs => programs.Major)
            .ToList();
        if (found.Count == 0)
        {
            throw LocalPostgresProblem.ProgramsMissing(OldestMajor);
        }

        return folder.Major is not { } wanted
            ? found[0]
            : found.Find(programs => programs.Major == wanted)
                ?? throw LocalPostgresProblem.OtherMajor(
                    folder.Root,
                    wanted,
                    string.Join(", ", found.Select(p => p.Major))
                );
    }

    /// <summary>Runs one of them to its end; <paramref name="user"/> null is ourselves.</summary>
    public Task<(int Code, string Output)> RunAsync(
        string? user,
        string program,
        params string[] arguments
    ) => RunProgramAsync(user, Path.Combine(Folder, program), arguments);

    public static async Task<(int Code, string Output)> RunProgramAsync(
        string? user,
        string program,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (user is not null)
        {
            start.UserName = user;
        }

        // PGDATA, PGPORT and the like of whoever calls us belong to another server.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception e)
        {
            return (NotFound, e.Message);
        }
    }

    private const int NotFound = 127;

    private static IEnumerable<string> OnThisMachine()
    {
        foreach (
            var parent in new[]
            {
                "/usr/lib/postgresql",
                "/opt/homebrew/opt",
                "/usr/local/opt",
                "/usr",
            }
        )
        {
            foreach (
                var version in Directory.Exists(parent)
                    ? Directory.EnumerateDirectories(parent, "*")
                    : []
            )
            {
                var name = Path.GetFileName(version);
                if (
                    parent == "/usr/lib/postgresql"
                    || name.StartsWith("postgresql@", StringComparison.Ordinal)
                    || name.StartsWith("pgsql-", StringComparison.Ordinal)
                )
                {
                    yield return Path.Combine(version, "bin");
                }
            }
        }

        foreach (
            var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
                ':',
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            yield return folder;
        }

        var (code, output) = RunProgramAsync(null, "pg_config", "--bindir")
            .GetAwaiter()
            .GetResult();
        if (code == 0)
        {
            yield return output.Trim();
        }
    }

    /// <summary>The folder the programs are really in: /usr/local/bin/initdb may be a link to a version's own folder.</summary>
    private static string? Resolve(string folder)
    {
        var initdb = Path.Combine(folder, Needed[0]);
        if (!File.Exists(initdb))
        {
            return null;
        }

        var real = Path.GetDirectoryName(
            File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb
        )!;
        return Needed.All(program => File.Exists(Path.Combine(real, program))) ? real : null;
    }

    /// <summary>From "initdb (PostgreSQL) 15.18 (Debian …)"; 0 when it says something else.</summary>
    private static int MajorOf(string bin)
    {
        var (_, output) = RunProgramAsync(null, Path.Combine(bin, Needed[0]), "--version")
            .GetAwaiter()
            .GetResult();
        var digits = output
            .Split(") ", 2)
            .ElementAtOrDefault(1)
            ?.TakeWhile(char.IsAsciiDigit)
            .ToArray();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : 0;
    }
}
