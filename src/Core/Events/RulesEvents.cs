using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core;

/// <summary>One rule has a new value from <paramref name="On"/> on, and the rules a new version.</summary>
/// <param name="Rules">All rules as they are now.</param>
/// <param name="Rule">Its key in <see cref="RuleBook"/>.</param>
/// <param name="By">The admin; null when all decided by vote.</param>
/// <param name="NextPeriodOn">The due day of the next period to open; another one when the saving days changed.</param>
public sealed record RulesChanged(
    int Version,
    GroupRules Rules,
    string Rule,
    string Was,
    string Value,
    MemberNumber? By,
    DateOnly On,
    DateOnly NextPeriodOn
) : GroupEvent;

/// <summary>The group has another name.</summary>
public sealed record GroupRenamed(string Was, string Name) : GroupEvent;

/// <summary>Another UPI address is named and waits; null when what waited was taken back. Nothing is paid there yet.</summary>
public sealed record UpiAddressHeld(HeldUpiAddress? Held) : GroupEvent;

/// <summary>Members pay to this address from now on; null for cash only.</summary>
public sealed record UpiAddressChanged(string? Was, string? Address) : GroupEvent;

/// <summary>An admin told all members something in her own words.</summary>
public sealed record AllTold(string Words, DateOnly On) : GroupEvent;

/// <summary>The group is closed: it is read and changed no more.</summary>
/// <param name="Final">All have voted to dissolve it, and it is not opened again.</param>
public sealed record GroupArchived(MemberNumber? By, DateOnly On, bool Final) : GroupEvent;

/// <summary>A closed group goes on; the time in between has no dues.</summary>
public sealed record GroupReopened(DateOnly NextPeriodOn) : GroupEvent;
