using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DiGiBachat.Tests.Shared;

/// <summary>
/// A database of its own for one test class, copied in a few milliseconds from a template that was migrated once.
/// All test processes share one private cluster, which does not wait for the disk: a test about durability starts its own
/// <see cref="DiGiBachat.Persistence.LocalPostgres"/>.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name;

    private TestDatabase(string name, string connectionString)
    {
        this.name = name;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <summary>
    /// A fresh database. <paramref name="migrate"/> is called with a connection string when there is no template of this
    /// <paramref name="templateKey"/> for this build yet.
    /// </summary>
    public static async Task<TestDatabase> Create(Func<string, Task> migrate, string templateKey)
    {
        var cluster = await TestCluster.StartAsync();
        var template = await Template(cluster, migrate, templateKey);
        var name =
            $"{TestCluster.TestPrefix}{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        await cluster.RunAsync($"create database {name} template {template} strategy file_copy");
        return new(name, cluster.ConnectionTo(name));
    }

    public async ValueTask DisposeAsync()
    {
        var cluster = await TestCluster.StartAsync();
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await cluster.RunAsync($"drop database if exists {name} with (force)");
    }

    /// <summary>For a template that no other test will ask for again.</summary>
    public static async Task ForgetTemplate(string templateKey)
    {
        var cluster = await TestCluster.StartAsync();
        await cluster.RunAsync(
            $"drop database if exists {TemplateName(Fingerprint(templateKey))} with (force)"
        );
    }

    private static int made;

    /// <summary>Of the key and of the build, so that a changed migration never meets an old template.</summary>
    private static byte[] Fingerprint(string key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {TestCluster.Build}"));

    private static string TemplateName(byte[] fingerprint) =>
        TestCluster.TemplatePrefix + Convert.ToHexStringLower(fingerprint)[..16];

    private static async Task<string> Template(
        TestCluster cluster,
        Func<string, Task> migrate,
        string key
    )
    {
        var fingerprint = Fingerprint(key);
        var template = TemplateName(fingerprint);

        // Another test process may want the same one at the same moment.
        await using var oneAtATime = await cluster.LockAsync(BitConverter.ToInt64(fingerprint));
        if (await cluster.ExistsAsync(template))
        {
            return template;
        }

        var unfinished = template + "_unfinished";
        await cluster.RunAsync($"drop database if exists {unfinished} with (force)");
        await cluster.RunAsync($"create database {unfinished}");
        var connectionString = cluster.ConnectionTo(unfinished);
        await migrate(connectionString);
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await cluster.RunAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{unfinished}'",
            $"alter database {unfinished} rename to {template}"
        );
        return template;
    }
}
