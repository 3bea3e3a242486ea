using CsCheck;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

public sealed class BallotTests
{
    private static readonly MemberNumber[] All = [Asha, Meera, Sunita, Radha];

    [Theory]
    [InlineData(Quorum.Half, 5, 3)]
    [InlineData(Quorum.TwoThirds, 4, 3)]
    [InlineData(Quorum.TwoThirds, 10, 7)]
    [InlineData(Quorum.ThreeQuarters, 5, 4)]
    [InlineData(Quorum.All, 5, 5)]
    public void A_quorum_is_rounded_up(Quorum quorum, int voters, int needed) => quorum.Of(voters).Should().Be(needed);

    [Fact]
    public void A_tie_does_not_pass() =>
        Outcome(
                Begins()
                    .After(Asks("?"))
                    .After(Votes(Asha, 1, true), Votes(Meera, 1, true), Votes(Sunita, 1, false), Votes(Radha, 1, false))
            )
            .Should()
            .Be(BallotOutcome.Rejected);

    [Fact]
    public void It_is_open_to_the_end_of_its_last_day_and_then_closed_by_the_calendar()
    {
        var asked = Begins().After(Asks("?"), Votes(Asha, 1, true), Votes(Meera, 1, true), Votes(Sunita, 1, true));
        var lastDay = asked with { Register = asked.On("2026-01-04").Register, Now = IndianTime.StartOf(new(2026, 1, 4)).AddHours(23) };
        lastDay.Try(Votes(Radha, 1, false)).IsRefused.Should().BeFalse();
        Outcome(asked.On("2026-01-05")).Should().Be(BallotOutcome.Passed);
        asked.On("2026-01-05").Refusal(Votes(Radha, 1, false)).Should().Be(new NoSuchBallot(new(1), ""));
    }

    [Fact]
    public void Too_few_answers_decide_nothing() =>
        Outcome(Begins().After(Asks("?"), Votes(Asha, 1, true), Votes(Meera, 1, true)).On("2026-01-05"))
            .Should()
            .Be(BallotOutcome.NoQuorum);

    [Fact]
    public void An_answer_is_changed_until_the_end_and_the_last_one_counts()
    {
        var asked = Begins().After(Asks("?"), Votes(Asha, 1, true), Votes(Meera, 1, true), Votes(Sunita, 1, true));
        var changed = asked.After(Votes(Meera, 1, false), Votes(Sunita, 1, false), Votes(Radha, 1, false));
        Closed(changed).Ballot.Should().Match<Ballot>(b => b.Yes == 1 && b.No == 3);
    }

    [Fact]
    public void Who_left_does_not_count_and_is_not_waited_for()
    {
        var asked = Begins().After(Asks("?"), Votes(Radha, 1, false), Votes(Asha, 1, true), Votes(Meera, 1, true));
        var members = asked.Group.Members.Select(m => m.Number == Radha ? m with { Status = MemberStatus.Left } : m).ToList();
        var left = asked with { Register = asked.Register with { Group = asked.Group with { Members = members } } };
        var decided = Closed(left.After(Votes(Sunita, 1, true)));
        (decided.Outcome, decided.Ballot.Yes, decided.Ballot.No).Should().Be((BallotOutcome.Passed, 3, 0));
    }

    [Fact]
    public void Whom_a_vote_is_about_is_not_asked_in_it()
    {
        var begun = Begins();
        var opened = Ballots.AskAll(begun.Group, new(PersonOf(Asha), Asha, begun.Now), new AskAll("Loan?"), false, Sunita, Radha).Value;
        opened.OfType<BallotOpened>().Single().Ballot.Voters.Should().Equal(Asha, Meera);
    }

    [Fact]
    public void Only_who_brought_it_up_takes_it_back()
    {
        var asked = Begins().After(Asks("?"));
        asked.Refusal(TakesBack(1).As(Meera)).Should().Be(new NoSuchBallot(new(1), ""));
        Outcome(asked.After(TakesBack(1))).Should().Be(BallotOutcome.Withdrawn);
    }

    [Fact]
    public void For_all_orders_of_the_same_last_answers_the_result_is_the_same_and_nobody_counts_twice()
    {
        Gen.Select(Gen.Bool.Array[4], Gen.Bool.Array[4], Gen.Shuffle(All), Gen.Shuffle(All))
            .Sample(
                (first, last, order, other) =>
                {
                    var open = Begins(Rules with { Quorum = Quorum.Half }).After(Asks("?"));
                    // Everybody but the last has answered once before and may change her mind.
                    var one = open.After([
                        .. order.Take(3).Select(m => Votes(m, 1, first[m.Value - 1])),
                        .. order.Select(m => Votes(m, 1, last[m.Value - 1])),
                    ]);
                    var two = open.After([.. other.Select(m => Votes(m, 1, last[m.Value - 1]))]);
                    var (a, b) = (Closed(one), Closed(two));
                    (a.Outcome, a.Ballot.Yes, a.Ballot.No).Should().Be((b.Outcome, b.Ballot.Yes, b.Ballot.No));
                    a.Ballot.Votes.Select(v => v.Member).Should().OnlyHaveUniqueItems();
                    a.Ballot.Yes.Should().Be(last.Count(yes => yes));
                },
                iter: 100
            );
    }

    private static BallotClosed Closed(Saheli saheli) => saheli.Register.Events.OfType<BallotClosed>().Last();

    private static BallotOutcome Outcome(Saheli saheli) => Closed(saheli).Outcome;
}
