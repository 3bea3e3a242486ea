using Npgsql;

namespace DiGiBachat.Persistence;

/// <summary>The ways into a running private cluster: through its socket, or with its password over TCP where no socket fits.</summary>
internal sealed class LocalPostgresLogin(LocalPostgresFolder folder, LocalPostgresPidFile running)
{
    private const string Superuser = "postgres";

    /// <summary>Owns the database and may make others (for tests), nothing more.</summary>
    private const string Role = "bachat";

    public Task<string> ToAsync(string database) => StringAsync(Role, database, pooling: true);

    /// <summary>Whether a server answers there, and is the one of this folder.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(
                await StringAsync(Superuser, "postgres", pooling: false)
            );
            await connection.OpenAsync(cancellation);
            return await ScalarAsync(connection, "show data_directory", cancellation) as string
                == folder.Cluster;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async Task EnsureDatabaseAsync(string database, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(
            await StringAsync(Superuser, "postgres", pooling: false)
        );
        await connection.OpenAsync(cancellation);
        if (
            await ScalarAsync(
                connection,
                $"select 1 from pg_roles where rolname = '{Role}'",
                cancellation
            )
            is null
        )
        {
            var password = await folder.PasswordAsync();
            await ScalarAsync(
                connection,
                $"create role {Role} login createdb password '{password}'",
                cancellation
            );
        }

        await using var exists = new NpgsqlCommand(
            "select 1 from pg_database where datname = $1",
            connection
        );
        exists.Parameters.AddWithValue(database);
        if (await exists.ExecuteScalarAsync(cancellation) is null)
        {
            using var quote = new NpgsqlCommandBuilder();
            await ScalarAsync(
                connection,
                $"create database {quote.QuoteIdentifier(database)} owner {Role}",
                cancellation
            );
        }
    }

    private async Task<string> StringAsync(string role, string database, bool pooling)
    {
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = running.SocketFolder.Length > 0 ? running.SocketFolder : "127.0.0.1",
            Port = running.Port,
            Username = role,
            Database = database,
            Pooling = pooling,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        if (running.SocketFolder.Length == 0)
        {
            text.Password = await folder.PasswordAsync();
        }

        return text.ConnectionString;
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
#pragma warning disable CA2100 // Made of constants and of our own password; no statement here takes a parameter.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellation);
    }
}
