namespace DiGiBachat.Core;

/// <summary>Every division of money goes through one of these, so that its rounding has a name.</summary>
public static class Rounding
{
    /// <summary><paramref name="paise"/> to a whole number of paise, a half to the even neighbour (banker's rounding).</summary>
    public static Money HalfEven(decimal paise) => new((long)Math.Round(paise, MidpointRounding.ToEven));

    /// <summary>Half-even to a multiple of <paramref name="unit"/> (1 paisa, 1 rupee, 10 rupees).</summary>
    public static Money HalfEven(decimal paise, Money unit) =>
        new((long)Math.Round(paise / unit.Paise, MidpointRounding.ToEven) * unit.Paise);

    /// <summary>Up to the next whole rupee, as paper registers do: 1,840 paise become 19 rupees.</summary>
    public static Money UpToRupee(decimal paise) => Money.Rupees((long)Math.Ceiling(paise / 100m));

    /// <summary>Down to a whole multiple of <paramref name="unit"/>.</summary>
    public static Money Down(decimal paise, Money unit) => new((long)Math.Floor(paise / unit.Paise) * unit.Paise);
}
