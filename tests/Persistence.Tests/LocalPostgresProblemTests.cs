using System.Net;
using System.Net.Sockets;

namespace DiGiBachat.Persistence.Tests;

/// <summary>What goes wrong on people's machines is answered by a sentence that says what to do.</summary>
public sealed class LocalPostgresProblemTests : IDisposable
{
    private readonly ClusterFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Missing_programs_are_named_with_the_way_to_install_them()
    {
        var problem = await ProblemOf(folder.Options with { ProgramFolders = [folder.Path] });

        problem
            .Should()
            .Contain("apt-get install postgresql")
            .And.Contain("ConnectionStrings:Bachat");
    }

    [Fact]
    public async Task Programs_older_than_fifteen_count_as_missing()
    {
        var bin = folder.FakePrograms(14);

        (await ProblemOf(folder.Options with { ProgramFolders = [bin] }))
            .Should()
            .Contain("PostgreSQL 15 or newer is not on this machine");
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_left_alone()
    {
        await using (await LocalPostgres.StartAsync(folder.Options)) { }
        var version = Path.Combine(folder.Cluster, "PG_VERSION");
        var newer = folder.FakePrograms(99);
        var made = (await File.ReadAllTextAsync(version)).Trim();

        var problem = await ProblemOf(folder.Options with { ProgramFolders = [newer] });

        problem
            .Should()
            .Contain($"made by PostgreSQL {made}")
            .And.Contain("has 99")
            .And.Contain($"postgresql-{made}");
    }

    [Fact]
    public async Task The_programs_that_made_the_cluster_are_chosen_over_newer_ones()
    {
        await using (await LocalPostgres.StartAsync(folder.Options)) { }
        var real = LocalPostgresPrograms.Find(folder.Options, new(folder.Path)).Folder;
        var newer = folder.FakePrograms(99);

        await using var postgres = await LocalPostgres.StartAsync(
            folder.Options with
            {
                ProgramFolders = [newer, real],
            }
        );

        postgres.IsAdopted.Should().BeFalse();
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var problem = await ProblemOf(folder.Options with { Port = port });

        problem
            .Should()
            .Be(
                $"Port {port} on 127.0.0.1 is in use by another program: stop that program or choose another port."
            );
    }

    [Fact]
    public async Task A_running_cluster_on_another_port_than_asked_for_is_named()
    {
        await using var postgres = await LocalPostgres.StartAsync(folder.Options);

        (await ProblemOf(folder.Options with { Port = 1 })).Should().Contain("and not on 1");
    }

    [Fact]
    public async Task A_folder_that_holds_other_things_is_not_taken()
    {
        var file = Path.Combine(folder.Path, "letters.txt");
        await File.WriteAllTextAsync(file, "dear");

        (await ProblemOf(folder.Options)).Should().Contain("letters.txt");
        File.Exists(file).Should().BeTrue();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "");

        (await ProblemOf(new(Path.Combine(file, "postgres"))))
            .Should()
            .Contain(Path.Combine(file, "postgres"));
    }

    [FactAsRoot]
    public async Task A_folder_above_that_shuts_the_server_out_is_named()
    {
        var shut = Path.Combine(folder.Path, "shut");
        Directory.CreateDirectory(
            shut,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

        var problem = await ProblemOf(new(Path.Combine(shut, "data", "postgres")));

        problem
            .Should()
            .Contain($"The folder {shut} does not let the user postgres in")
            .And.Contain($"chmod o+x {shut}");
    }

    [FactAsRoot]
    public async Task A_cluster_that_belongs_to_root_is_named()
    {
        Directory.CreateDirectory(folder.Cluster);

        (await ProblemOf(folder.Options))
            .Should()
            .Contain("belongs to root")
            .And.Contain("chown -R postgres:");
    }

    [Fact]
    public async Task A_server_that_cannot_start_shows_the_end_of_its_log()
    {
        await using (await LocalPostgres.StartAsync(folder.Options)) { }
        Directory.Delete(Path.Combine(folder.Cluster, "global"), recursive: true);

        var problem = await ProblemOf(folder.Options);

        problem.Should().Contain("server.log").And.Contain("could not find the database system");
    }

    private static async Task<string> ProblemOf(LocalPostgresOptions options)
    {
        var start = () => LocalPostgres.StartAsync(options);
        return (await start.Should().ThrowAsync<LocalPostgresProblem>()).Which.Message;
    }
}
