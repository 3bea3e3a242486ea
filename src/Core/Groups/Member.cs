namespace DiGiBachat.Core.Groups;

/// <summary>What a member is in her group. An admin may do whatever a treasurer may (see <see cref="Permissions"/>).</summary>
public enum Role
{
    Member,
    Treasurer,
    Admin,
}

/// <summary>Where a membership stands: asked to join, in, refused by the admin, or left.</summary>
public enum MemberStatus
{
    Pending,
    Active,
    Refused,
    Left,
}

/// <summary>A member: one of the women (or men) whose group it is, by the number that stands in the register.</summary>
/// <param name="Person">Null for a member without a phone, for whom the treasurer acts.</param>
/// <param name="LastFourDigits">Of her phone, for telling two of one name apart; empty without a phone.</param>
/// <param name="Advance">Paid beyond all open dues; settles the next ones as their periods open.</param>
public sealed record Member(
    MemberNumber Number,
    PersonId? Person,
    string Name,
    string LastFourDigits,
    Role Role,
    MemberStatus Status,
    DateOnly JoinedOn,
    Money Advance
)
{
    /// <summary>What only some members have: a helper, a PIN on a shared phone …</summary>
    public MemberMore More { get; init; } = MemberMore.None;

    public bool IsActive => Status == MemberStatus.Active;
    public bool IsOfficer => IsActive && Role != Role.Member;
}

/// <summary>What only some members have; kept sealed with the name.</summary>
public sealed record MemberMore
{
    public static readonly MemberMore None = new();

    /// <summary>The member who confirms in her place what is booked for her, when she has no phone.</summary>
    public MemberNumber? Helper { get; init; }

    /// <summary>On a phone that several share, what she types to speak for herself.</summary>
    public PinHash? Pin { get; init; }

    /// <summary>The last day on which no money leaves the group for her: her membership has just moved to another phone.</summary>
    public DateOnly? HoldUntil { get; init; }

    /// <summary>She left once: entries up to this one are settled and are not undone.</summary>
    public long? SettledUpTo { get; init; }

    /// <summary>Her consent to be asked on due days with a payment that is ready; null when she has given none.</summary>
    public Payments.AutopayConsent? Autopay { get; init; }

    /// <summary>Why no money leaves the group for her today; null when it may.</summary>
    public OnHold? HoldOn(DateOnly today) => HoldUntil is { } until && today <= until ? new(until) : null;
}
