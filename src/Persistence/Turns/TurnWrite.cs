using System.Diagnostics.CodeAnalysis;
using DiGiBachat.Core;

namespace DiGiBachat.Persistence.Turns;

/// <summary>Everything a turn (or one step of a job) leaves behind. It is all stored, or nothing of it.</summary>
public sealed record TurnWrite
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The message answered; null for jobs.</summary>
    public InboundKey? Inbound { get; init; }

    /// <summary>The answer, kept so that the same message gets it again.</summary>
    public string? Answer { get; init; }

    /// <summary>Who wrote; null for jobs and for strangers that stay strangers.</summary>
    public PersonId? Person { get; init; }

    public PersonChanges? PersonChanges { get; init; }
    public ConversationWrite? Conversation { get; init; }
    public GroupWrite? Group { get; init; }
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];
}

/// <summary>What changed about the person. Null means unchanged.</summary>
public sealed record PersonChanges
{
    public static readonly PersonChanges None = new();

    /// <summary>She is new: a row is made, with the address she wrote from. Another one with this address meanwhile is a conflict.</summary>
    public bool IsNew { get; init; }

    /// <summary>An address that is hers from now on (of a new person: the one she wrote from).</summary>
    public string? Address { get; init; }

    public string? Name { get; init; }

    /// <summary>Needed for a new person.</summary>
    public string? Language { get; init; }
    public DateTimeOffset? ConsentAt { get; init; }

    /// <summary>All of them, as they are from now on.</summary>
    public PersonSettings? Settings { get; init; }
    public OptOut? Sms { get; init; }
    public OptOut? WhatsApp { get; init; }

    /// <summary>She is to be forgotten: her name and addresses go, and her name in these groups, which she has left; null otherwise.</summary>
    public IReadOnlyList<(GroupId Group, MemberNumber Number)>? Forgotten { get; init; }
}

/// <summary>Since when she wants no messages by this channel; null when she wants them again.</summary>
public sealed record OptOut(DateTimeOffset? Since);

/// <summary>The conversation after the turn. Another version than expected in the database stops the whole write.</summary>
/// <param name="ExpectedVersion">What was read; 0 when there was none.</param>
public sealed record ConversationWrite(
    long ExpectedVersion,
    string State,
    GroupId? CurrentGroup,
    short Channel,
    DateTimeOffset? LastWhatsAppAt
);

/// <summary>What happened in a group, as <see cref="GroupState.Apply"/> gave it. A <see cref="GroupCreated"/> stands first.</summary>
public sealed record GroupWrite(Actor Actor, IReadOnlyList<GroupEvent> Events, Applied Applied);

/// <summary>A message to somebody, sent after the commit.</summary>
/// <param name="Text">What the sender needs to word it: JSON of key and arguments. Stored encrypted.</param>
/// <param name="DedupeKey">The business key; a second message with the same key is not stored.</param>
/// <param name="NotBefore">Null for at once.</param>
public sealed record OutboxMessage(
    PersonId Person,
    GroupId? Group,
    string Text,
    string? Media,
    string DedupeKey,
    DateTimeOffset? NotBefore = null
);

/// <summary>Somebody else wrote meanwhile, or the message was answered by another turn: load again and do the turn anew.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is read as what it is: a conflict of turns.")]
public sealed class TurnConflict : Exception
{
    public TurnConflict() { }

    public TurnConflict(string message)
        : base(message) { }

    public TurnConflict(string message, Exception inner)
        : base(message, inner) { }
}
