namespace DiGiBachat.Core.Fund;

/// <summary>A fine is 1 rupee to <paramref name="Largest"/>.</summary>
public sealed record FineOutOfBounds(Money Smallest, Money Largest) : Refusal;

/// <summary>Nobody fines herself, or lets herself off, while <paramref name="OtherOfficer"/> could decide.</summary>
public sealed record OwnFine(string OtherOfficer) : Refusal;

/// <summary>She has no open fine of this number.</summary>
public sealed record NoSuchFine(string Name) : Refusal;

/// <summary>No investment of this number is out; <paramref name="Those"/> lists those that are ("1, 3"), empty when none is.</summary>
public sealed record NoSuchInvestment(int Investment, string Those) : Refusal;

/// <summary>What comes back is the principal of <paramref name="Principal"/> or more, up to <paramref name="Largest"/>.</summary>
public sealed record MaturityOutOfBounds(Money Principal, Money Largest) : Refusal;

/// <summary>The group earned nothing beyond what it spent; it is carried over.</summary>
public sealed record NothingToShare(Money Income, Money Expenses) : Refusal;

/// <summary>Nobody has savings to share by.</summary>
public sealed record NobodyHasSaved : Refusal;

/// <summary>No share waits to be paid to her.</summary>
public sealed record NoShareToPay(string Name) : Refusal;
