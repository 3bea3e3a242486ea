using DiGiBachat.Core;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Messages to others: each is sent by one sender at a time, and none is forgotten.</summary>
public sealed class OutboxTests
{
    private const short Sms = 1;

    [Fact]
    public async Task A_claim_has_all_that_sending_needs()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        var to = village.People[1];
        await Talk(database, village, to);
        await Tell(database, village, new OutboxMessage(to, village.Id, "{\"key\":\"paid\"}", "qr/1", "k1"));

        var claim = (await database.Outbox.ClaimAsync(10, village.Now, default)).Should().ContainSingle().Subject;

        claim
            .Should()
            .BeEquivalentTo(
                new OutboxClaim(
                    claim.Id,
                    to,
                    village.Id,
                    "{\"key\":\"paid\"}",
                    "qr/1",
                    1,
                    "hi",
                    [village.Phone(2)],
                    Sms,
                    village.Now,
                    false,
                    false,
                    village.Now
                )
                {
                    GroupQuiet = (new(21, 0), new(8, 0)),
                }
            );
    }

    [Fact]
    public async Task What_one_sender_has_no_other_gets_before_its_lease_is_over()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        await Tell(database, village, Messages(village, 30));

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => database.Outbox.ClaimAsync(5, village.Now, default)));

        claims.SelectMany(c => c).Select(c => c.Text).Should().HaveCount(30).And.OnlyHaveUniqueItems();
        var within = village.Now + Outbox.Lease - TimeSpan.FromMilliseconds(1);
        (await database.Outbox.ClaimAsync(30, within, default)).Should().BeEmpty();
        var again = await database.Outbox.ClaimAsync(30, village.Now + Outbox.Lease, default);
        again.Should().HaveCount(30, "nothing was heard of them").And.OnlyContain(c => c.Attempt == 2);
    }

    [Fact]
    public async Task Messages_of_one_turn_are_claimed_in_their_order()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        await Tell(database, village, Messages(village, 20));

        var claims = await database.Outbox.ClaimAsync(20, village.Now, default);

        claims.Select(c => c.Text).Should().Equal(Enumerable.Range(1, 20).Select(n => $"{n}"));
    }

    [Fact]
    public async Task The_same_business_key_is_told_once()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        await Tell(database, village, new OutboxMessage(village.People[0], null, "first", null, "reminder:loan:12:3"));
        await Tell(database, village, new OutboxMessage(village.People[0], null, "second", null, "reminder:loan:12:3"));

        (await database.Outbox.ClaimAsync(9, village.Now, default)).Should().ContainSingle().Which.Text.Should().Be("first");
    }

    [Fact]
    public async Task Sent_and_given_up_are_not_claimed_again_and_a_retry_is_when_its_time_comes()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        await Tell(database, village, Messages(village, 3));
        var claims = await database.Outbox.ClaimAsync(3, village.Now, default);
        var later = village.Now.AddHours(1);

        await database.Outbox.MarkSentAsync(claims[0].Id, new("SM9", Sms, village.Now), default);
        await database.Outbox.MarkFailedAsync(claims[1].Id, "21610", default);
        await database.Outbox.MarkRetryAsync(claims[2].Id, later, "20429", default);

        (await database.Outbox.BacklogAsync(later.AddSeconds(-1), default)).Should().Be(new OutboxBacklog(0, null));
        (await database.Outbox.BacklogAsync(later, default)).Should().Be(new OutboxBacklog(1, later));
        (await database.Outbox.ClaimAsync(9, later.AddSeconds(-1), default)).Should().BeEmpty();
        (await database.Outbox.ClaimAsync(9, later, default)).Should().ContainSingle().Which.Id.Should().Be(claims[2].Id);
    }

    [Fact]
    public async Task The_highest_report_wins_in_any_order()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        await Tell(database, village, Messages(village, 1));
        var claim = (await database.Outbox.ClaimAsync(1, village.Now, default))[0];
        (await database.Outbox.ReportAsync(new("SM9", null, 3, null), default)).Should().BeNull("it is not sent yet");
        await database.Outbox.MarkSentAsync(claim.Id, new("SM9", Sms, village.Now), default);

        (await database.Outbox.ReportAsync(new("SM9", null, 4, "30008"), default))!.Rank.Should().Be(4);
        (await database.Outbox.ReportAsync(new("SM9", null, 2, null), default))!.Rank.Should().Be(4);

        (await database.QueryAsync("SELECT provider_rank, error_code FROM outbox"))[0].Should().Equal((short)4, "30008");
    }

    private static OutboxMessage[] Messages(Village village, int count) =>
        [.. Enumerable.Range(1, count).Select(n => new OutboxMessage(village.People[0], null, $"{n}", null, $"key:{n}"))];

    private static Task Tell(BachatDatabase database, Village village, params OutboxMessage[] messages) =>
        database.Store.CommitAsync(new() { At = village.Now, Outbox = messages }, null, default);

    private static Task Talk(BachatDatabase database, Village village, PersonId person) =>
        database.Store.CommitAsync(
            new()
            {
                At = village.Now,
                Person = person,
                Conversation = new(0, "{}", village.Id, Sms, village.Now),
            },
            null,
            default
        );
}
