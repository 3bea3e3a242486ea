using System.Diagnostics;
using Npgsql;

namespace DiGiBachat.Persistence.Tests;

/// <summary>The private cluster against real PostgreSQL programs: started, adopted, killed, stopped.</summary>
public sealed class LocalPostgresTests : IDisposable
{
    private readonly ClusterFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_empty_folder_becomes_a_database_that_answers_as_its_owner()
    {
        await using var postgres = await LocalPostgres.StartAsync(folder.Options);

        (await AskAsync(postgres, "select current_user || ' ' || current_database()"))
            .Should()
            .Be("bachat bachat");
        (
            await AskAsync(
                postgres,
                "select pg_get_userbyid(datdba) from pg_database where datname = 'bachat'"
            )
        )
            .Should()
            .Be("bachat");
        (await AskAsync(postgres, "select rolsuper from pg_roles where rolname = current_user"))
            .Should()
            .Be(false);
    }

    [Fact]
    public async Task The_cluster_is_durable_checked_and_in_UTF8()
    {
        await using var postgres = await LocalPostgres.StartAsync(
            folder.Options with
            {
                Durable = true,
            }
        );

        foreach (
            var setting in new[]
            {
                "fsync",
                "synchronous_commit",
                "full_page_writes",
                "data_checksums",
            }
        )
        {
            (await AskAsync(postgres, $"show {setting}")).Should().Be("on", setting);
        }

        (await AskAsync(postgres, "show server_encoding")).Should().Be("UTF8");
        (await AskAsync(postgres, "show timezone")).Should().Be("UTC");
        (await AskAsync(postgres, "show max_connections")).Should().Be("60");
    }

    [Fact]
    public async Task The_log_keeps_no_statement_and_no_value()
    {
        await using var postgres = await LocalPostgres.StartAsync(folder.Options);
        await AskAsync(
            postgres,
            "create table people (phone text primary key); insert into people values ('+919812345678')"
        );

        var twice = () => AskAsync(postgres, "insert into people values ('+919812345678')");

        await twice.Should().ThrowAsync<PostgresException>();
        var log = await File.ReadAllTextAsync(Path.Combine(folder.Path, "server.log"));
        log.Should().Contain("duplicate key value").And.NotContain("+9198");
    }

    [Fact]
    public async Task A_second_start_adopts_the_running_cluster_and_leaves_it_running()
    {
        await using var first = await LocalPostgres.StartAsync(folder.Options);
        await AskAsync(first, "create table kept (value int); insert into kept values (7)");

        var second = await LocalPostgres.StartAsync(folder.Options);
        second.IsAdopted.Should().BeTrue();
        second.ProcessId.Should().Be(first.ProcessId);
        second.ConnectionString.Should().Be(first.ConnectionString);
        await second.StopAsync();

        (await AskAsync(first, "select value from kept")).Should().Be(7);
    }

    [Fact]
    public async Task Two_starts_at_the_same_time_give_one_cluster()
    {
        var both = await Task.WhenAll(
            LocalPostgres.StartAsync(folder.Options),
            LocalPostgres.StartAsync(folder.Options)
        );
        await using var one = both[0];
        await using var other = both[1];

        one.ProcessId.Should().Be(other.ProcessId);
        both.Count(postgres => postgres.IsAdopted).Should().Be(1);
    }

    [Fact]
    public async Task A_stopped_cluster_leaves_no_process_and_starts_again_with_its_rows()
    {
        var first = await LocalPostgres.StartAsync(folder.Options);
        await AskAsync(first, "create table kept (value int); insert into kept values (7)");
        await first.StopAsync();
        LocalPostgresPidFile.AnyoneAtWorkIn(folder.Cluster).Should().BeFalse();

        await using var second = await LocalPostgres.StartAsync(folder.Options);
        second.IsAdopted.Should().BeFalse();
        (await AskAsync(second, "select value from kept")).Should().Be(7);
    }

    [Fact]
    public async Task After_a_kill_of_the_server_every_committed_row_is_there()
    {
        var first = await LocalPostgres.StartAsync(folder.Options with { Durable = true });
        await AskAsync(
            first,
            "create table kept (value int); insert into kept select generate_series(1, 1000)"
        );

        // A session that computes does not notice that its server is dead, and keeps the old memory in use while it goes on.
        var computing = AskAsync(first, "select count(*) from generate_series(1, 12000000)");
        while (
            !(bool)
                (
                    await AskAsync(
                        first,
                        "select exists (select from pg_stat_activity where query like '%12000000)' and state = 'active' and pid <> pg_backend_pid())"
                    )
                )!
        ) { }

        using (var server = Process.GetProcessById(first.ProcessId))
        {
            server.Kill();
        }

        await using var second = await LocalPostgres.StartAsync(folder.Options);

        await Task.WhenAny(computing);
        second.ProcessId.Should().NotBe(first.ProcessId);
        (await AskAsync(second, "select count(*) from kept")).Should().Be(1000L);
    }

    [Fact]
    public async Task A_lock_file_that_names_another_program_is_removed()
    {
        var first = await LocalPostgres.StartAsync(folder.Options);
        var lockFile = Path.Combine(folder.Cluster, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(lockFile);
        await first.StopAsync();

        // As after a crash, when the number was given to somebody else: a program that is no PostgreSQL, of the server's own user.
        using var stranger = await folder.StartAsServerUserAsync("sleep", "60");
        lines[0] = stranger.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(lockFile, lines);
        await using var second = await LocalPostgres.StartAsync(folder.Options);

        second.IsAdopted.Should().BeFalse();
        (await AskAsync(second, "select 1")).Should().Be(1);
        stranger.HasExited.Should().BeFalse("it is not ours to end");
        stranger.Kill();
    }

    [Fact]
    public async Task An_unfinished_cluster_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "cluster.new", "base"));

        await using var postgres = await LocalPostgres.StartAsync(folder.Options);

        (await AskAsync(postgres, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_served_over_TCP_with_a_password()
    {
        var deep = Path.Combine(
            folder.Path,
            new string('d', LocalPostgresFolder.LongestSocketPath - folder.Path.Length)
        );
        await using var postgres = await LocalPostgres.StartAsync(new(deep) { Durable = false });

        (await AskAsync(postgres, "select 1")).Should().Be(1);
        var text = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        text.Host.Should().Be("127.0.0.1");

        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString)
        {
            Password = "wrong",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refused = () => connection.OpenAsync();
        (await refused.Should().ThrowAsync<PostgresException>())
            .Which.SqlState.Should()
            .Be(PostgresErrorCodes.InvalidPassword);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_socket_fits_up_to_the_last_byte(int over, bool fits)
    {
        var rest = "/socket/.s.PGSQL.65535".Length;
        var path = "/" + new string('d', LocalPostgresFolder.LongestSocketPath - rest - 1 + over);

        new LocalPostgresFolder(path).HasSocket.Should().Be(fits);
    }

    private static async Task<object?> AskAsync(LocalPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
