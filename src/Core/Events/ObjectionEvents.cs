using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core;

/// <summary>A member says that an entry of hers is wrong. No money moves.</summary>
public sealed record ObjectionRaised(Objection Objection) : GroupEvent;

/// <summary>An objection is off the table.</summary>
/// <param name="Answer">What she was told; null when the entry was undone.</param>
public sealed record ObjectionResolved(Objection Objection, string? Answer) : GroupEvent;
