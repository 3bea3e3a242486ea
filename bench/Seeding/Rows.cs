using Npgsql;
using NpgsqlTypes;

namespace DiGiBachat.Bench.Seeding;

/// <summary>Rows of one table, collected and copied in one go.</summary>
internal sealed class Rows(string table, params (string Column, NpgsqlDbType Type)[] columns)
{
    private readonly List<object?[]> rows = [];

    public void Add(params object?[] row) => rows.Add(row);

    public void CopyTo(NpgsqlConnection connection)
    {
        var names = string.Join(", ", columns.Select(c => c.Column));
        using var copy = connection.BeginBinaryImport(
            $"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++)
                if (row[i] is { } value)
                    copy.Write(value, columns[i].Type);
                else
                    copy.WriteNull();
        }
        copy.Complete();
        rows.Clear();
    }
}
