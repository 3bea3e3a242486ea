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

    /// <summary>The ballots that she may still answer at this moment.</summary>
    public static IEnumerable<Ballot> Of(GroupState group, MemberNumber voter, DateTimeOffset at) =>
        group.Matters.Ballots.Where(b => b.Voters.Contains(voter) && b.ClosesAt > at);

    /// <summary>Ballots whose time is over, closed by the calendar: only in a group that was read whole, for their acts may need all of it.</summary>
    internal static IEnumerable<GroupEvent> CloseDue(GroupState group, Actor actor) =>
        group.IsWhole
        && group.Matters.Ballots.FirstOrDefault(b =>
            b.ClosesAt <= actor.At && (b.Act is not Fund.ShareSurplus || group.SavingsHistory is not null)
        )
            is { } due
            ? Close(group, actor, due)
            : [];

    /// <summary>What closing it does: its end, and the events of its act when it passed and can be done.</summary>
    internal static IReadOnlyList<GroupEvent> Close(GroupState group, Actor actor, Ballot ballot)
    {
        var counted = Counted(group, ballot);
        if (!counted.Passes)
            return [new BallotClosed(counted, counted.Votes.Count < counted.Quorum ? BallotOutcome.NoQuorum : BallotOutcome.Rejected)];
        var closed = new BallotClosed(counted, BallotOutcome.Passed);
        var done = Acts.Carry(GroupFold.Apply(group, closed), actor, counted);
        return done.IsRefused
            ? [new BallotClosed(counted, BallotOutcome.Impossible, done.Refusal!.GetType().Name)]
            : [closed, .. done.Value];
    }

    /// <summary>
    /// The ballot without those who left since: their answers do not count, nobody waits for them, and the quorum is never more than
    /// those who are still here.
    /// </summary>
    internal static Ballot Counted(GroupState group, Ballot ballot)
    {
        var here = ballot.Voters.Where(v => group.FindMember(v) is { IsActive: true }).ToList();
        return ballot with
        {
            Voters = here,
            Quorum = Math.Max(1, Math.Min(ballot.Quorum, here.Count)),
            Votes = ballot.Votes.Where(v => here.Contains(v.Member)).ToList(),
        };
    }

    /// <summary>Votes are open to the end of their last day; a second person has so many hours.</summary>
    private static DateTimeOffset End(Actor actor, Consent consent, TimeSpan time) =>
        consent == Consent.Vote ? IndianTime.StartOf(actor.Today.AddDays(time.Days + 1)).AddMinutes(-1) : actor.At + time;

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
            End(actor, terms.Consent, terms.Time),
            terms.Voters,
            terms.Quorum,
            terms.Secret,
            []
        );
        return new GroupEvent[] { new BallotOpened(ballot) };
    }
}
