using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Many at once on one group: each decides on what the one before left.</summary>
public sealed class RaceTests
{
    private const int Loans = 50;

    [Fact]
    public async Task Fifty_payouts_at_once_never_take_more_than_the_box_holds()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(
            database,
            3,
            Village.Monthly with
            {
                MaximumActiveLoans = Loans,
                MaximumLoanTimesSavings = null,
                MinimumLoan = Money.Rupees(100),
            }
        );
        await village.CashAsync(1, 3, Money.Rupees(2_050));
        for (var loan = 0; loan < Loans; loan++)
            await village.ActAsync(3, (g, a) => ApplyForLoan.Decide(g, a, Money.Rupees(100), 1, "at once"));

        var approvals = await AtOnce(database, village, (g, a, loan) => DecideLoan.Approve(g, a, loan));
        var payouts = await AtOnce(database, village, (g, a, loan) => DisburseLoan.Decide(g, a, loan, PaymentMethod.Cash, null));

        approvals.Count(r => r is null).Should().Be(20, "what is promised is not promised twice");
        approvals.OfType<GroupCannotLend>().Should().HaveCount(30).And.OnlyContain(r => r.Lendable == Money.Rupees(50));
        payouts.Count(r => r is null).Should().Be(20);
        var after = (await database.Store.ReadGroupAsync(village.Id, Scope.All, default))!;
        after.Balances[Account.Cash].Should().Be(Money.Rupees(50));
        (await database.Audit.CheckAsync(village.Id, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Turns_of_one_person_at_once_are_stored_one_after_the_other()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(Turn));

        var reading = await database.Store.LoadAsync(new("SM0", [1], 1, village.Phone(1)), default);
        reading.Conversation.Version.Should().Be(20);
        reading.Conversation.State!.Split(',').Should().HaveCount(20).And.OnlyHaveUniqueItems("no turn wrote over another");

        async Task Turn(int message)
        {
            var key = new InboundKey($"SM{message}", [1], 1, village.Phone(1));
            for (; ; )
            {
                var before = (await database.Store.LoadAsync(key, default)).Conversation;
                var state = before.State is { } said ? $"{said},{message}" : $"{message}";
                var write = new TurnWrite
                {
                    At = village.Now,
                    Inbound = key,
                    Person = village.People[0],
                    Conversation = new(before.Version, state, village.Id, 1, null),
                };
                try
                {
                    await database.Store.CommitAsync(write, null, default);
                    return;
                }
                catch (TurnConflict) { }
            }
        }
    }

    private static async Task<Refusal?[]> AtOnce(
        BachatDatabase database,
        Village village,
        Func<GroupState, Actor, LoanNumber, Result<IReadOnlyList<GroupEvent>>> decide
    )
    {
        return await Task.WhenAll(Enumerable.Range(1, Loans).Select(number => Act(new(number))));

        async Task<Refusal?> Act(LoanNumber loan)
        {
            var actor = village.As(1);
            await using var locked = await database.Store.LockAsync(village.Id, new() { Loans = [loan] }, default);
            var decision = decide(locked.Group, actor, loan);
            if (decision.IsRefused)
                return decision.Refusal;
            var applied = locked.Group.Apply(decision.Value, actor);
            await database.Store.CommitAsync(new() { At = village.Now, Group = new(actor, decision.Value, applied) }, locked, default);
            return null;
        }
    }
}
