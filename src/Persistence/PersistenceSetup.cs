using DiGiBachat.Persistence.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace DiGiBachat.Persistence;

/// <summary>How a host gets its database.</summary>
public static class PersistenceSetup
{
    /// <summary>Adds TurnStore, Outbox, GroupQueries and LedgerAudit.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, string connectionString, FieldProtection protection) => throw new NotImplementedException();

    /// <summary>Brings the database to the newest schema; at once when it is there already.</summary>
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken ct) => throw new NotImplementedException();
}
