using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core;

/// <summary>A fine was put on a member, beside those of late dues. No money moves: it is income when it is paid.</summary>
public sealed record FineImposed(MemberNumber Member, Money Amount, string Reason, DateOnly? On = null) : GroupEvent;

/// <summary>What was left of a fine is not asked for any more.</summary>
/// <param name="Fine">The fine's number in the group.</param>
/// <param name="Amount">What was left of it.</param>
public sealed record FineWaived(int Fine, MemberNumber Member, Money Amount, string Reason) : GroupEvent;

/// <summary>The group paid for something. <paramref name="Number"/> counts all entries of other money in the group.</summary>
public sealed record ExpensePaid(int Number, Money Amount, string For, Purse From) : GroupEvent;

/// <summary>The bank added interest to the group's account.</summary>
public sealed record BankInterestReceived(int Number, Money Amount) : GroupEvent;

/// <summary>Money given to the group for good; it is lent like other money and never shared out.</summary>
public sealed record GrantReceived(int Number, Money Amount, string From, Purse Into) : GroupEvent;

/// <summary>Cash was put into the bank, or taken out of it.</summary>
public sealed record MoneyMoved(int Number, Money Amount, Purse From) : GroupEvent;

/// <summary>Surplus was placed out of the bank.</summary>
public sealed record InvestmentPlaced(Investment Investment) : GroupEvent;

/// <summary>An investment came back into the bank, with interest.</summary>
public sealed record InvestmentMatured(int Number, Investment Investment, Money Interest) : GroupEvent;

/// <summary>An entry of other money undone: it is mirrored.</summary>
/// <param name="Gone">The investment whose placing was undone.</param>
/// <param name="Open">The investment that is placed again, because its return was undone.</param>
public sealed record OtherMoneyReversed(
    long Entry,
    string Reason,
    Narration Narration,
    int? Gone,
    Investment? Open,
    IReadOnlyList<Posting> Postings
) : GroupEvent;

/// <summary>The surplus of a cycle was shared out: owed to the members from now on, and a new cycle begins.</summary>
/// <param name="Cycle">The cycle that ended.</param>
/// <param name="Days">How many days it ran, both ends counted.</param>
/// <param name="Closed">What empties the accounts of income and expenses.</param>
/// <param name="Remainder">Too little to share in whole units; it stays with the group as surplus.</param>
public sealed record SurplusShared(
    int Cycle,
    DateOnly On,
    int Days,
    ShareOutPolicy Policy,
    Money Remainder,
    IReadOnlyList<Posting> Closed,
    IReadOnlyList<Share> Shares
) : GroupEvent;

/// <summary>A member was handed her share.</summary>
public sealed record SharePaid(int Number, MemberNumber Member, Money Amount, Purse From) : GroupEvent;
