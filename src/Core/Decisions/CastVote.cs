using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Decisions;

/// <summary>A member answers a ballot. Needs the whole group: what was decided happens in the same turn.</summary>
public static class CastVote
{
    /// <summary>
    /// Her answer, in place of an earlier one. Closes the ballot when nothing can change it any more, and does what was decided. Refuses a
    /// ballot that is not open or not hers to answer, in the same words.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, BallotNumber number, bool yes)
    {
        var member = Permissions.Check(group, actor, Permission.Vote);
        if (member.IsRefused)
            return member.Refusal!;
        var hers = Ballots.Of(group, member.Value.Number, actor.At).ToList();
        if (hers.FirstOrDefault(b => b.Number == number) is not { } ballot)
            return new NoSuchBallot(number, Those(hers));
        var cast = new VoteCast(number, new(member.Value.Number, yes, actor.At));
        var after = Ballots.Counted(group, DecisionFold.With(ballot, cast.Vote));
        return after.IsSettled
            ? (GroupEvent[])[cast, .. Ballots.Close(GroupFold.Apply(group, cast), actor, after)]
            : new GroupEvent[] { cast };
    }

    /// <summary>Who brought it up takes it back before it is decided. Refuses a ballot that is not open or not hers, in the same words.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Withdraw(GroupState group, Actor actor, BallotNumber number)
    {
        var member = Permissions.Check(group, actor, Permission.Vote);
        if (member.IsRefused)
            return member.Refusal!;
        var hers = group.Matters.Ballots.Where(b => b.OpenedBy == member.Value.Number && b.ClosesAt > actor.At).ToList();
        return hers.FirstOrDefault(b => b.Number == number) is { } ballot
            ? new GroupEvent[] { new BallotClosed(ballot, BallotOutcome.Withdrawn) }
            : new NoSuchBallot(number, Those(hers));
    }

    private static string Those(IEnumerable<Ballot> ballots) => string.Join(", ", ballots.Select(b => b.Number.ToString()));
}
