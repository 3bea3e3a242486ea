namespace DiGiBachat.Core.Groups;

/// <summary>She may not. The same words whether she lacks the role, or what she named does not exist for her.</summary>
public sealed record NotPermitted : Refusal;

/// <summary>An archived group is read, not changed.</summary>
public sealed record GroupIsArchived(string Group) : Refusal;

/// <summary>1 to <paramref name="Longest"/> letters.</summary>
public sealed record GroupNameOutOfBounds(int Longest) : Refusal;

/// <summary>1 rupee to 1 lakh a period.</summary>
public sealed record ContributionOutOfBounds(Money Smallest, Money Largest) : Refusal;

/// <summary>2 to 50; above 20 an unregistered association needs registration.</summary>
public sealed record MembersOutOfBounds(int Fewest, int Most) : Refusal;

/// <summary>0 to 5 percent a month.</summary>
public sealed record LoanRateOutOfBounds(Rate Highest) : Refusal;

/// <summary>1 to 60 months.</summary>
public sealed record TenureOutOfBounds(int Longest) : Refusal;

/// <summary>1 to 20 times one's savings.</summary>
public sealed record MultipleOutOfBounds(int Highest) : Refusal;

/// <summary>No group has this invite code, or it was renewed.</summary>
public sealed record InviteUnknown : Refusal;

/// <summary>An invite is valid for 90 days, the last included.</summary>
public sealed record InviteExpired(string Group, DateOnly ValidUntil) : Refusal;

/// <summary>As many active members as the rules allow; who waits does not count.</summary>
public sealed record GroupIsFull(string Group, int Maximum) : Refusal;

/// <summary>She is in.</summary>
public sealed record AlreadyMember(string Group) : Refusal;

/// <summary>She waits for the admin already.</summary>
public sealed record AlreadyAsked(string Group) : Refusal;

/// <summary>Nobody active has this number.</summary>
public sealed record MemberUnknown : Refusal;

/// <summary>She was admitted or refused already.</summary>
public sealed record MemberNotWaiting(string Name) : Refusal;

/// <summary>Nothing would change.</summary>
public sealed record AlreadyInRole(string Name, Role Role) : Refusal;

/// <summary>A group always has an admin: make another one first.</summary>
public sealed record LastAdmin : Refusal;
