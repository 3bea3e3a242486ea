using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core;

/// <summary>
/// Something that happened in a group. One list of events drives all that follows a decision: rows, ledger entries, the audit
/// log and who is told. Each event carries whatever its fold, its rows and its entry need; none of them looks elsewhere.
/// </summary>
public abstract record GroupEvent;

/// <summary>A group was founded, by its member 1. <paramref name="FirstPeriodOn"/> is the due day of the first period.</summary>
public sealed record GroupCreated(
    GroupId Id,
    string Name,
    GroupRules Rules,
    string? UpiAddress,
    Invite Invite,
    Member Founder,
    DateOnly FirstPeriodOn
) : GroupEvent;

/// <summary>A new invite code; the one before finds nothing any more.</summary>
public sealed record InviteRenewed(Invite Invite) : GroupEvent;

/// <summary>Somebody waits to be admitted; no money and no rights go with it. Who was in before keeps her number.</summary>
public sealed record JoinRequested(Member Member) : GroupEvent;

/// <summary>She is in, and owes from the next period that opens.</summary>
public sealed record MemberAdmitted(MemberNumber Member, DateOnly On) : GroupEvent;

/// <summary>She is not in; she may ask again.</summary>
public sealed record MemberRefused(MemberNumber Member) : GroupEvent;

/// <summary>From now on; what she decided before stands.</summary>
public sealed record RoleChanged(MemberNumber Member, Role Role) : GroupEvent;
