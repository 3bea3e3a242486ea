namespace DiGiBachat.Core.Groups;

/// <summary>She may not. The same words whether she lacks the role, or what she named does not exist for her.</summary>
public sealed record NotPermitted : Refusal;

public sealed record GroupIsArchived(string Group) : Refusal;

public sealed record GroupNameOutOfBounds(int Longest) : Refusal;

public sealed record ContributionOutOfBounds(Money Smallest, Money Largest) : Refusal;

public sealed record MembersOutOfBounds(int Fewest, int Most) : Refusal;

public sealed record LoanRateOutOfBounds(Rate Highest) : Refusal;

public sealed record TenureOutOfBounds(int Longest) : Refusal;

public sealed record MultipleOutOfBounds(int Highest) : Refusal;

/// <summary>No group has this invite code, or it was renewed.</summary>
public sealed record InviteUnknown : Refusal;

public sealed record InviteExpired(string Group, DateOnly ValidUntil) : Refusal;

public sealed record GroupIsFull(string Group, int Maximum) : Refusal;

public sealed record AlreadyMember(string Group) : Refusal;

public sealed record AlreadyAsked(string Group) : Refusal;

public sealed record MemberUnknown : Refusal;

public sealed record MemberNotWaiting(string Name) : Refusal;

public sealed record AlreadyInRole(string Name, Role Role) : Refusal;

public sealed record LastAdmin : Refusal;
