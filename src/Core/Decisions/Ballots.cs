using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Decisions;

/// <summary>How an act is put to others, and how that ends. Use cases that need a second yes call this.</summary>
public static class Ballots
{
    /// <summary>How long a second person may take; after that the act is forgotten.</summary>
    public static readonly TimeSpan SecondPersonTime = TimeSpan.FromDays(3);

    /// <summary>More at once would be a mistake, or a game.</summary>
    public const int MostOpen = 20;

    /// <summary>
    /// Asks one of <paramref name="voters"/> to look at it. Refuses when nobody could (<see cref="NobodyElse"/>) and when too many
    /// ballots are open.
    /// </summary>
    internal static Result<IReadOnlyList<GroupEvent>> AskSecondPerson(GroupState group, Actor actor, Act act, IEnumerable<Member> voters)
    {
        var asked = voters.Where(m => m.IsActive && m.Number != actor.Member).Select(m => m.Number).ToList();
        return asked.Count == 0 ? new NobodyElse() : Open(group, actor, new(act, Consent.SecondPerson, asked, 1, false, SecondPersonTime));
    }

    /// <summary>
    /// Puts it to the vote of all active members but <paramref name="excluded"/>; quorum and days as the rules say. Refuses when nobody
    /// could vote and when too many ballots are open.
    /// </summary>
    internal static Result<IReadOnlyList<GroupEvent>> AskAll(
        GroupState group,
        Actor actor,
        Act act,
        bool secret = false,
        params MemberNumber[] excluded
    )
    {
        var voters = group.ActiveMembers.Where(m => !excluded.Contains(m.Number)).Select(m => m.Number).ToList();
        return voters.Count == 0
            ? new NobodyElse()
            : Open(
                group,
                actor,
                new(act, Consent.Vote, voters, group.Rules.Quorum.Of(voters.Count), secret, TimeSpan.FromDays(group.Rules.VoteDays))
            );
    }

    /// <summary>The open ballot of this number, when she may answer it.</summary>
    public static Ballot? For(GroupState group, MemberNumber voter, BallotNumber number) =>
        group.Matters.Ballots.FirstOrDefault(b => b.Number == number && b.Voters.Contains(voter));

    /// <summary>Ballots whose time is over, closed by the calendar: only in a group that was read whole, for their acts may need all of it.</summary>
    internal static IEnumerable<GroupEvent> CloseDue(GroupState group, Actor actor) =>
        group.IsWhole && group.Matters.Ballots.FirstOrDefault(b => b.ClosesAt <= actor.At) is { } due ? Close(group, actor, due) : [];

    /// <summary>What closing it does: its end, and the events of its act when it passed and can be done.</summary>
    internal static IReadOnlyList<GroupEvent> Close(GroupState group, Actor actor, Ballot ballot)
    {
        var counted = ballot with { Votes = ballot.Votes.Where(v => group.FindMember(v.Member) is { IsActive: true }).ToList() };
        if (!counted.Passes)
            return [new BallotClosed(ballot, counted.Votes.Count < counted.Quorum ? BallotOutcome.NoQuorum : BallotOutcome.Rejected)];
        var closed = new BallotClosed(ballot, BallotOutcome.Passed);
        var done = Acts.Carry(GroupFold.Apply(group, closed), actor, ballot);
        return done.IsRefused
            ? [new BallotClosed(ballot, BallotOutcome.Impossible, done.Refusal!.GetType().Name)]
            : [closed, .. done.Value];
    }

    private sealed record Terms(Act Act, Consent Consent, IReadOnlyList<MemberNumber> Voters, int Quorum, bool Secret, TimeSpan Time);

    private static Result<IReadOnlyList<GroupEvent>> Open(GroupState group, Actor actor, Terms terms)
    {
        if (group.Matters.Ballots.Count >= MostOpen)
            return new TooManyBallots(MostOpen);
        var ballot = new Ballot(
            new(group.Matters.LastBallot + 1),
            terms.Act,
            terms.Consent,
            actor.Member,
            actor.At,
            actor.At + terms.Time,
            terms.Voters,
            terms.Quorum,
            terms.Secret,
            []
        );
        return new GroupEvent[] { new BallotOpened(ballot) };
    }
}
