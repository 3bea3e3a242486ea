using Npgsql;

namespace DiGiBachat.Persistence.Sql;

/// <summary>How the database is connected to: few connections, every statement prepared once, nobody waits for ever.</summary>
internal static class Database
{
    /// <summary>Few are fastest: 128 connections gave half the rate of 8.</summary>
    public const int Connections = 8;

    private const int PreparedStatements = 200;

    /// <summary>
    /// One plan per statement for every group (they differ in nothing that a plan could use); a lock waited for too long, a statement
    /// too slow and a turn that stopped half-way give up, in milliseconds.
    /// </summary>
    private const string TurnSettings =
        "-c plan_cache_mode=force_generic_plan -c jit=off -c lock_timeout=10000 -c statement_timeout=20000 -c idle_in_transaction_session_timeout=30000";

    public static NpgsqlDataSource ForTurns(string connectionString) =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                ApplicationName = "digibachat",
                MaxPoolSize = Connections,
                MaxAutoPrepare = PreparedStatements,
                AutoPrepareMinUsages = 2,
                // No turn leaves anything in its session, so there is nothing to reset.
                NoResetOnClose = true,
                Options = TurnSettings,
            }
        );
}
