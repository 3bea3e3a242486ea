namespace DiGiBachat.Core.Opening;

/// <summary>The group's figures were brought forward once, and that is for ever.</summary>
public sealed record OpeningIsBooked(DateOnly On) : Refusal;

/// <summary>Figures are brought forward before the first booking, or until the end of the first period.</summary>
public sealed record OpeningIsOver(DateOnly Until) : Refusal;

/// <summary>Nothing was entered yet.</summary>
public sealed record OpeningIsEmpty : Refusal;

/// <summary>An amount is 0 to <paramref name="Largest"/>, a loan's 1 rupee or more.</summary>
public sealed record OpeningOutOfBounds(Money Largest) : Refusal;

/// <summary>The group would have more than it owes: savings, grants or surplus of <paramref name="Difference"/> are missing.</summary>
public sealed record OpeningHasMore(Money Has, Money Owes, Money Difference) : Refusal;

/// <summary>The group would owe more than it has: cash, bank, investments or loans of <paramref name="Difference"/> are missing.</summary>
public sealed record OpeningOwesMore(Money Has, Money Owes, Money Difference) : Refusal;
