using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Auditing;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Whoever gets round the triggers is found out by the audit.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task A_book_that_nobody_touched_is_clean()
    {
        await using var database = await BachatDatabase.CreateAsync();
        await LivedInAsync(database);
        await LivedInAsync(database);

        (await database.Audit.CheckAsync(null, default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("postings", "UPDATE postings SET amount_paise = amount_paise * 2 WHERE entry = 2", typeof(EntryChainBroken))]
    [InlineData("postings", "UPDATE postings SET amount_paise = amount_paise + 1 WHERE entry = 2 AND line = 1", typeof(EntryDoesNotBalance))]
    [InlineData("postings", "UPDATE postings SET account_number = 2 WHERE account_kind = 3 AND entry = 2", typeof(BalanceDiffers))]
    [InlineData("ledger_entries", "UPDATE ledger_entries SET entry_on = entry_on - 1 WHERE number = 1", typeof(EntryChainBroken))]
    [InlineData("ledger_entries", "UPDATE ledger_entries SET number = 9 WHERE number = 3", typeof(EntryChainBroken))]
    [InlineData("events", "UPDATE events SET data = replace(data, '600', '601') WHERE kind = 'loan-disbursed'", typeof(EventChainBroken))]
    [InlineData("events", "UPDATE events SET by_member = 2 WHERE number = 3", typeof(EventChainBroken))]
    [InlineData("balances", "UPDATE balances SET amount_paise = amount_paise + 100 WHERE account_kind = 1", typeof(BalanceDiffers))]
    [InlineData("event_secrets", "DELETE FROM event_secrets WHERE number = 1", typeof(EventChainBroken))]
    [InlineData("event_secrets", "UPDATE event_secrets SET data_enc = data_enc || data_enc WHERE number = 1", typeof(EventChainBroken))]
    [InlineData("groups", "UPDATE groups SET ledger_head = event_head", typeof(HeadDiffers))]
    [InlineData("groups", "UPDATE groups SET last_entry = last_entry + 1", typeof(CounterDiffers))]
    [InlineData("groups", "UPDATE groups SET last_payment = last_payment + 1", typeof(CounterDiffers))]
    [InlineData("instalments", "UPDATE instalments SET principal_paise = principal_paise + 1 WHERE number = 1", typeof(LoanDiffers))]
    [InlineData("payments", "UPDATE payments SET number = 8 WHERE number = 1", typeof(PaymentNotBooked))]
    public async Task What_was_changed_behind_its_back_is_found(string table, string sql, Type problem)
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await LivedInAsync(database);
        await database.QueryAsync(
            $"ALTER TABLE {table} DISABLE TRIGGER USER; ALTER TABLE postings DROP CONSTRAINT fk_postings_ledger_entries_group_id_entry; {sql}"
        );

        var problems = await database.Audit.CheckAsync(village.Id, default);

        problems.Select(p => p.GetType()).Should().Contain(problem);
        problems.Should().OnlyContain(p => p.Group == village.Id);
    }

    [Fact]
    public async Task A_difference_is_told_with_its_figures()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await LivedInAsync(database);
        await database.QueryAsync("UPDATE balances SET amount_paise = amount_paise + 100 WHERE account_kind = 1");

        (await database.Audit.CheckAsync(village.Id, default))
            .Should()
            .Equal(new BalanceDiffers(village.Id, Account.Cash, Money.Rupees(1_401), Money.Rupees(1_400)));
    }

    private static async Task<Village> LivedInAsync(BachatDatabase database)
    {
        var village = await Village.FoundAsync(database, 3);
        await village.CashAsync(1, 2, Money.Rupees(1_000));
        await village.CashAsync(1, 3, Money.Rupees(1_000));
        await village.LendAsync(3, Money.Rupees(600), 2);
        return village;
    }
}
