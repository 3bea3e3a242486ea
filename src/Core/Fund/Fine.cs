namespace DiGiBachat.Core.Fund;

/// <summary>
/// A fine that an officer or a meeting put on a member, beside those that the rules add to a late due. It lies open until it is paid or
/// waived; it is the group's income when it is paid, never before.
/// </summary>
/// <param name="Number">1, 2, 3 … within the group.</param>
/// <param name="Reason">As the member was told it; empty for one that is owed again because its payment was undone.</param>
/// <param name="On">The day it was put on her; null where that is not known.</param>
public sealed record Fine(int Number, MemberNumber Member, Money Amount, Money Paid, string Reason, DateOnly? On)
{
    /// <summary>What is still owed.</summary>
    public Money Left => Amount - Paid;
}

/// <summary>How much of a contribution went to a fine. The reason is not repeated here: a contribution is in the open log.</summary>
/// <param name="Fine">The fine's number.</param>
/// <param name="Amount">The whole fine.</param>
public sealed record FineSettled(int Fine, Money Amount, DateOnly? On, Money Paid);
