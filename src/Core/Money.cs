namespace DiGiBachat.Core;

/// <summary>
/// An amount of Indian rupees in whole paise. The only currency is INR. Arithmetic is exact and
/// overflow throws; nothing is ever rounded here: whoever divides names the rounding (<see cref="Rounding"/>).
/// </summary>
public readonly record struct Money(long Paise) : IComparable<Money>
{
    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>Whole rupees.</summary>
    public static Money Rupees(long rupees) => new(checked(rupees * 100));

    public bool IsZero => Paise == 0;
    public bool IsPositive => Paise > 0;
    public bool IsNegative => Paise < 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Paise + b.Paise));

    public static Money operator -(Money a, Money b) => new(checked(a.Paise - b.Paise));

    public static Money operator -(Money a) => new(checked(-a.Paise));

    public static Money operator *(Money a, long times) => new(checked(a.Paise * times));

    public static bool operator <(Money a, Money b) => a.Paise < b.Paise;

    public static bool operator >(Money a, Money b) => a.Paise > b.Paise;

    public static bool operator <=(Money a, Money b) => a.Paise <= b.Paise;

    public static bool operator >=(Money a, Money b) => a.Paise >= b.Paise;

    public static Money Min(Money a, Money b) => a <= b ? a : b;

    public static Money Max(Money a, Money b) => a >= b ? a : b;

    public int CompareTo(Money other) => Paise.CompareTo(other.Paise);

    /// <summary>For test output and the debugger only; people see what Texts/Formats makes of it.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{(Paise < 0 ? "-" : "")}{Math.Abs(Paise) / 100}.{Math.Abs(Paise) % 100:00}");
}
