namespace DiGiBachat.Core.Groups;

/// <summary>The amount of a rule, outside its bounds.</summary>
public sealed record RuleAmountOutOfBounds(Money Smallest, Money Largest) : Refusal;

/// <summary>The figure of a rule, outside its bounds.</summary>
public sealed record RuleNumberOutOfBounds(int Fewest, int Most) : Refusal;

/// <summary>Not one of what the rule can be.</summary>
public sealed record RuleNotAChoice : Refusal;

/// <summary>This rule always holds.</summary>
public sealed record RuleCannotBeOff : Refusal;

/// <summary>It is so already.</summary>
public sealed record RuleUnchanged : Refusal;

/// <summary>There are more members than this would allow.</summary>
public sealed record FewerThanMembers(int Members) : Refusal;

/// <summary>Not an address of UPI (name@bank).</summary>
public sealed record NotAUpiAddress : Refusal;

/// <summary>1 to <paramref name="Longest"/> characters.</summary>
public sealed record WordsOutOfBounds(int Longest) : Refusal;

/// <summary>So many messages to all went out today.</summary>
public sealed record ToldTooOften(int Most) : Refusal;

/// <summary>What still stands: savings of members, loans to come back, shares to be paid, money in the box, the bank and elsewhere.</summary>
public sealed record BooksNotAtZero(Money Savings, Money Loans, Money Shares, Money Money) : Refusal;

/// <summary>Only a closed group is opened.</summary>
public sealed record GroupNotArchived(string Group) : Refusal;

/// <summary>Only the admin who closed it, only within <paramref name="Days"/> days, and never after it was dissolved.</summary>
public sealed record CannotReopen(int Days) : Refusal;
