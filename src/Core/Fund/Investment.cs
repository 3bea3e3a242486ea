namespace DiGiBachat.Core.Fund;

/// <summary>Surplus that the group placed for a time, a fixed deposit mostly. It is the group's money still, but not to lend.</summary>
/// <param name="Number">1, 2, 3 … within the group: "matured 1".</param>
/// <param name="Where">In the officer's words: "SBI FD".</param>
public sealed record Investment(int Number, Money Amount, string Where, int Months, DateOnly PlacedOn)
{
    /// <summary>The day on which it should come back; a month's last day where that month is shorter.</summary>
    public DateOnly MaturesOn => PlacedOn.AddMonths(Months);
}
