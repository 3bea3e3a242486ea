using System.Globalization;
using System.Text.RegularExpressions;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Hosting;
using DiGiBachat.Bot.Tests.Transcripts;
using DiGiBachat.Bot.Texts;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DiGiBachat.Bot.Tests.Permitted;

/// <summary>
/// Every command, said through the webhook by everybody who may not: a stranger, somebody in no group, a former member, the admin of
/// another group, and members and treasurers for what is above them. Whatever they answer afterwards, nothing happens in the group.
/// (Core's PermissionTests hold the same of every use case, and what an officer may not do to herself.)
/// </summary>
public sealed partial class RoleMatrixTests
{
    private const string Asha = "+919800000001";
    private const string Meera = "+919800000002";
    private const string Sunita = "+919800000003";
    private const string Gone = "+919800000004";
    private const string Waiting = "+919800000005";
    private const string Other = "+919800000006";

    /// <summary>What a stranger's or an outsider's words may do: ask to be let in.</summary>
    private static readonly string[] WaysIn = ["join", "welcome", "new-number", "create-group"];

    /// <summary>Yes, an amount, a choice, words: what would carry a conversation on, if it had begun.</summary>
    private static readonly string[] Answers = ["1", "500", "1", "seeds", "1", "1"];

    private static readonly DiGiBachat.Bot.Texts.Texts Texts = Catalog.LoadTexts();

    [Fact]
    public async Task Nobody_does_what_is_not_hers_to_do_whatever_she_types()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 4, 5, 10, 0, 0, new(5, 30, 0)));
        await using var bots = await TwoBots.StartAsync(clock);
        await SettleAsync(bots);
        var wrong = new List<string>();
        var strangers = 0;
        foreach (var dialog in Catalog.ReadDialogs().Dialogs.Where(d => Texts.Phrases(d.Name, Formats.English).Count > 0))
        {
            (string Who, string Phone, Roles Roles)[] people =
            [
                ("stranger", $"+9197{++strangers:00000000}", Roles.Stranger),
                ("pending", Waiting, Roles.Pending),
                ("former member", Gone, Roles.Pending),
                ("admin of another group", Other, Roles.Member | Roles.Treasurer | Roles.Admin),
                ("member", Sunita, Roles.Member),
                ("treasurer", Meera, Roles.Member | Roles.Treasurer),
            ];
            foreach (var (who, phone, roles) in people)
            {
                var isInside = who is "member" or "treasurer";
                if ((isInside && (dialog.For & roles) != 0) || (!isInside && WaysIn.Contains(dialog.Name)))
                    continue;
                clock.Advance(TimeSpan.FromMinutes(1));
                var before = await EventsAsync(bots);
                var talk = "";
                foreach (var words in Answers.Prepend(Command(dialog)))
                    talk += $"\n> {words}\n{await SayAsync(bots, phone, words)}";
                if (await EventsAsync(bots) != before)
                    wrong.Add(who + talk);
            }
        }
        wrong.Should().BeEmpty("each of these did something in a group that it was not theirs to do");
    }

    /// <summary>What is another member's and what is nobody's get the same words.</summary>
    [Theory]
    [InlineData("withdraw loan {0}", "1", "77")]
    [InlineData("schedule {0}", "1", "77")]
    public async Task What_is_not_hers_is_as_if_it_did_not_exist(string command, string others, string nobodys)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 4, 5, 10, 0, 0, new(5, 30, 0)));
        await using var bots = await TwoBots.StartAsync(clock);
        await SettleAsync(bots);
        var said = new List<string>();
        foreach (var number in new[] { others, nobodys })
        {
            var answer = await bots.SayAsync(Meera, sms: false, string.Format(CultureInfo.InvariantCulture, command, number));
            said.Add(string.Join('\n', answer.Select(a => a.Body)).Replace($"loan {number}", "loan #", StringComparison.Ordinal));
            await bots.SayAsync(Meera, sms: false, "cancel");
        }
        said[0].Should().Be(said[1]).And.NotBeEmpty();
    }

    /// <summary>The first way of saying it in English, with something in each slot that is there in the group.</summary>
    private static string Command(Dialog dialog)
    {
        var written = Texts.Phrases(dialog.Name, Formats.English).MaxBy(p => p.Count(c => c == '{'))!;
        return Slot()
            .Replace(
                written.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal),
                slot =>
                    slot.Groups[1].Value switch
                    {
                        "loan" or "ballot" or "objection" or "investment" or "fine" => "1",
                        "payment" => "1",
                        "member" or "helper" or "guarantor" or "known" => "3",
                        "amount" or "value" or "repaid" => "500",
                        "months" => "6",
                        "period" => "april",
                        "receipt" => "R-BTAND",
                        "reference" => "412345678901",
                        _ => "words",
                    }
            );
    }

    /// <summary>Saheli with savings, a loan that waits and one that runs, somebody who left; and another group.</summary>
    private static async Task SettleAsync(TwoBots bots)
    {
        var said = "";
        foreach (var words in new[] { "hi", "1", "Asha Pawar", "1", "2", "Saheli", "500", "1", "10", "saheli@okbank", "1", "1" })
            said = await SayAsync(bots, Asha, words);
        var code = Code().Match(said).Groups[1].Value;
        foreach (var (phone, name, number) in new[] { (Meera, "Meera Joshi", 2), (Sunita, "Sunita Devi", 3), (Gone, "Gita Kale", 4) })
        {
            foreach (var words in new[] { $"join {code}", "1", name, "1", "1" })
                await SayAsync(bots, phone, words);
            foreach (var words in new[] { $"admit {number}", "1" })
                await SayAsync(bots, Asha, words);
        }
        foreach (var words in new[] { "make 2 treasurer", "1", "cash 3 3000", "1", "1", "cash 2 3000", "1", "1", "remove gita", "1", "1" })
            await SayAsync(bots, Asha, words);
        foreach (var words in new[] { "loan 600 3", "seeds", "1" })
            await SayAsync(bots, Sunita, words);
        foreach (var words in new[] { "hi", "1", "Kavita Rao", "1" })
            await SayAsync(bots, Waiting, words);
        foreach (var words in new[] { "hi", "1", "Omna Nair", "1", "2", "Pragati", "500", "1", "10", "pragati@okbank", "1", "1" })
            await SayAsync(bots, Other, words);
    }

    private static async Task<string> SayAsync(TwoBots bots, string phone, string words) =>
        string.Join('\n', (await bots.SayAsync(phone, sms: false, words)).Select(a => a.Body));

    /// <summary>
    /// How much has happened in Saheli, the group founded first, without what is everybody's own: a member who says "put in bank 500" is
    /// asked whether her own saving is meant, and after her yes has a payment of her own that nobody has booked.
    /// </summary>
    private static async Task<long> EventsAsync(TwoBots bots)
    {
        await using var connection = new NpgsqlConnection(bots.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select count(*) from events
            where group_id = (select group_id from events order by at, number limit 1)
              and not (kind = 'payment-requested' and by_member in (2, 3) and data::jsonb -> 'payment' ->> 'member' = by_member::text)
              and not (kind = 'payment-expired' and by_member in (2, 3) and data::jsonb ->> 'member' = by_member::text)
            """,
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Slot();

    [GeneratedRegex("text=join%20([0-9A-Z]{8})")]
    private static partial Regex Code();
}
