using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Tests.Turns;

namespace DiGiBachat.Persistence.Tests.Queries;

/// <summary>What a group looks back on is what happened.</summary>
public sealed class HistoryQueriesTests
{
    [Fact]
    public async Task Each_version_of_the_rules_is_kept_with_its_day_and_who_decided()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        village.Now = village.Now.AddDays(7);
        await village.ActAsync(1, (g, a) => ChangeRules.Decide(g, a, "loan-rate", "150"));
        await village.ActAsync(1, (g, a) => ChangeRules.Decide(g, a, "guarantors", "1"));

        var versions = await database.History.RulesAsync(village.Id, default);

        versions.Select(v => (v.Version, v.Rules.LoanRate.BasisPointsPerMonth, v.Rules.Guarantors, v.By, v.On)).Should()
            .Equal(
                (1, 200, 0, (MemberNumber?)new MemberNumber(1), new DateOnly(2026, 4, 1)),
                (2, 150, 0, new MemberNumber(1), new(2026, 4, 8)),
                (3, 150, 1, new MemberNumber(1), new(2026, 4, 8))
            );
        village.Folded.RulesVersion.Should().Be(3);
    }

    [Fact]
    public async Task The_last_ballots_are_read_from_the_log_newest_first()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        foreach (var (question, yes) in new[] { ("one?", true), ("two?", false), ("three?", true) })
        {
            await village.ActAsync(1, (g, a) => PutQuestion.Decide(g, a, question, false));
            var number = new BallotNumber(village.Folded.Matters.LastBallot);
            await village.ActAsync(1, (g, a) => CastVote.Decide(g, a, number, true));
            await village.ActAsync(2, (g, a) => CastVote.Decide(g, a, number, yes));
        }

        var past = await database.History.BallotsAsync(village.Id, 2, default);

        past.Select(p => (p.Closed.Ballot.Number.Value, ((AskAll)p.Closed.Ballot.Act).Question, p.Closed.Outcome, p.Closed.Ballot.Yes)).Should()
            .Equal((3, "three?", BallotOutcome.Passed, 2), (2, "two?", BallotOutcome.Rejected, 1));
    }

    [Fact]
    public async Task Month_ends_are_what_the_book_held_and_a_quiet_month_is_as_the_one_before()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 3, Money.Rupees(1_000));
        village.Now = village.Now.AddMonths(2);
        await village.CashAsync(1, 3, Money.Rupees(500));
        await village.LendAsync(3, Money.Rupees(600), 2);
        var none = await database.History.MonthsAsync(village.Id, new(2026, 3, 31), default);

        var months = await database.History.MonthsAsync(village.Id, new(2026, 7, 5), default);

        none.Should().BeEmpty();
        months.Should()
            .Equal(
                new MonthEnd(new(2026, 4, 30), Money.Rupees(1_000), Money.Zero),
                new MonthEnd(new(2026, 5, 31), Money.Rupees(1_000), Money.Zero),
                new MonthEnd(new(2026, 6, 30), Money.Rupees(1_500), Money.Rupees(600)),
                new MonthEnd(new(2026, 7, 5), Money.Rupees(1_500), Money.Rupees(600))
            );
    }

    [Fact]
    public async Task A_saving_day_says_how_much_of_it_has_come()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        village.Now = village.Now.AddDays(10);
        await village.CashAsync(1, 3, Money.Rupees(100));
        await village.CashAsync(1, 2, Money.Rupees(50));

        var periods = await database.History.PeriodsAsync(village.Id, new(2026, 4, 11), 12, default);

        periods.Should().Equal(new PeriodPaid(new(2026, 4, 10), Money.Rupees(300), Money.Rupees(150)));
        periods[0].Percent.Should().Be(50);
    }
}
