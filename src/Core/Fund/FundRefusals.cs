namespace DiGiBachat.Core.Fund;

/// <summary>A fine is 1 rupee to <paramref name="Largest"/>.</summary>
public sealed record FineOutOfBounds(Money Smallest, Money Largest) : Refusal;

/// <summary>Nobody fines herself, or lets herself off, while <paramref name="OtherOfficer"/> could decide.</summary>
public sealed record OwnFine(string OtherOfficer) : Refusal;

/// <summary>She has no open fine of this number.</summary>
public sealed record NoSuchFine(string Name) : Refusal;
