using DiGiBachat.Core;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Persistence.Turns;

/// <summary>What a turn answers: the provider's message id (unique for ever), the SHA-256 of what came, and from where.</summary>
/// <param name="Channel">The channel's number, as it is stored.</param>
/// <param name="Address">Canonical: E.164, or a WhatsApp user id. The same number is the same person on every channel.</param>
public sealed record InboundKey(string MessageId, byte[] BodyHash, short Channel, string Address);

/// <summary>Everything a turn starts from, read in one round trip and without a lock.</summary>
public sealed record TurnReading
{
    /// <summary>The message was answered before; this is the answer, and the turn ends here.</summary>
    public StoredAnswer? Answered { get; init; }

    /// <summary>The message id was used before for another body: not answered, but logged.</summary>
    public bool Conflict { get; init; }

    /// <summary>Null for an address that nobody has.</summary>
    public PersonReading? Person { get; init; }

    public ConversationReading Conversation { get; init; } = ConversationReading.None;

    /// <summary>Of all groups she is or was in or asked to join.</summary>
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>The current group, with her own dues, loans and payments; null when she has none.</summary>
    public GroupState? Group { get; init; }
}

/// <summary>The answer that was given; <paramref name="Text"/> is null when there was nothing to say.</summary>
public sealed record StoredAnswer(string? Text);

/// <param name="Name">Null until she has told it.</param>
public sealed record PersonReading(
    PersonId Id,
    string? Name,
    string Language,
    DateTimeOffset? ConsentAt,
    DateTimeOffset? SmsOptedOutAt,
    DateTimeOffset? WhatsAppOptedOutAt
)
{
    public PersonSettings Settings { get; init; } = PersonSettings.None;
}

/// <param name="Version">0 when there is none yet; each write is one more.</param>
/// <param name="State">What the dialog engine wrote; null when there is none yet.</param>
public sealed record ConversationReading(
    long Version,
    string? State,
    GroupId? CurrentGroup,
    short? LastChannel,
    DateTimeOffset? LastWhatsAppAt,
    DateTimeOffset? UpdatedAt
)
{
    public static readonly ConversationReading None = new(0, null, null, null, null, null);
}

public sealed record Membership(
    GroupId Group,
    string GroupName,
    GroupStatus GroupStatus,
    MemberNumber Number,
    Role Role,
    MemberStatus Status
);

/// <summary>What of a group is read besides the group itself, its members and its own balances.</summary>
public sealed record Scope
{
    /// <summary>Everybody's open dues, loans, payments and balances.</summary>
    public static readonly Scope All = new() { Members = null };

    /// <summary>Whose open dues, loans, payments and balances; null for everybody's.</summary>
    public IReadOnlyList<MemberNumber>? Members { get; init; } = [];

    /// <summary>These loans whatever their status, and what their borrowers have open.</summary>
    public IReadOnlyList<LoanNumber> Loans { get; init; } = [];

    /// <summary>These payments whatever their status, and what their members have open.</summary>
    public IReadOnlyList<PaymentNumber> Payments { get; init; } = [];

    /// <summary>Settled dues too.</summary>
    public bool SettledDues { get; init; }

    /// <summary>The history of everybody's savings, for a share-out by savings times time: fills <see cref="GroupState.SavingsHistory"/>.</summary>
    public bool SavingsHistory { get; init; }

    /// <summary>A bank reference to look for: fills <see cref="GroupState.ReferenceUsed"/>.</summary>
    public string? Reference { get; init; }

    public static Scope Of(params MemberNumber[] members) => new() { Members = members };
}
