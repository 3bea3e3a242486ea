namespace DiGiBachat.Core;

/// <summary>An interest rate in hundredths of a percent per month (basis points): 2 % a month is 200.</summary>
public readonly record struct Rate(int BasisPointsPerMonth) : IComparable<Rate>
{
    /// <summary>The rate as a factor per month: 2 % is 0.02.</summary>
    public decimal PerMonth => BasisPointsPerMonth / 10_000m;

    /// <summary>The rate in percent per month: 2.00.</summary>
    public decimal Percent => BasisPointsPerMonth / 100m;

    /// <summary>From percent per month with at most two decimals; more decimals throw (they are asked about before).</summary>
    public static Rate FromPercent(decimal percent)
    {
        var points = percent * 100m;
        return points == decimal.Truncate(points)
            ? new((int)points)
            : throw new ArgumentOutOfRangeException(nameof(percent), "A rate has at most two decimals.");
    }

    public int CompareTo(Rate other) => BasisPointsPerMonth.CompareTo(other.BasisPointsPerMonth);
}
