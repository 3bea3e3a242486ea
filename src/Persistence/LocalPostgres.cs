using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DiGiBachat.Persistence;

/// <summary>
/// A private PostgreSQL cluster from the machine's own programs, for Development and tests. It listens on a socket in its folder
/// and on 127.0.0.1, outlives the process that started it, and is adopted by the next.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private const int TriesForAFreePort = 3;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly LocalPostgresOptions options;
    private readonly LocalPostgresFolder folder;
    private LocalPostgresPrograms? programs;
    private LocalPostgresPidFile running;

    private LocalPostgres(LocalPostgresOptions options, LocalPostgresFolder folder)
    {
        this.options = options;
        this.folder = folder;
        running = new(0, 0, "", "");
    }

    /// <summary>To the database, as the role that owns it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Whether it was running already; then <see cref="StopAsync"/> leaves it running.</summary>
    public bool IsAdopted => programs is null;

    /// <summary>The server's main process.</summary>
    public int ProcessId => running.ProcessId;

    /// <summary>Adopts the cluster of the folder or starts it, made first when there is none. Throws <see cref="LocalPostgresProblem"/>.</summary>
    public static async Task<LocalPostgres> StartAsync(
        LocalPostgresOptions options,
        CancellationToken cancellation = default
    )
    {
        if (OperatingSystem.IsWindows())
        {
            throw LocalPostgresProblem.OnWindows();
        }

        var folder = new LocalPostgresFolder(options.Folder);
        await folder.MakeAsync();
        using var oneAtATime = await folder.LockAsync(options.Patience, cancellation);
        var postgres = new LocalPostgres(options, folder);
        if (!await postgres.AdoptAsync(cancellation))
        {
            postgres.programs = LocalPostgresPrograms.Find(options, folder);
            await postgres.MakeClusterAsync();
            await postgres.StartServerAsync(cancellation);
        }

        var login = new LocalPostgresLogin(folder, postgres.running);
        await login.EnsureDatabaseAsync(options.Database, cancellation);
        postgres.ConnectionString = await login.ToAsync(options.Database);
        return postgres;
    }

    /// <summary>Stops the cluster if this object started it; open connections are closed.</summary>
    public async Task StopAsync()
    {
        if (programs is null || !LocalPostgresPidFile.IsPostgresOf(ProcessId, folder.Cluster))
        {
            return;
        }

        var (code, output) = await programs.RunAsync(
            folder.User,
            "pg_ctl",
            "stop",
            "-D",
            folder.Cluster,
            "-m",
            "fast",
            "-w",
            "-t",
            Seconds
        );
        if (code != 0 && LocalPostgresPidFile.IsPostgresOf(ProcessId, folder.Cluster))
        {
            throw LocalPostgresProblem.ProgramFailed("pg_ctl stop", output);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private string Seconds =>
        ((int)options.Patience.TotalSeconds).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>True when the cluster runs and answers. One that is stopping is waited for, one that was killed is left to the start.</summary>
    private async Task<bool> AdoptAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (LocalPostgresPidFile.Read(folder.PidFile) is { } found)
        {
            if (!LocalPostgresPidFile.IsPostgresOf(found.ProcessId, folder.Cluster))
            {
                RemoveForeignPidFile();
                return false;
            }

            if (
                found.IsReady
                && await new LocalPostgresLogin(folder, found).AnswersAsync(cancellation)
            )
            {
                running = found;
                return options.Port is not { } port || port == found.Port
                    ? true
                    : throw LocalPostgresProblem.OtherPort(port, found.Port);
            }

            if (clock.Elapsed > options.Patience)
            {
                throw LocalPostgresProblem.DidNotStart(
                    folder.Log,
                    $"process {found.ProcessId} is {found.Status} and does not answer"
                );
            }

            await Task.Delay(LookAgain, cancellation);
        }

        return false;
    }

    /// <summary>
    /// After a crash the number in the file may belong to another program by now, and PostgreSQL would refuse to start. While
    /// children of the killed server still work in the folder the file stays: PostgreSQL needs it to see them.
    /// </summary>
    private void RemoveForeignPidFile()
    {
        if (!LocalPostgresPidFile.AnyoneAtWorkIn(folder.Cluster))
        {
            File.Delete(folder.PidFile);
        }
    }

    private async Task MakeClusterAsync()
    {
        if (folder.Major is not null)
        {
            return;
        }

        // Made beside and moved into place, so that a cluster is whole or absent.
        if (Directory.Exists(folder.UnfinishedCluster))
        {
            Directory.Delete(folder.UnfinishedCluster, recursive: true);
        }

        await folder.PasswordAsync();
        string[] arguments =
        [
            "--pgdata",
            folder.UnfinishedCluster,
            "--encoding=UTF8",
            OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
            "--data-checksums",
            "--auth-local=trust",
            "--auth-host=scram-sha-256",
            "--username=postgres",
            "--pwfile",
            folder.PasswordFile,
            .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var (code, output) = await programs!.RunAsync(folder.User, "initdb", arguments);
        if (code != 0)
        {
            throw LocalPostgresProblem.ProgramFailed("initdb", output);
        }

        Directory.Move(folder.UnfinishedCluster, folder.Cluster);
    }

    private async Task StartServerAsync(CancellationToken cancellation)
    {
        await folder.MakeSocketFolderAsync();
        var clock = Stopwatch.StartNew();
        for (var portsTried = 0; ; )
        {
            var port = options.Port ?? FreePort();
            await folder.WriteAsync(
                Path.Combine(folder.Cluster, "postgresql.conf"),
                LocalPostgresSettings.Text(folder, port, options.Durable)
            );
            var logged = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
            string[] arguments =
            [
                "start",
                "-D",
                folder.Cluster,
                "-l",
                folder.Log,
                "-w",
                "-t",
                Seconds,
            ];
            var (code, output) = await programs!.RunAsync(folder.User, "pg_ctl", arguments);
            if (code == 0 && LocalPostgresPidFile.Read(folder.PidFile) is { } started)
            {
                running = started;
                return;
            }

            var log = LogSince(logged);
            if (
                log.Contains("could not bind", StringComparison.Ordinal)
                && (options.Port is not null || ++portsTried == TriesForAFreePort)
            )
            {
                throw LocalPostgresProblem.PortInUse(port);
            }

            // The children of a killed server leave within a moment; until then PostgreSQL refuses, and rightly.
            var mayPass =
                log.Contains("could not bind", StringComparison.Ordinal)
                || log.Contains("shared memory block", StringComparison.Ordinal)
                || log.Contains("already exists", StringComparison.Ordinal);
            if (!mayPass || clock.Elapsed > options.Patience)
            {
                throw LocalPostgresProblem.DidNotStart(folder.Log, log.Length > 0 ? log : output);
            }

            await Task.Delay(LookAgain, cancellation);
        }
    }

    private string LogSince(long position)
    {
        if (!File.Exists(folder.Log))
        {
            return "";
        }

        using var log = new FileStream(
            folder.Log,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        log.Position = position;
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
