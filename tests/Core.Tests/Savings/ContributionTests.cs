using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Savings;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Savings;

public sealed class ContributionTests
{
    private static readonly GroupRules WithFine = Rules with { LateContributionFine = Rs(20) };

    [Fact]
    public void The_first_period_opens_on_its_due_day_for_everybody_who_is_in_by_then()
    {
        Begins().On("2026-01-09").Group.Dues.Should().BeEmpty();
        var opened = Begins().After(Joins(Kavitas), Admits(Kavita)).On("2026-01-10");
        opened.Group.Dues.Should().HaveCount(5).And.OnlyContain(d => d.PeriodOn == new DateOnly(2026, 1, 10) && d.Amount == Rs(500));
        opened.Group.NextPeriodOn.Should().Be(new DateOnly(2026, 2, 10));
    }

    [Fact]
    public void Later_periods_open_13_days_before_their_due_day_and_who_joins_after_that_begins_with_the_next()
    {
        Begins().On("2026-01-27").Dues(Sunita).Should().ContainSingle();
        var saheli = Begins().On("2026-01-28").After(Joins(Kavitas), Admits(Kavita));
        saheli.Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/0.00", "2026-02-10 0.00/500.00 +0.00/0.00");
        saheli.Dues(Kavita).Should().BeEmpty();
        saheli.On("2026-02-25").Dues(Kavita).Should().Equal("2026-03-10 0.00/500.00 +0.00/0.00");
    }

    [Fact]
    public void Who_still_waits_or_was_refused_owes_nothing()
    {
        var saheli = Begins().After(Joins(Kavitas), Joins(Stranger, "Lata"), Refuses(new(6))).On("2026-02-10");
        saheli.Dues(Kavita).Should().BeEmpty();
        saheli.Dues(new(6)).Should().BeEmpty();
    }

    [Fact]
    public void A_payment_settles_the_oldest_due_first_then_the_next_and_what_is_over_is_an_advance()
    {
        var saheli = Begins().On("2026-02-10").After(Cash(Sunita, Rs(700)));
        saheli.Dues(Sunita).Should().Equal("2026-02-10 200.00/500.00 +0.00/0.00");
        saheli.Group.Member(Sunita).Advance.Should().Be(Money.Zero);
        var ahead = saheli.After(Cash(Sunita, Rs(1_050)));
        ahead.Dues(Sunita).Should().BeEmpty();
        ahead.Group.Member(Sunita).Advance.Should().Be(Rs(750));
        ahead.Group.SavingsOf(Sunita).Should().Be(Rs(1_750));
        ahead[Account.Cash].Should().Be(Rs(1_750));
    }

    [Fact]
    public void An_advance_settles_the_next_dues_as_their_periods_open()
    {
        var saheli = Begins().After(Cash(Sunita, Rs(750))).On("2026-01-10");
        saheli.Dues(Sunita).Should().BeEmpty();
        saheli.Group.Member(Sunita).Advance.Should().Be(Rs(250));
        saheli.On("2026-02-10").Dues(Sunita).Should().Equal("2026-02-10 250.00/500.00 +0.00/0.00");
        saheli.On("2026-02-10").Group.Member(Sunita).Advance.Should().Be(Money.Zero);
        saheli.On("2026-02-10").Group.SavingsOf(Sunita).Should().Be(Rs(750));
    }

    [Theory]
    [InlineData("2026-01-15", 0)]
    [InlineData("2026-01-16", 20)]
    [InlineData("2026-01-27", 20)]
    public void A_fine_is_charged_once_when_the_days_of_grace_are_over(string day, long fine) =>
        Begins(WithFine).On(day).Group.Dues.Should().HaveCount(4).And.OnlyContain(d => d.Fine == Rs(fine));

    [Theory]
    [InlineData(499, 20)]
    [InlineData(500, 0)]
    public void Who_has_paid_the_whole_due_in_time_is_not_fined(long paid, long fine) =>
        Begins(WithFine).On("2026-01-15").After(Cash(Sunita, Rs(paid))).On("2026-01-16")
            .Group.Dues.Where(d => d.Member == Sunita).Sum(d => d.Fine.Paise).Should().Be(fine * 100);

    [Fact]
    public void A_payment_settles_a_due_then_its_fine_before_the_next_due()
    {
        var late = Begins(WithFine).On("2026-02-16");
        late.Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00", "2026-02-10 0.00/500.00 +0.00/20.00");
        var received = late.Events(Cash(Sunita, Rs(1_030))).OfType<ContributionReceived>().Single();
        received.Settled.Should().Equal(new DueSettled(new(2026, 1, 10), Rs(500), Rs(20)), new DueSettled(new(2026, 2, 10), Rs(500), Rs(10)));
        (received.Savings, received.Fine, received.Advance).Should().Be((Rs(1_000), Rs(30), Money.Zero));
        var paid = late.After(Cash(Sunita, Rs(1_030)));
        paid.Dues(Sunita).Should().Equal("2026-02-10 500.00/500.00 +10.00/20.00");
        paid.Group.SavingsOf(Sunita).Should().Be(Rs(1_000));
        paid[Account.FineIncome].Should().Be(-Rs(30));
    }

    [Fact]
    public void A_long_silence_opens_every_period_in_between()
    {
        var saheli = Begins().After(Cash(Sunita, Rs(1_200))).On("2026-06-01");
        saheli.Register.Events.OfType<PeriodOpened>().Select(p => p.PeriodOn.Month).Should().Equal(1, 2, 3, 4, 5, 6);
        saheli.Dues(Sunita).Should().HaveCount(4).And.StartWith("2026-03-10 200.00/500.00 +0.00/0.00");
    }

    [Fact]
    public void A_weekly_period_opens_the_day_after_the_due_day_before()
    {
        var weekly = Begins(Rules with { Calendar = DueCalendar.Weekly(DayOfWeek.Monday, Founded.AddDays(1)) });
        weekly.On("2026-01-04").Group.Dues.Should().BeEmpty();
        weekly.On("2026-01-05").Dues(Sunita).Should().ContainSingle().Which.Should().StartWith("2026-01-05");
        weekly.On("2026-01-06").Dues(Sunita).Should().HaveCount(2);
    }

    [Fact]
    public void An_archived_group_stands_still()
    {
        var saheli = Begins();
        RollForward.To(saheli.Group with { Status = GroupStatus.Archived }, Actor.Calendar(saheli.Now.AddDays(100))).Should().BeEmpty();
        RollForward.To(saheli.Group, Actor.Calendar(saheli.Now.AddDays(100))).Should().NotBeEmpty();
    }
}
