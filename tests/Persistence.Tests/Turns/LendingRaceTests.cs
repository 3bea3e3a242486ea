using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Approvals, payouts and cash in and out, all at once on one group: the pool never falls below zero, and nothing is promised twice.</summary>
public sealed class LendingRaceTests
{
    private const int Loans = 50;
    private static readonly Money Each = Money.Rupees(100);
    private static readonly Money Saved = Money.Rupees(20 * 205);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Fifty_decisions_at_once_never_take_the_pool_below_zero(int instances)
    {
        await using var database = await BachatDatabase.CreateAsync();
        await using var second = database.AnotherInstance();
        var stores = new[] { database.Store, second.GetRequiredService<TurnStore>() }.Take(instances).ToArray();
        var village = await AskedAsync(database);

        // Half are approved by now; the others are decided while these are paid out, cash comes in and entries are undone.
        for (var loan = 1; loan <= Loans / 2; loan++)
            await village.ActAsync(1, (g, a) => DecideLoan.Approve(g, a, new(loan)));
        var before = (await database.Store.ReadGroupAsync(village.Id, Scope.All, default))!;
        var outcomes = await Task.WhenAll(Turns(village, before).Select((act, i) => TryAsync(stores[i % stores.Length], village, act)));

        var after = (await database.Store.ReadGroupAsync(village.Id, Scope.All, default))!;
        after.Balances[Account.Cash].Should().BeGreaterThanOrEqualTo(Money.Zero);
        var promised = Each * after.Loans.Count(l => l.Status == LoanStatus.Approved);
        // Money undone after it was promised is missed at the payout, which is then refused; nothing else may be missing.
        var undone = Saved - after.SavingsOf(new(3));
        promised.Should().BeLessThanOrEqualTo(after.Balances[Account.Cash] + after.Balances[Account.Bank] + undone);
        outcomes
            .OfType<Refusal>()
            .Should()
            .OnlyContain(r => r is GroupCannotLend || r is PurseTooSmall || r is LoanNotInStatus || r is NewerRepaymentFirst);
        // Whoever is refused for want of money hears how much there is: less than she asked for, and never less than nothing.
        outcomes.OfType<GroupCannotLend>().Should().NotBeEmpty().And.OnlyContain(r => r.Lendable < Each && r.Lendable >= Money.Zero);
        outcomes.OfType<PurseTooSmall>().Should().NotContain(r => r.Holds >= r.Needed || r.Holds < Money.Zero);
        (await database.Audit.CheckAsync(village.Id, default)).Should().BeEmpty();
    }

    private sealed record Turn(Scope Scope, Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> Decide);

    /// <summary>50 approvals, 50 payouts, 10 of cash in, 10 of a contribution undone: money that leaves the box again.</summary>
    private static IEnumerable<Turn> Turns(Village village, GroupState before)
    {
        for (var number = 1; number <= Loans; number++)
        {
            var loan = new LoanNumber(number);
            yield return new(new() { Loans = [loan] }, (g, a) => DecideLoan.Approve(g, a, loan));
            yield return new(new() { Loans = [loan] }, (g, a) => DisburseLoan.Decide(g, a, loan, PaymentMethod.Cash, null));
            if (number % 5 > 0)
                continue;
            yield return new(Scope.Of(new MemberNumber(2)), (g, a) => ReceiveCash.Decide(g, a, new(2), Money.Rupees(20), null));
            var entry = number / 5;
            yield return new(Scope.Of(new MemberNumber(3)) with { SettledDues = true }, (g, a) => Undone(g, a, entry));
        }

        // The contributions of the beginning, entries 1 to 10, are 205 rupees each.
        Result<IReadOnlyList<GroupEvent>> Undone(GroupState group, Actor actor, int entry)
        {
            var cause = new ContributionReceived(
                new(entry),
                new(3),
                Money.Rupees(205),
                Money.Zero,
                Money.Rupees(205),
                [],
                PaymentMethod.Cash
            );
            var booked = LedgerEntry.Chain(Postings.For(cause, actor.Today)!, actor, entry, before.LedgerHead);
            return ReverseEntry.Decide(group, actor, (booked, cause), "counted twice");
        }
    }

    private static async Task<Village> AskedAsync(BachatDatabase database)
    {
        var rules = Village.Monthly with { MaximumActiveLoans = Loans, MaximumLoanTimesSavings = null, MinimumLoan = Each };
        var village = await Village.FoundAsync(database, 3, rules);
        for (var payment = 0; payment < 20; payment++)
            await village.CashAsync(1, 3, Money.Rupees(205));
        for (var loan = 0; loan < Loans; loan++)
            await village.ActAsync(3, (g, a) => ApplyForLoan.Decide(g, a, Each, 1, "at once"));
        return village;
    }

    private static async Task<Refusal?> TryAsync(TurnStore store, Village village, Turn turn)
    {
        var actor = village.As(1);
        await using var locked = await store.LockAsync(village.Id, turn.Scope, default);
        var decision = turn.Decide(locked.Group, actor);
        if (decision.IsRefused)
            return decision.Refusal;
        var applied = locked.Group.Apply(decision.Value, actor);
        applied.Group.Balances[Account.Cash].Should().BeGreaterThanOrEqualTo(Money.Zero, "not for a moment");
        await store.CommitAsync(new() { At = village.Now, Group = new(actor, decision.Value, applied) }, locked, default);
        return null;
    }
}
