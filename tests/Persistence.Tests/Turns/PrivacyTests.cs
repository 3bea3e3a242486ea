using System.Text;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Who reads the disk learns no name, no number, no address and nothing that was said.</summary>
public sealed class PrivacyTests
{
    private const string Purpose = "Operation of my husband";
    private const string Reason = "Her son drinks";

    [Fact]
    public async Task No_name_number_or_word_stands_in_any_column()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await FillAsync(database, village);

        var stored = await DumpAsync(database);

        stored.Should().Contain("Mahila Bachat", "the group's name is no secret, and the dump is a dump");
        foreach (
            var secret in new[]
            {
                "Sunita",
                village.Phone(1),
                village.Phone(2)[1..],
                "mahila@upi",
                Purpose,
                Reason,
                "Namaste",
                "slot-text",
                "told-text",
                "media.example",
            }
        )
        {
            stored.Should().NotContain(secret);
            stored.Should().NotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)));
        }
    }

    [Fact]
    public async Task A_value_copied_to_another_row_does_not_open()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        var other = await Village.FoundAsync(database, 2);
        await database.QueryAsync(
            $"UPDATE groups SET upi_address_enc = (SELECT upi_address_enc FROM groups WHERE id = '{other.Id.Value}') WHERE id = '{village.Id.Value}'"
        );

        await database
            .Store.Invoking(s => s.ReadGroupAsync(village.Id, Scope.All, default))
            .Should()
            .ThrowAsync<Protection.UnreadableField>("money must not go to an address that was slipped in");
    }

    private static async Task FillAsync(BachatDatabase database, Village village)
    {
        await village.CashAsync(1, 3, Money.Rupees(2_000));
        await village.LendAsync(3, Money.Rupees(600), 2);
        await village.CashAsync(1, 2, Money.Rupees(2_000));
        await village.ActAsync(2, (g, a) => ApplyForLoan.Decide(g, a, Money.Rupees(700), 2, Purpose));
        await village.ActAsync(1, (g, a) => DecideLoan.Reject(g, a, new(2), Reason));
        await village.ActAsync(3, (g, a) => RequestPayment.Decide(g, a, Money.Rupees(100), null));
        await village.ActAsync(3, (g, a) => KeepPaymentNote.Decide(g, a, NoteKind.Picture, "https://media.example/ME1"));
        await village.ActAsync(1, (g, a) => ConfirmPayment.Reject(g, a, village.Folded.Payments[^1].Number, Reason));
        await village.ActAsync(3, (g, a) => RequestPayment.Decide(g, a, Money.Rupees(100), null));
        await village.ActAsync(3, (g, a) => KeepPaymentNote.Decide(g, a, NoteKind.Picture, "https://media.example/ME2"));
        await database.Store.CommitAsync(
            new()
            {
                At = village.Now,
                Inbound = new("SM1", [1], 0, village.Phone(1)),
                Answer = "Namaste Sunita",
                Person = village.People[0],
                Conversation = new(0, "{\"slot\":\"slot-text\"}", village.Id, 0, village.Now),
                Outbox = [new(village.People[1], village.Id, "{\"key\":\"told-text\"}", null, "k")],
            },
            null,
            default
        );
    }

    /// <summary>Every row of every table as text; bytes as hexadecimal digits.</summary>
    private static async Task<string> DumpAsync(BachatDatabase database)
    {
        var dump = new StringBuilder();
        foreach (var table in await database.QueryAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"))
        foreach (var row in await database.QueryAsync($"SELECT t::text FROM {table[0]} t"))
            dump.AppendLine((string)row[0]);
        return dump.ToString();
    }
}
