namespace DiGiBachat.Core.Decisions;

/// <summary>How many of those who may vote have to answer for a vote to count.</summary>
public enum Quorum
{
    Half,
    TwoThirds,
    ThreeQuarters,
    All,
}

/// <summary>The counts behind <see cref="Quorum"/>.</summary>
public static class Quorums
{
    /// <summary>Of <paramref name="voters"/>, rounded up: two thirds of 10 are 7.</summary>
    public static int Of(this Quorum quorum, int voters) =>
        quorum switch
        {
            Quorum.Half => (voters + 1) / 2,
            Quorum.TwoThirds => ((2 * voters) + 2) / 3,
            Quorum.ThreeQuarters => ((3 * voters) + 3) / 4,
            Quorum.All => voters,
        };
}
