using DiGiBachat.Tests.Shared;
using Npgsql;

namespace DiGiBachat.Persistence.Tests;

/// <summary>The databases that all other tests stand on.</summary>
public sealed class LocalPostgresTestDatabaseTests
{
    private static int migrations;

    [Fact]
    public async Task Each_database_begins_as_the_template_and_none_sees_anothers_rows()
    {
        var key = $"rows {Guid.CreateVersion7()}";
        await using var one = await TestDatabase.Create(Migrate, key);
        await using var other = await TestDatabase.Create(Migrate, key);

        await AskAsync(one.ConnectionString, "insert into coins values (2)");

        (await AskAsync(one.ConnectionString, "select count(*) from coins")).Should().Be(2L);
        (await AskAsync(other.ConnectionString, "select count(*) from coins")).Should().Be(1L);
        migrations.Should().Be(1, "the second is a copy");
        await TestDatabase.ForgetTemplate(key);
    }

    [Fact]
    public async Task A_database_is_gone_after_its_test()
    {
        string connectionString;
        await using (var database = await TestDatabase.Create(_ => Task.CompletedTask, "empty"))
        {
            connectionString = database.ConnectionString;
        }

        var ask = () => AskAsync(connectionString, "select 1");
        (await ask.Should().ThrowAsync<PostgresException>())
            .Which.SqlState.Should()
            .Be(PostgresErrorCodes.InvalidCatalogName);
    }

    [Fact]
    public async Task A_failed_migration_leaves_no_template_behind()
    {
        var key = $"failing {Guid.CreateVersion7()}";
        var failing = () =>
            TestDatabase.Create(_ => throw new InvalidOperationException("no"), key);
        await failing.Should().ThrowAsync<InvalidOperationException>();

        await using var database = await TestDatabase.Create(
            connectionString => AskAsync(connectionString, "create table late (value int)"),
            key
        );

        (await AskAsync(database.ConnectionString, "select count(*) from late")).Should().Be(0L);
        await TestDatabase.ForgetTemplate(key);
    }

    private static async Task Migrate(string connectionString)
    {
        Interlocked.Increment(ref migrations);
        await AskAsync(
            connectionString,
            "create table coins (value int); insert into coins values (1)"
        );
    }

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
