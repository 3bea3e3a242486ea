using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace DiGiBachat.Persistence.Sql;

/// <summary>
/// Statements that go to the database together, in one round trip. Their texts are constants of this project, which is what lets
/// the connection prepare each once; values travel as parameters only.
/// </summary>
internal sealed class Statements : IDisposable
{
    private readonly NpgsqlBatch batch;

    public Statements(NpgsqlConnection connection) => batch = new NpgsqlBatch(connection);

    public int Count => batch.BatchCommands.Count;

    [SuppressMessage("Security", "CA2100", Justification = "Texts are constants; see the summary.")]
    public Statements Add(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
        return this;
    }

    public Task<NpgsqlDataReader> ReadAsync(CancellationToken ct) => batch.ExecuteReaderAsync(ct);

    public Task<int> ExecuteAsync(CancellationToken ct) => batch.ExecuteNonQueryAsync(ct);

    public void Dispose() => batch.Dispose();
}
