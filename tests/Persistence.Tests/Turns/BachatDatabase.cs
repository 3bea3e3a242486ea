using System.Globalization;
using DiGiBachat.Persistence.Auditing;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;
using DiGiBachat.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A database of a test's own with the real schema, and the public parts of Persistence on it.</summary>
internal sealed class BachatDatabase : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int phones;

    private BachatDatabase(TestDatabase database, Func<string, string>? through)
    {
        this.database = database;
        Protection = new(DataKeys.Create());
        services = new ServiceCollection()
            .AddPersistence(through?.Invoke(database.ConnectionString) ?? database.ConnectionString, Protection)
            .BuildServiceProvider();
    }

    public FieldProtection Protection { get; }
    public string ConnectionString => database.ConnectionString;
    /// <summary>The connections that the parts under test use.</summary>
    public NpgsqlDataSource Connections => services.GetRequiredService<NpgsqlDataSource>();
    public TurnStore Store => services.GetRequiredService<TurnStore>();
    public Outbox Outbox => services.GetRequiredService<Outbox>();
    public GroupQueries Queries => services.GetRequiredService<GroupQueries>();
    public HistoryQueries History => services.GetRequiredService<HistoryQueries>();
    public LedgerAudit Audit => services.GetRequiredService<LedgerAudit>();

    /// <param name="through">What the parts under test connect by, instead of straight to the database.</param>
    public static async Task<BachatDatabase> CreateAsync(Func<string, string>? through = null) =>
        new(await TestDatabase.Create(c => PersistenceSetup.MigrateAsync(c, default), "bachat"), through);

    /// <summary>The store of another instance of the bot on the same database, with connections of its own.</summary>
    public ServiceProvider AnotherInstance() =>
        new ServiceCollection().AddPersistence(database.ConnectionString, Protection).BuildServiceProvider();

    /// <summary>A number that nobody in this database has.</summary>
    public string NewPhone() => string.Create(CultureInfo.InvariantCulture, $"+9198765{++phones:D5}");

    /// <summary>The rows' columns as objects, as the owner of the database sees them.</summary>
    public async Task<List<object[]>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Constants of the tests.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    public async Task<long> CountAsync(string table) => (long)(await QueryAsync($"SELECT count(*) FROM {table}"))[0][0];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Protection.Dispose();
        await database.DisposeAsync();
    }
}
