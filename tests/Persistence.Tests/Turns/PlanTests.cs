using DiGiBachat.Core;
using DiGiBachat.Persistence.Turns;
using Npgsql;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>How PostgreSQL goes about what the turns send it, among a million members.</summary>
public sealed class PlanTests
{
    private const int FewestStatements = 50;

    [Fact]
    public async Task No_statement_of_a_turn_reads_a_whole_table()
    {
        await using var database = await BachatDatabase.CreateAsync();
        await Multitude.ArriveAsync(database);
        (await database.CountAsync("members")).Should().Be(Multitude.Groups * Multitude.MembersPerGroup);
        await LiveAsync(database);

        var plans = await PlansAsync(database);

        plans.Count.Should().BeGreaterThan(FewestStatements, "the turns prepared their statements on this connection");
        plans.Where(p => p.Plan.Contains("Seq Scan", StringComparison.Ordinal)).Select(p => $"{p.Sql}\n{p.Plan}").Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_that_reads_a_whole_table_is_seen()
    {
        await using var database = await BachatDatabase.CreateAsync();
        await using (var connection = await database.Connections.OpenConnectionAsync())
        await using (var command = new NpgsqlCommand("SELECT count(*) FROM members WHERE joined_on = $1", connection))
        {
            command.Parameters.AddWithValue(new DateOnly(2026, 4, 1));
            for (var times = 0; times < 3; times++)
                await command.ExecuteScalarAsync();
        }

        (await PlansAsync(database)).Should().ContainSingle().Which.Plan.Should().Contain("Seq Scan on members");
    }

    /// <summary>Everything that a turn, a sender and a page do, often enough to be prepared.</summary>
    private static async Task LiveAsync(BachatDatabase database)
    {
        var village = await Village.FoundAsync(database, 4, Village.Monthly with { MinimumLoan = Money.Rupees(100) });
        var life = new GroupLife(database, village, new Random(1));
        for (var act = 0; act < 200; act++)
            await life.ActAsync();
        for (long version = 0; version < 3; version++)
        {
            var key = new InboundKey($"SMx{version}", [1], 0, village.Phone(1));
            await database.Store.LoadAsync(key, default);
            await database.Store.FindGroupByInviteAsync(village.Folded.Invite.Code, default);
            await database.Store.CommitAsync(
                new()
                {
                    At = village.Now,
                    Inbound = key,
                    Person = village.People[0],
                    PersonChanges = new() { Language = "en" },
                    Conversation = new(version, "{}", village.Id, 0, village.Now),
                    Outbox = [new(village.People[1], null, "{}", null, $"x{version}", village.Now.AddYears(-1))],
                },
                null,
                default
            );
            await using (await database.Store.LockAsync(village.Id, new() { Loans = [new(1)], Payments = [new(1)] }, default)) { }
            var claim = (await database.Outbox.ClaimAsync(1, village.Now.AddYears(-1), default)).Single();
            await database.Outbox.BeginAsync(claim, 0, village.Now, default);
            await database.Outbox.MarkSentAsync(claim.Id, new($"SMy{version}", 0, village.Now), default);
            await database.Outbox.MarkRetryAsync(claim.Id, village.Now, null, default);
            await database.Outbox.MarkFailedAsync(claim.Id, null, default);
            await database.Outbox.ReportAsync(new($"SMy{version}", null, 3, null), default);
            await database.Outbox.RerouteAsync(claim.Id, (1, "63016"), village.Now, default);
            await database.Queries.LoanAsync(village.Id, new(1), default);
            await database.Queries.PaymentAsync(village.Id, new(1), default);
            await database.Queries.PassbookAsync(village.Id, new(1), new(2026, 4, 1), new(2026, 4, 30), default);
            await database.Queries.TotalsAsync(village.Id, default);
            await database.Queries.ActiveGroupsAsync(null, 100, default);
        }
    }

    /// <summary>The statements that were prepared on the connection all turns used, one after the other, as they would run now.</summary>
    private static async Task<List<(string Sql, string Plan)>> PlansAsync(BachatDatabase database)
    {
        await using var connection = await database.Connections.OpenConnectionAsync();
        var prepared = new List<(string Name, string Sql, int Parameters)>();
        await using (
            var command = new NpgsqlCommand(
                """
                SELECT name, statement, coalesce(array_length(parameter_types, 1), 0) FROM pg_prepared_statements
                WHERE upper(left(statement, 6)) IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH C') AND statement NOT LIKE '%pg_prepared_statements%'
                """,
                connection
            )
        )
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                prepared.Add((rows.GetString(0), rows.GetString(1), rows.GetInt32(2)));
        var plans = new List<(string Sql, string Plan)>();
        foreach (var (name, sql, parameters) in prepared)
            plans.Add((sql, await PlanAsync(connection, name, parameters)));
        return plans;
    }

    private static async Task<string> PlanAsync(NpgsqlConnection connection, string name, int parameters)
    {
        var arguments = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("NULL", parameters))})";
#pragma warning disable CA2100 // Names of prepared statements, from the database.
        await using var command = new NpgsqlCommand($"EXPLAIN EXECUTE \"{name}\"{arguments}", connection);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rows.ReadAsync())
            plan.Add(rows.GetString(0));
        return string.Join('\n', plan);
    }
}
