using DiGiBachat.Bench.Seeding;
using DiGiBachat.Core;
using DiGiBachat.Persistence.Auditing;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Bench.Measuring;

/// <summary>After each round: is the book of every group that was written to still right, and is all in it that was acknowledged?</summary>
internal sealed class LedgerCheck(BenchDatabase database)
{
    /// <summary>Groups whose whole chains are proved, besides the sums of all.</summary>
    private const int ChainsProved = 100;

    private const string Touched =
        "groups g JOIN bench_before b ON b.group_id = g.id AND g.last_entry > b.last_entry";

    public async Task BeginAsync()
    {
        await using var connection = await database.OpenAsync();
        await connection.RunAsync(
            "TRUNCATE bench_before; INSERT INTO bench_before SELECT id, last_entry FROM groups; ANALYZE bench_before"
        );
    }

    /// <param name="acknowledged">Money turns whose receipt was seen; null when nobody counted them (pgbench).</param>
    /// <param name="proveChains">Not of what pgbench wrote: its hashes are copies.</param>
    /// <returns>Null when all is right.</returns>
    public async Task<string?> ComplaintAsync(long? acknowledged, bool proveChains)
    {
        await using var connection = await database.OpenAsync();
        var entries = await connection.AskAsync<long>(
            $"SELECT count(*) FROM {Touched} JOIN ledger_entries e ON e.group_id = g.id AND e.number > b.last_entry"
        );
        var counted = await connection.AskAsync<long>(
            $"SELECT coalesce(sum(g.last_entry - b.last_entry), 0)::bigint FROM {Touched}"
        );
        if (entries != counted || entries != (acknowledged ?? entries))
            return $"{entries} entries, {counted} counted by their groups, {acknowledged} acknowledged";
        var unbalanced = await connection.AskAsync<long>(
            $"""
            SELECT count(*) FROM (SELECT FROM {Touched} JOIN postings p ON p.group_id = g.id AND p.entry > b.last_entry
            GROUP BY p.group_id, p.entry HAVING sum(p.amount_paise) <> 0) x
            """
        );
        var differing = await connection.AskAsync<long>(
            $"""
            SELECT count(*) FROM (SELECT s.group_id, account_kind, account_number, amount_paise FROM {Touched} JOIN balances s ON s.group_id = g.id
            EXCEPT SELECT p.group_id, account_kind, account_number, sum(amount_paise)::bigint FROM {Touched} JOIN postings p ON p.group_id = g.id
            GROUP BY 1, 2, 3) x
            """
        );
        if (unbalanced + differing > 0)
            return $"{unbalanced} entries do not sum to zero, {differing} balances differ from their postings";
        return proveChains ? await BrokenChainAsync(connection) : null;
    }

    private async Task<string?> BrokenChainAsync(NpgsqlConnection connection)
    {
        using var protection = new FieldProtection(database.Keys);
        await using var source = Database.ForTurns(database.ConnectionString);
        var audit = new LedgerAudit(source, new Seals(protection));
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT g.id FROM {Touched} ORDER BY md5(g.id::text) LIMIT {ChainsProved}";
        var groups = new List<GroupId>();
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                groups.Add(new(rows.GetGuid(0)));
        foreach (var group in groups)
            if (await audit.CheckAsync(group, CancellationToken.None) is [var problem, ..])
                return problem.ToString();
        return null;
    }
}
