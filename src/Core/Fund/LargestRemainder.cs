namespace DiGiBachat.Core.Fund;

/// <summary>
/// Splits a whole number of units by weights so that the parts sum to it exactly: each gets the whole units of its part, and the units
/// that are left go one each to the largest remainders (Hamilton's method); of equal remainders to who stands first.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Parts in the order of the weights; all zero when the weights are. Negative numbers throw: they are asked about before.</summary>
    public static IReadOnlyList<long> Split(long whole, IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        var total = weights.Aggregate((Int128)0, (sum, w) => w < 0 ? throw new ArgumentOutOfRangeException(nameof(weights)) : sum + w);
        var parts = new long[weights.Count];
        if (total == 0)
            return parts;
        // Units times weight may be longer than a long: 10 crore rupees in paise, by paise and days.
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (long)((Int128)whole * weights[i] / total);
        var left = whole - parts.Sum();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (Int128)whole * weights[i] % total).ThenBy(i => i).Take((int)left))
            parts[i]++;
        return parts;
    }
}
