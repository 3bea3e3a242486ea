using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;
using Npgsql;

namespace DiGiBachat.Bot.Tests.Durability;

/// <summary>Cash that came in, as it stands in the book of a group.</summary>
internal sealed record BookedCash(Money Amount, string Receipt);

/// <summary>What the database holds, read past everything the bot has to read it with.</summary>
internal sealed class Book(string connectionString)
{
    private const string CashOf =
        """
        SELECT p.amount_paise, p.entry FROM postings p JOIN groups g ON g.id = p.group_id
        WHERE g.name = $1 AND p.account_kind = $2 ORDER BY p.entry
        """;

    private const string BalanceOf =
        """
        SELECT coalesce(sum(b.amount_paise), 0)::bigint FROM balances b JOIN groups g ON g.id = b.group_id
        WHERE g.name = $1 AND b.account_kind = $2
        """;

    public async Task<IReadOnlyList<BookedCash>> CashAsync(string group)
    {
        await using var connection = await OpenAsync();
        await using var command = Of(CashOf, connection, group, AccountKind.Cash);
        await using var rows = await command.ExecuteReaderAsync();
        var booked = new List<BookedCash>();
        while (await rows.ReadAsync())
            booked.Add(new(new Money(rows.GetInt64(0)), PaymentCodes.OfReceipt(rows.GetInt64(1))));
        return booked;
    }

    public async Task<Money> BalanceAsync(string group, AccountKind kind)
    {
        await using var connection = await OpenAsync();
        await using var command = Of(BalanceOf, connection, group, kind);
        return new Money((long)(await command.ExecuteScalarAsync())!);
    }

#pragma warning disable CA2100 // Statements of these tests.
    public async Task<long> CountAsync(string statement)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlCommand Of(string statement, NpgsqlConnection connection, string group, AccountKind kind) =>
        new(statement, connection) { Parameters = { new() { Value = group }, new() { Value = (short)kind } } };
#pragma warning restore CA2100

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
