using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace DiGiBachat.Bench.Seeding;

/// <summary>Short statements of the bench's own.</summary>
[SuppressMessage(
    "Security",
    "CA2100",
    Justification = "Texts of the bench itself, against its own private database."
)]
internal static class Ask
{
    public static async Task RunAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> AskAsync<T>(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
