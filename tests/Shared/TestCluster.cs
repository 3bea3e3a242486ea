using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DiGiBachat.Persistence;
using Npgsql;

namespace DiGiBachat.Tests.Shared;

/// <summary>
/// The one cluster of all test processes of this checkout, in the temporary folder. Each process holds a shared lock as long as it
/// lives; a small shell process waits for the last one to go, killed or not, and stops the server.
/// </summary>
internal sealed class TestCluster
{
    public const string TestPrefix = "test_";
    public static readonly string Build = Convert.ToHexStringLower(
        typeof(LocalPostgres).Assembly.ManifestModule.ModuleVersionId.ToByteArray()
    )[..8];
    public static readonly string TemplatePrefix = $"template_{Build}_";

    private const int SharedLock = 1;
    private static readonly Lazy<Task<TestCluster>> Started = new(StartOnceAsync);

    private static readonly string Leftovers =
        $"select datname from pg_database where datname like '{TestPrefix}%' or (datname like 'template@_%' escape '@' and datname not like '{TemplatePrefix}%')";

    private readonly string connectionString;

    private TestCluster(string connectionString) => this.connectionString = connectionString;

    public static Task<TestCluster> StartAsync() => Started.Value;

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = database,
        }.ConnectionString;

    public async Task RunAsync(params string[] statements)
    {
        await using var connection = await OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = Command(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async Task<bool> ExistsAsync(string database)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(
            $"select 1 from pg_database where datname = '{database}'",
            connection
        );
        return await command.ExecuteScalarAsync() is not null;
    }

    /// <summary>Held over all processes until the connection is disposed.</summary>
    public async Task<IAsyncDisposable> LockAsync(long key)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = Command($"select pg_advisory_lock({key})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<TestCluster> StartOnceAsync()
    {
        var parent = Folder();
        Directory.CreateDirectory(parent);
        var users = Path.Combine(parent, "users.lock");
        HoldForLife(users);
        var options = new LocalPostgresOptions(Path.Combine(parent, "postgres"))
        {
            Durable = false,
        };
        LocalPostgres postgres;
        try
        {
            postgres = await LocalPostgres.StartAsync(options);
        }
        catch (LocalPostgresProblem)
            when (Directory.Exists(Path.Combine(options.Folder, "cluster")))
        {
            // Without waits for the disk it does not survive a power cut, and it need not: it holds nothing.
            Directory.Delete(options.Folder, recursive: true);
            postgres = await LocalPostgres.StartAsync(options);
        }

        var cluster = new TestCluster(postgres.ConnectionString);
        if (!postgres.IsAdopted)
        {
            StopAfterTheLastUser(
                users,
                postgres.ProcessId,
                Path.Combine(options.Folder, "cluster", "postmaster.pid")
            );
            await cluster.DropLeftoversAsync();
        }

        return cluster;
    }

    /// <summary>One for each checkout and user: root and an ordinary user cannot share a server.</summary>
    private static string Folder()
    {
        var checkout = SHA256.HashData(
            Encoding.UTF8.GetBytes(AppContext.BaseDirectory.Split("/tests/")[0])
        );
        return Path.Combine(
            Path.GetTempPath(),
            $"digibachat-tests-{Environment.UserName}-{Convert.ToHexStringLower(checkout)[..8]}"
        );
    }

    /// <summary>flock itself, because it waits (for a server that is just being stopped) and is let go by the kernel when we are killed.</summary>
    private static void HoldForLife(string file)
    {
        lifelong = new FileStream(
            file,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.ReadWrite
        );
        if (Lock((int)lifelong.SafeFileHandle.DangerousGetHandle(), SharedLock) != 0)
        {
            throw new IOException($"{file} cannot be locked.");
        }
    }

    private static FileStream? lifelong;

    /// <summary>The file is gone when the server is; the process itself may stay a zombie where nobody collects it.</summary>
    private static void StopAfterTheLastUser(string users, int server, string pidFile)
    {
        const string script = """
            trap '' INT TERM HUP
            exec 9<"$1" </dev/null >/dev/null 2>&1
            flock -x 9
            kill -INT "$2"
            for once in $(seq 100); do [ -e "$3" ] && sleep 0.05; done
            """;
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", script, "sh", users, $"{server}", pidFile])
            {
                WorkingDirectory = "/",
            }
        );
    }

    /// <summary>Databases of tests that were killed, and templates of builds that are past.</summary>
    private async Task DropLeftoversAsync()
    {
        var leftovers = new List<string>();
        await using (var connection = await OpenAsync())
        await using (var command = Command(Leftovers, connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                leftovers.Add(reader.GetString(0));
            }
        }

        await RunAsync([
            .. leftovers.Select(name => $"drop database if exists {name} with (force)"),
        ]);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

#pragma warning disable CA2100 // Names made here; no statement of a test cluster has anybody's text in it.
    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection) =>
        new(sql, connection);
#pragma warning restore CA2100

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Lock(int file, int operation);
}
