using DiGiBachat.Core;
using Npgsql;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// A group whose row is locked until <see cref="TurnStore.CommitAsync"/> or until this is disposed, which undoes everything. Ask
/// the store for nothing else meanwhile: it holds one of few connections.
/// </summary>
public sealed class LockedGroup : IAsyncDisposable
{
    internal LockedGroup(NpgsqlConnection connection, GroupState group)
    {
        Connection = connection;
        Group = group;
    }

    /// <summary>As read under the lock.</summary>
    public GroupState Group { get; }

    internal NpgsqlConnection Connection { get; }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
