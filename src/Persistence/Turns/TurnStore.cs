using DiGiBachat.Core;

namespace DiGiBachat.Persistence.Turns;

/// <summary>The database as a turn sees it: load, lock, commit, one round trip each.</summary>
public sealed class TurnStore
{
    /// <summary>The duplicate check, the person, her conversation, her memberships and her current group.</summary>
    public Task<TurnReading> LoadAsync(InboundKey key, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>A group without its lock, to show and to explain; null when there is none.</summary>
    public Task<GroupState?> ReadGroupAsync(GroupId group, Scope scope, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The group of an invite code (without dues, loans and payments); null when no group has it.</summary>
    public Task<GroupState?> FindGroupByInviteAsync(string code, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Locks the group's row and reads under the lock.</summary>
    public Task<LockedGroup> LockAsync(GroupId group, Scope scope, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Stores everything and commits. Throws <see cref="TurnConflict"/> when nothing was stored and the turn is to be done anew.</summary>
    public Task CommitAsync(TurnWrite write, LockedGroup? locked, CancellationToken ct) => throw new NotImplementedException();
}
