using DiGiBachat.Core;
using Npgsql;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>What the database refuses by itself, whoever asks: here its owner.</summary>
public sealed class SafeguardTests
{
    [Theory]
    [InlineData("UPDATE ledger_entries SET cause = cause")]
    [InlineData("DELETE FROM ledger_entries")]
    [InlineData("TRUNCATE ledger_entries CASCADE")]
    [InlineData("UPDATE postings SET amount_paise = amount_paise")]
    [InlineData("DELETE FROM postings WHERE false")]
    [InlineData("TRUNCATE postings")]
    [InlineData("UPDATE events SET kind = kind")]
    [InlineData("DELETE FROM events")]
    [InlineData("TRUNCATE events CASCADE")]
    [InlineData("DELETE FROM inbox")]
    public async Task The_book_and_the_log_are_only_added_to(string sql)
    {
        await using var database = await BachatDatabase.CreateAsync();
        await (await Village.FoundAsync(database, 2)).CashAsync(1, 2, Money.Rupees(500));

        (await StateOf(database, sql)).Should().Be("BA003");

        (await database.CountAsync("postings")).Should().Be(2);
        (await database.CountAsync("ledger_entries")).Should().Be(1);
    }

    [Fact]
    public async Task An_entry_that_does_not_sum_to_zero_is_refused()
    {
        await using var database = await BachatDatabase.CreateAsync();
        await (await Village.FoundAsync(database, 2)).CashAsync(1, 2, Money.Rupees(500));
        const string OneSided = "INSERT INTO postings SELECT group_id, entry, 3, 1, 0, 1 FROM postings WHERE line = 1";
        const string TwoSided = "INSERT INTO postings SELECT group_id, entry, 2 + n, n, 0, 3 - 2 * n FROM postings, generate_series(1, 2) n WHERE line = 1";

        (await StateOf(database, OneSided)).Should().Be("BA004");
        (await StateOf(database, TwoSided)).Should().BeNull("1 and -1 sum to zero");
    }

    [Fact]
    public async Task A_cause_is_booked_once_in_a_group()
    {
        await using var database = await BachatDatabase.CreateAsync();
        await (await Village.FoundAsync(database, 2)).CashAsync(1, 2, Money.Rupees(500));
        const string Again =
            "INSERT INTO ledger_entries SELECT group_id, 2, entry_on, narration, cause, by_member, booked_at, event, payment, loan, hash FROM ledger_entries";

        (await StateOf(database, Again)).Should().Be(PostgresErrorCodes.UniqueViolation);
    }

    [Theory]
    [InlineData("UPDATE members SET advance_paise = -1")]
    [InlineData("UPDATE loans SET decided_by = borrower")]
    [InlineData("UPDATE loans SET principal_paise = 0")]
    [InlineData("UPDATE instalments SET principal_paid_paise = principal_paise + 1")]
    [InlineData("UPDATE instalments SET interest_paid_paise = -1")]
    [InlineData("UPDATE dues SET paid_paise = amount_paise + 1")]
    [InlineData("UPDATE dues SET fine_paid_paise = fine_paise + 1")]
    [InlineData("UPDATE payments SET amount_paise = 0")]
    public async Task Figures_that_cannot_be_are_refused(string sql)
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        village.Now = village.Now.AddMonths(2);
        await village.CashAsync(1, 3, Money.Rupees(1_000));
        await village.LendAsync(3, Money.Rupees(600), 2);

        (await StateOf(database, sql)).Should().Be(PostgresErrorCodes.CheckViolation);
    }

    private static async Task<string?> StateOf(BachatDatabase database, string sql)
    {
        try
        {
            await database.QueryAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }
}
