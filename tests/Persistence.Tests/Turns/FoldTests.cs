using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>What happens in memory and what happens in the rows are the same, whatever happens.</summary>
public sealed class FoldTests
{
    private const int Acts = 350;

    [Fact]
    public async Task Folded_and_read_back_a_group_is_the_same_after_every_act()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var happened = new HashSet<Type>();
        foreach (var (seed, rules) in Groups())
        {
            var village = await Village.FoundAsync(database, 4, rules);
            var life = new GroupLife(database, village, new Random(seed));
            if (seed == 2)
                await life.BringForwardAsync();
            if (seed == 1)
                (await life.AutopayAsync()).Should().BeNull();
            if (seed == 4)
                await life.PlaceAndCorrectAsync();
            if (seed == 3)
                await life.CloseMeetingAsync();
            for (var act = 1; act <= Acts; act++)
            {
                var what = await life.ActAsync();
                var read = await database.Store.ReadGroupAsync(village.Id, Scope.All, default);
                Picture.Of(read!).Should().Equal(Picture.Of(village.Folded), $"seed {seed}, act {act} was {what}");
            }
            happened.UnionWith(village.Happened);
            (await database.Audit.CheckAsync(village.Id, default)).Should().BeEmpty($"seed {seed}");
        }
        happened.UnionWith(await LoanOfAllKindsAsync(database));
        EventJson.Known.Except(happened).Should().BeEmpty("every event was driven through the database at least once");
    }

    private static async Task<HashSet<Type>> LoanOfAllKindsAsync(BachatDatabase database)
    {
        var rules = Village.Monthly with { Guarantors = 1, VoteOnLoansAbove = Money.Rupees(500), LateInstalmentCharge = Money.Rupees(10) };
        var village = await Village.FoundAsync(database, 4, rules);
        await new GroupLife(database, village, new Random(4)).LoanOfAllKindsAsync(async what =>
        {
            var read = await database.Store.ReadGroupAsync(village.Id, Scope.All, default);
            Picture.Of(read!).Should().Equal(Picture.Of(village.Folded), what);
        });
        (await database.Audit.CheckAsync(village.Id, default)).Should().BeEmpty("the loan of all kinds");
        return village.Happened;
    }

    [Fact]
    public async Task A_narrow_reading_holds_what_is_hers_and_the_group_s_own()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 2, Money.Rupees(1_000));
        await village.CashAsync(1, 3, Money.Rupees(2_000));
        var loan = await village.LendAsync(3, Money.Rupees(600), 2);
        var whole = (await database.Store.ReadGroupAsync(village.Id, Scope.All, default))!;

        var hers = (await database.Store.ReadGroupAsync(village.Id, Scope.Of(new MemberNumber(2)), default))!;
        var byLoan = (await database.Store.ReadGroupAsync(village.Id, new() { Loans = [loan] }, default))!;

        hers.Members.Should().Equal(whole.Members);
        hers.Balances[Account.Cash].Should().Be(Money.Rupees(2_400));
        hers.SavingsOf(new(2)).Should().Be(Money.Rupees(1_000));
        hers.SavingsOf(new(3)).Should().Be(Money.Zero, "it was not read");
        hers.Loans.Should().BeEmpty();
        byLoan.SavingsOf(new(3)).Should().Be(Money.Rupees(2_000));
        byLoan.Balances[Account.Loan(loan)].Should().Be(Money.Rupees(600));
        byLoan.Loans.Should().ContainSingle().Which.Instalments.Should().Equal(whole.FindLoan(loan)!.Instalments);
    }

    [Fact]
    public async Task Promised_money_is_read_whoever_it_was_promised_to()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 3, Money.Rupees(2_000));
        await village.ActAsync(3, (g, a) => ApplyForLoan.Decide(g, a, Money.Rupees(1_500), 2, "shop"));
        await village.ActAsync(1, (g, a) => DecideLoan.Approve(g, a, new(1)));

        var hers = (await database.Store.ReadGroupAsync(village.Id, Scope.Of(new MemberNumber(2)), default))!;

        hers.Lendable.Should().Be(Money.Rupees(500));
    }

    private static IEnumerable<(int Seed, GroupRules Rules)> Groups()
    {
        var strict = Village.Monthly with
        {
            LateContributionFine = Money.Rupees(5),
            LateInstalmentCharge = Money.Rupees(10),
            MaximumActiveLoans = 2,
            MinimumLoan = Money.Rupees(100),
            Withdrawals = true,
        };
        yield return (1, strict);
        yield return (4, strict);
        yield return (5, strict with { LateContributionFine = Money.Zero });
        yield return (6, strict with { MaximumActiveLoans = 1 });
        yield return (
            2,
            strict with
            {
                InterestMethod = InterestMethod.Flat,
                Prepayment = PrepaymentRule.LowerInstalment,
                Guarantors = 1,
                VoteOnLoansAbove = Money.Rupees(500),
                Quorum = Core.Decisions.Quorum.Half,
            }
        );
        yield return (
            3,
            strict with
            {
                InterestMethod = InterestMethod.Shg,
                Calendar = DueCalendar.Fortnightly(DayOfWeek.Sunday, new(2026, 4, 1)),
                Prepayment = PrepaymentRule.NextInstalments,
            }
        );
    }
}
