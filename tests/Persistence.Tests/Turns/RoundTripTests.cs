using DiGiBachat.Core;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Round trips decide how fast a turn is, so they are counted on the wire.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task A_turn_that_only_talks_takes_two()
    {
        await using var wire = new WireCounter();
        await using var database = await BachatDatabase.CreateAsync(wire.To);
        var village = await Village.FoundAsync(database, 3);
        await TalkAsync(database, village, 0);
        await TalkAsync(database, village, 1);
        var before = wire.RoundTrips;

        await TalkAsync(database, village, 2);

        (wire.RoundTrips - before).Should().Be(2);
    }

    [Fact]
    public async Task A_turn_that_moves_money_takes_three()
    {
        await using var wire = new WireCounter();
        await using var database = await BachatDatabase.CreateAsync(wire.To);
        var village = await Village.FoundAsync(database, 3);
        await PayAsync(database, village, 0);
        await PayAsync(database, village, 1);
        var before = wire.RoundTrips;

        await PayAsync(database, village, 2);

        (wire.RoundTrips - before).Should().Be(3);
        (await database.CountAsync("ledger_entries")).Should().Be(3);
    }

    [Fact]
    public async Task Claiming_from_the_outbox_takes_one()
    {
        await using var wire = new WireCounter();
        await using var database = await BachatDatabase.CreateAsync(wire.To);
        var village = await Village.FoundAsync(database, 3);
        await TalkAsync(database, village, 0);
        await database.Outbox.ClaimAsync(1, village.Now, default);
        await TalkAsync(database, village, 1);
        var before = wire.RoundTrips;

        (await database.Outbox.ClaimAsync(1, village.Now, default)).Should().HaveCount(1);

        (wire.RoundTrips - before).Should().Be(1);
    }

    private static async Task TalkAsync(BachatDatabase database, Village village, long version)
    {
        var key = new InboundKey($"SM{version}", [1], 0, village.Phone(1));
        var reading = await database.Store.LoadAsync(key, default);
        await database.Store.CommitAsync(Write(village, key, reading), null, default);
    }

    private static async Task PayAsync(BachatDatabase database, Village village, long version)
    {
        var key = new InboundKey($"SM{version}", [1], 0, village.Phone(1));
        var reading = await database.Store.LoadAsync(key, default);
        var actor = village.As(1);
        await using var locked = await database.Store.LockAsync(village.Id, Scope.Of(new MemberNumber(3)), default);
        var events = ReceiveCash.Decide(locked.Group, actor, new(3), Money.Rupees(100), null).Value;
        var group = new GroupWrite(actor, events, locked.Group.Apply(events, actor));
        await database.Store.CommitAsync(Write(village, key, reading) with { Group = group }, locked, default);
    }

    private static TurnWrite Write(Village village, InboundKey key, TurnReading reading) =>
        new()
        {
            At = village.Now,
            Inbound = key,
            Answer = "ok",
            Person = reading.Person!.Id,
            PersonChanges = new(),
            Conversation = new(reading.Conversation.Version, "{}", village.Id, 0, village.Now),
            Outbox = [new(village.People[2], village.Id, "{}", null, key.MessageId)],
        };
}
