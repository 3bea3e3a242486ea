using DiGiBachat.Core.Decisions;

namespace DiGiBachat.Core.Folds;

/// <summary>Ballots while they are open.</summary>
internal static class DecisionFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            BallotOpened e => group.Change(m => m with { Ballots = [.. m.Ballots, e.Ballot], LastBallot = e.Ballot.Number.Value }),
            VoteCast e => group.Change(m =>
                m with
                {
                    Ballots = m.Ballots.Select(b => b.Number == e.Ballot ? With(b, e.Vote) : b).ToList(),
                }
            ),
            BallotClosed e => group.Change(m => m with { Ballots = m.Ballots.Where(b => b.Number != e.Ballot.Number).ToList() }),
            _ => null,
        };

    /// <summary>The ballot with this answer in place of her earlier one.</summary>
    public static Ballot With(Ballot ballot, Vote vote) =>
        ballot with
        {
            Votes = [.. ballot.Votes.Where(v => v.Member != vote.Member), vote],
        };
}
