using DiGiBachat.Persistence.Auditing;
using DiGiBachat.Persistence.Protection;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Sql;
using DiGiBachat.Persistence.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiGiBachat.Persistence;

/// <summary>How a host gets its database.</summary>
public static class PersistenceSetup
{
    /// <summary>Adds <see cref="TurnStore"/>, <see cref="Outbox"/>, <see cref="GroupQueries"/> and <see cref="LedgerAudit"/>.</summary>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services,
        string connectionString,
        FieldProtection protection
    )
    {
        services.AddSingleton(new Seals(protection));
        services.AddSingleton(_ => Database.ForTurns(connectionString));
        services.AddPooledDbContextFactory<BachatContext>(
            (provider, options) =>
                options
                    .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                    .UseSnakeCaseNamingConvention()
                    .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        );
        services.AddSingleton(s => new TurnStore(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<Seals>()));
        services.AddSingleton(s => new Outbox(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<Seals>()));
        services.AddSingleton(s => new GroupQueries(
            s.GetRequiredService<NpgsqlDataSource>(),
            s.GetRequiredService<IDbContextFactory<BachatContext>>(),
            s.GetRequiredService<Seals>()
        ));
        services.AddSingleton(s => new HistoryQueries(
            s.GetRequiredService<NpgsqlDataSource>(),
            s.GetRequiredService<IDbContextFactory<BachatContext>>(),
            s.GetRequiredService<Seals>()
        ));
        services.AddSingleton(s => new LedgerAudit(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<Seals>()));
        return services;
    }

    /// <summary>Brings the database to the newest schema; at once when it is there already.</summary>
    public static async Task MigrateAsync(string connectionString, CancellationToken ct)
    {
        // Not the turns' connections: building an index may take longer than a turn may.
        var options = new DbContextOptionsBuilder<BachatContext>()
            .UseNpgsql(connectionString)
            .UseSnakeCaseNamingConvention()
            .Options;
        await using var context = new BachatContext(options);
        await context.Database.MigrateAsync(ct);
    }
}
