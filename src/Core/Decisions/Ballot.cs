namespace DiGiBachat.Core.Decisions;

/// <summary>A ballot's number within the group: "vote 3 yes".</summary>
public readonly record struct BallotNumber(int Value) : IComparable<BallotNumber>
{
    public int CompareTo(BallotNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Whose yes an act waits for.</summary>
public enum Consent
{
    /// <summary>One of the voters is enough: a second person who looks at it. The first answer decides.</summary>
    SecondPerson,

    /// <summary>A vote: quorum and majority as the rules say.</summary>
    Vote,
}

/// <summary>One member's answer. It may be changed until the ballot closes; the last one counts.</summary>
public sealed record Vote(MemberNumber Member, bool Yes, DateTimeOffset At);

/// <summary>
/// Something that waits for the yes of others: of one second person, or of a majority. When it has that, it happens by itself, in the
/// same turn; when not, nothing happens.
/// </summary>
/// <param name="Act">What happens when it passes.</param>
/// <param name="OpenedBy">Who brought it up; null for the calendar.</param>
/// <param name="Voters">Who may answer; members who joined later may not, and who left meanwhile does not count.</param>
/// <param name="Quorum">How many have to answer for a vote to count; 1 for a second person.</param>
/// <param name="Secret">Nobody is shown who voted how, only the count. Open otherwise.</param>
/// <param name="ClosesAt">No answer counts after this instant.</param>
public sealed record Ballot(
    BallotNumber Number,
    Act Act,
    Consent Consent,
    MemberNumber? OpenedBy,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<MemberNumber> Voters,
    int Quorum,
    bool Secret,
    IReadOnlyList<Vote> Votes
)
{
    public int Yes => Votes.Count(v => v.Yes);

    public int No => Votes.Count(v => !v.Yes);

    /// <summary>Enough have answered, and more than half of the answers are a yes. A tie does not pass.</summary>
    public bool Passes => Votes.Count >= Quorum && Yes > No;

    /// <summary>Nothing that can still be said changes the outcome: everybody has answered, or the second person has.</summary>
    public bool IsSettled => Consent == Consent.SecondPerson ? Votes.Count > 0 : Votes.Count == Voters.Count;

    /// <summary>What she answered last; null when she has not.</summary>
    public bool? AnswerOf(MemberNumber member) => Votes.FirstOrDefault(v => v.Member == member)?.Yes;
}
