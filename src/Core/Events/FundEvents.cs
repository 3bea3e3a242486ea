namespace DiGiBachat.Core;

/// <summary>A fine was put on a member, beside those of late dues. No money moves: it is income when it is paid.</summary>
public sealed record FineImposed(MemberNumber Member, Money Amount, string Reason, DateOnly? On = null) : GroupEvent;

/// <summary>What was left of a fine is not asked for any more.</summary>
/// <param name="Fine">The fine's number in the group.</param>
/// <param name="Amount">What was left of it.</param>
public sealed record FineWaived(int Fine, MemberNumber Member, Money Amount, string Reason) : GroupEvent;
