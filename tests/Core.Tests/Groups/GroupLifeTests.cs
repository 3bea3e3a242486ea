using DiGiBachat.Core.Groups;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

public sealed class GroupLifeTests
{
    [Fact]
    public void A_new_UPI_address_needs_a_second_officer()
    {
        var asked = Begins().After(NamesUpi("sakhi@okaxis"));
        asked.Group.UpiAddress.Should().Be("saheli@okaxis");
        asked.Group.Matters.Ballots.Single().Voters.Should().Equal(Meera);
        asked.After(Votes(Meera, true, 1)).Group.UpiAddress.Should().Be("sakhi@okaxis");
        asked.After(Votes(Meera, false, 1)).Group.UpiAddress.Should().Be("saheli@okaxis");
    }

    [Fact]
    public void With_one_officer_a_new_UPI_address_holds_a_day_later_and_can_be_taken_back()
    {
        var alone = Begins().After(Makes(Meera, Role.Member), NamesUpi("sakhi@okaxis"));
        alone.Group.UpiAddress.Should().Be("saheli@okaxis");
        alone.On("2026-01-02").Group.UpiAddress.Should().Be("sakhi@okaxis");
        var kept = alone.After(NamesUpi("saheli@okaxis"));
        kept.On("2026-01-03").Group.UpiAddress.Should().Be("saheli@okaxis");
        kept.Group.Matters.HeldUpi.Should().BeNull();
    }

    [Fact]
    public void A_closed_group_has_no_dues_and_goes_on_with_the_next_due_day()
    {
        var closed = Begins().After(Archives());
        closed.Group.Status.Should().Be(GroupStatus.Archived);
        closed.On("2026-01-25").Dues(Sunita).Should().BeEmpty();
        var open = closed.On("2026-01-25").After(Reopens());
        (open.Group.Status, open.Group.NextPeriodOn).Should().Be((GroupStatus.Active, new DateOnly(2026, 2, 10)));
        open.On("2026-02-10").Dues(Sunita).Should().Equal("2026-02-10 0.00/500.00 +0.00/0.00");
    }

    [Fact]
    public void A_group_that_all_voted_to_end_is_not_opened_again()
    {
        var asked = Begins().After(Dissolves());
        var ended = asked.After([.. new[] { Asha, Meera, Sunita, Radha }.Select(m => Votes(m, true, 1))]);
        (ended.Group.Status, ended.Group.Matters.Archived!.Final).Should().Be((GroupStatus.Archived, true));
        ended.Refusal(Reopens()).Should().Be(new CannotReopen(30));
    }

    [Fact]
    public void Money_that_came_while_they_voted_keeps_the_group_going()
    {
        var asked = Begins().After(Dissolves(), Votes(Asha, true, 1), Votes(Meera, true, 1), Votes(Radha, true, 1), Cash(Sunita, Rs(500)));
        var voted = asked.After(Votes(Sunita, true, 1));
        voted.Group.Status.Should().Be(GroupStatus.Active);
        voted
            .Register.Events.OfType<BallotClosed>()
            .Single()
            .Should()
            .Match<BallotClosed>(c => c.Outcome == BallotOutcome.Impossible && c.Refused == "BooksNotAtZero");
    }

    [Fact]
    public void Health_says_what_is_at_risk_and_what_came_back()
    {
        var saheli = Begins(Rules with { LoanRate = new(0) })
            .WithSavings(2_000)
            .WithLoan(4_000, 4)
            .On("2026-02-05")
            .After(Cash(Sunita, Rs(500), loan: 1))
            .On("2026-03-12");
        MonthEnd[] months = [new(new(2025, 12, 12), Rs(100), Rs(0)), new(new(2026, 1, 31), Rs(8_000), Rs(4_000))];
        var health = GroupHealth.Of(saheli.Group, new(2026, 3, 12), months);
        (health.Savings, health.LoansOut, health.Cash, health.Loans).Should().Be((Rs(8_000), Rs(3_500), Rs(4_500), 1));
        (health.AtRisk, health.LoansAtRisk, health.RiskPercent).Should().Be((Rs(3_500), 1, 100));
        (health.DueSoFar, health.PaidSoFar, health.RepaymentPercent).Should().Be((Rs(2_000), Rs(500), 25));
        health.Before.Should().Be(months[0]);
    }
}
