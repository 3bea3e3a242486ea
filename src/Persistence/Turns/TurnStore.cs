using DiGiBachat.Core;
using DiGiBachat.Persistence.Sql;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// The database as a turn sees it: load, lock, commit, one round trip each. A turn that only talks loads and commits; one that
/// changes a group locks it between the two, and decides on nothing but what it read under the lock.
/// </summary>
public sealed class TurnStore
{
    /// <summary>All figures of one reading are of one moment.</summary>
    private const string BeginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private const string Begin = "BEGIN";
    private const string Commit = "COMMIT";

    private readonly NpgsqlDataSource database;
    private readonly Seals seals;
    private readonly Inbox inbox;
    private readonly PersonWriter persons;
    private readonly GroupReader groups;
    private readonly EventWriter events;
    private readonly LedgerWriter ledger;

    internal TurnStore(NpgsqlDataSource database, Seals seals)
    {
        this.database = database;
        this.seals = seals;
        inbox = new(seals);
        persons = new(seals);
        groups = new(seals);
        events = new(seals);
        ledger = new(seals);
    }

    /// <summary>The duplicate check, the person, her conversation, her memberships and her current group.</summary>
    public async Task<TurnReading> LoadAsync(InboundKey key, CancellationToken ct)
    {
        var index = seals.IndexOf(key.Address);
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(BeginReading);
        Inbox.Ask(ask, key, index);
        GroupReader.AskBySender(ask, index);
        ask.Add(Commit);
        await using var rows = await ask.ReadAsync(ct);
        var reading = await inbox.ReadAsync(rows, key, ct);
        await rows.NextResultAsync(ct);
        return reading with { Group = await groups.ReadAsync(rows, new Scope(), ct) };
    }

    /// <summary>A group without its lock, to show and to explain; null when there is none.</summary>
    public async Task<GroupState?> ReadGroupAsync(GroupId group, Scope scope, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(BeginReading);
        GroupReader.Ask(ask, group, scope, locked: false);
        ask.Add(Commit);
        await using var rows = await ask.ReadAsync(ct);
        return await groups.ReadAsync(rows, scope, ct);
    }

    /// <summary>The group of an invite code (without dues, loans and payments of members); null when no group has it.</summary>
    public async Task<GroupState?> FindGroupByInviteAsync(string code, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        using var ask = new Statements(connection).Add(BeginReading);
        GroupReader.AskByInvite(ask, code);
        ask.Add(Commit);
        await using var rows = await ask.ReadAsync(ct);
        return await groups.ReadAsync(rows, new Scope(), ct);
    }

    /// <summary>Locks the group's row and reads under the lock. Throws when there is no such group.</summary>
    public async Task<LockedGroup> LockAsync(GroupId group, Scope scope, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            using var ask = new Statements(connection).Add(Begin);
            GroupReader.Ask(ask, group, scope, locked: true);
            await using var rows = await ask.ReadAsync(ct);
            var state = await groups.ReadAsync(rows, scope, ct);
            return new(connection, state ?? throw new InvalidOperationException($"There is no group {group.Value}."));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Stores everything and commits, in one round trip. Throws <see cref="TurnConflict"/> when nothing was stored and the turn is to
    /// be done anew. A group's events need its lock, unless they begin with its creation.
    /// </summary>
    public async Task CommitAsync(TurnWrite write, LockedGroup? locked, CancellationToken ct)
    {
        if (write.Group is { Events.Count: > 0 } && locked is null && write.Group.Events[0] is not GroupCreated)
            throw new InvalidOperationException("A group changes under its lock only.");
        if (locked is not null)
        {
            await StoreAsync(locked.Connection, write, inTransaction: true, ct);
            return;
        }
        await using var connection = await database.OpenConnectionAsync(ct);
        await StoreAsync(connection, write, inTransaction: false, ct);
    }

    /// <summary>Statements sent together are one transaction by themselves; under a lock the transaction is open already and ends here.</summary>
    private async Task StoreAsync(NpgsqlConnection connection, TurnWrite write, bool inTransaction, CancellationToken ct)
    {
        using var statements = new Statements(connection);
        Compose(statements, write);
        if (inTransaction)
            statements.Add(Commit);
        if (statements.Count == 0)
            return;
        try
        {
            await statements.ExecuteAsync(ct);
        }
        catch (PostgresException e) when (Conflicts.IsConflict(e))
        {
            throw new TurnConflict($"Nothing was stored: {e.SqlState} {e.ConstraintName}", e);
        }
    }

    private void Compose(Statements statements, TurnWrite write)
    {
        if (write.Person is { } author && write.PersonChanges is { } changes && changes != PersonChanges.None)
            persons.Store(statements, author, changes, write.At);
        if (write.Inbound is { } key)
            inbox.Store(statements, key, write);
        if (write.Group is { Events.Count: > 0 } happened)
        {
            foreach (var one in happened.Events)
                events.Store(statements, happened.Applied.Group, one);
            ledger.Store(statements, happened);
        }
        if (write.Person is { } person && write.Conversation is { } conversation)
            persons.Store(statements, person, conversation, write.At);
        if (write.Outbox.Count > 0)
            persons.Store(statements, write.Outbox, write.At);
    }
}
