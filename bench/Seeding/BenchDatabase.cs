using System.Diagnostics;
using System.Globalization;
using DiGiBachat.Bench.Measuring;
using DiGiBachat.Persistence;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Bench.Seeding;

/// <summary>The bench's own durable PostgreSQL in <c>.data/bench</c>, filled once and kept while it still fits.</summary>
internal sealed class BenchDatabase(LocalPostgres postgres, DataKeys keys, FileStream alone)
    : IAsyncDisposable
{
    /// <summary>The bench's own list of who is who, for pgbench to choose from.</summary>
    public const string MembersTable = "bench_members";

    /// <summary>Of another number: what is in the database is made anew.</summary>
    private const int SeedVersion = 1;
    private const string Database = "bachat";
    private const int GroupsAtOnce = 250;

    /// <summary>Before its next period opens a seed is too old: turns would then open periods, once in each group.</summary>
    private const int FreshDays = 14;

    /// <summary>Everything of the bench's that outlives it.</summary>
    public string Folder => Path.GetDirectoryName(alone.Name)!;
    public DataKeys Keys => keys;
    public int ProcessId => postgres.ProcessId;

    /// <summary>As the bot logs in.</summary>
    public string ConnectionString => postgres.ConnectionString;

    /// <summary>For the bench's own work; trusted on the cluster's own socket.</summary>
    public string AsSuperuser(string database = Database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            Username = "postgres",
            Database = database,
            Pooling = false,
            CommandTimeout = 600,
        }.ConnectionString;

    public static async Task<BenchDatabase> StartAsync(BenchOptions options, DateTimeOffset now)
    {
        var data = Path.Combine(
            Path.GetDirectoryName(LocalPostgresOptions.Default().Folder)!,
            "bench"
        );
        Directory.CreateDirectory(data);
        var alone = Alone(Path.Combine(data, "lock"));
        var keyFile = Path.Combine(data, "keys");
        if (!File.Exists(keyFile))
            await File.WriteAllTextAsync(keyFile, DataKeys.Create().ToSetting());
        var postgres = await LocalPostgres.StartAsync(
            new(Path.Combine(data, "postgres")) { Database = Database }
        );
        var database = new BenchDatabase(
            postgres,
            DataKeys.Parse(await File.ReadAllTextAsync(keyFile)),
            alone
        );
        try
        {
            if (options.Fresh || !await database.FitsAsync(options, now))
                await database.MakeAsync(options, now);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
        return database;
    }

    /// <summary>Stops the server, also one that a killed bench left running: nobody else uses this folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (postgres.IsAdopted)
            await Signals.SendAsync(postgres.ProcessId, "INT");
        await postgres.DisposeAsync();
        await alone.DisposeAsync();
    }

    private static FileStream Alone(string file)
    {
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                "Another bench is at work in .data/bench: let it end first."
            );
        }
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(AsSuperuser());
        await connection.OpenAsync();
        return connection;
    }

    private async Task<bool> FitsAsync(BenchOptions options, DateTimeOffset now)
    {
        await PersistenceSetup.MigrateAsync(ConnectionString, CancellationToken.None);
        await using var connection = await OpenAsync();
        if (!await connection.AskAsync<bool>("SELECT to_regclass('bench_seed') IS NOT NULL"))
            return false;
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, groups, migration, seeded_at FROM bench_seed";
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            && row.GetInt32(0) == SeedVersion
            && row.GetInt32(1) == options.Groups
            && now - row.GetFieldValue<DateTimeOffset>(3) < TimeSpan.FromDays(FreshDays)
            && row.GetString(2) is var migration
            && migration == await LastMigrationAsync();
    }

    private async Task<string> LastMigrationAsync()
    {
        await using var connection = await OpenAsync();
        return await connection.AskAsync<string>(
            """SELECT max(migration_id) FROM "__EFMigrationsHistory" """
        );
    }

    private async Task MakeAsync(BenchOptions options, DateTimeOffset now)
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine(
            $"Seeding {options.Groups:N0} groups of {BenchOptions.MembersPerGroup}; this is done once and kept in .data/bench."
        );
        await using (var server = new NpgsqlConnection(AsSuperuser("postgres")))
        {
            await server.OpenAsync();
            NpgsqlConnection.ClearAllPools();
            await server.RunAsync($"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
            await server.RunAsync($"CREATE DATABASE {Database} OWNER bachat");
        }
        await PersistenceSetup.MigrateAsync(ConnectionString, CancellationToken.None);
        await using var connection = await OpenAsync();
        await connection.RunAsync(
            $"""
            CREATE TABLE {MembersTable} (group_number int, member int, group_id uuid, person_id uuid, blind_index bytea,
                PRIMARY KEY (group_number, member));
            GRANT SELECT ON {MembersTable} TO bachat;
            CREATE TABLE bench_seed (version int, groups int, migration text, seeded_at timestamptz);
            CREATE TABLE bench_before (group_id uuid PRIMARY KEY, last_entry bigint);
            """
        );
        await FillAsync(options, now);
        await connection.RunAsync("VACUUM ANALYZE");
        await connection.RunAsync("CHECKPOINT");
        await using var done = connection.CreateCommand();
        done.CommandText = "INSERT INTO bench_seed VALUES ($1, $2, $3, $4)";
        done.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = SeedVersion },
                new() { Value = options.Groups },
                new() { Value = await LastMigrationAsync() },
                new() { Value = now.ToUniversalTime() },
            }
        );
        await done.ExecuteNonQueryAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Seeded in {clock.Elapsed.TotalSeconds:0} s."
            )
        );
    }

    /// <summary>As many workers as cores, each taking the next few groups. Triggers rest meanwhile: what is copied was checked by Core.</summary>
    private Task FillAsync(BenchOptions options, DateTimeOffset now)
    {
        var next = 0;
        var protection = new FieldProtection(keys);
        var seals = new Seals(protection);
        var workers = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(Work))
            .ToList();
        return Task.WhenAll(workers);

        async Task Work()
        {
            await using var connection = await OpenAsync();
            await connection.RunAsync(
                "SET session_replication_role = replica; SET synchronous_commit = off"
            );
            var rows = new SeedRows(seals);
            for (
                int first;
                (first = Interlocked.Add(ref next, GroupsAtOnce) - GroupsAtOnce) < options.Groups;

            )
            {
                for (
                    var group = first;
                    group < Math.Min(first + GroupsAtOnce, options.Groups);
                    group++
                )
                    rows.Add(
                        new SeededGroup(group, now.AddMilliseconds(group - options.Groups)),
                        now
                    );
                await using var transaction = await connection.BeginTransactionAsync();
                rows.CopyTo(connection);
                await transaction.CommitAsync();
                Progress(Math.Min(first + GroupsAtOnce, options.Groups), options.Groups);
            }
        }
    }

    private static void Progress(int done, int of)
    {
        if (done % (GroupsAtOnce * 20) == 0 || done == of)
            Console.WriteLine($"  {done:N0} of {of:N0}");
    }
}
