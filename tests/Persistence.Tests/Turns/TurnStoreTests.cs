using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A turn is stored whole or not at all, and once.</summary>
public sealed class TurnStoreTests
{
    private const short WhatsApp = 0;
    private static readonly byte[] Body = [1, 2, 3];

    [Fact]
    public async Task A_stranger_is_nobody_yet()
    {
        await using var database = await BachatDatabase.CreateAsync();

        var reading = await database.Store.LoadAsync(new("SM1", Body, WhatsApp, "+919000000001"), default);

        reading.Should().BeEquivalentTo(new TurnReading());
    }

    [Fact]
    public async Task What_a_turn_stored_the_next_one_reads()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        var longState = "{\"क\":\"" + string.Concat(Enumerable.Repeat("खेत 🌾 ", 900)) + "\"}";
        await database.Store.CommitAsync(Talk(village, "SM1", 0, longState), null, default);

        var reading = await database.Store.LoadAsync(new("SM2", Body, WhatsApp, village.Phone(2)), default);

        reading.Answered.Should().BeNull();
        reading.Conflict.Should().BeFalse();
        reading.Person.Should().Be(new PersonReading(village.People[1], Village.Name(2), "hi", village.Now, null, null));
        reading
            .Conversation.Should()
            .Be(new ConversationReading(1, longState, village.Id, WhatsApp, village.Now, village.Now));
        reading
            .Memberships.Should()
            .Equal(new Membership(village.Id, "Mahila Bachat", GroupStatus.Active, new(2), Role.Treasurer, MemberStatus.Active));
        Picture.Of(reading.Group!).Should().Equal(Picture.Of(village.Folded));
    }

    [Fact]
    public async Task The_same_message_is_stored_once_and_answered_the_same()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        await database.Store.CommitAsync(Talk(village, "SM1", 0, "{}"), null, default);

        var again = () => database.Store.CommitAsync(Talk(village, "SM1", 1, "{\"n\":2}"), null, default);

        await again.Should().ThrowAsync<TurnConflict>();
        var reading = await database.Store.LoadAsync(new("SM1", Body, WhatsApp, village.Phone(2)), default);
        reading.Answered.Should().Be(new StoredAnswer("नमस्ते"));
        reading.Conversation.Version.Should().Be(1);
        (await database.CountAsync("inbox")).Should().Be(1);
        (await database.CountAsync("outbox")).Should().Be(1);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_a_conflict()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        await database.Store.CommitAsync(Talk(village, "SM1", 0, "{}"), null, default);

        var reading = await database.Store.LoadAsync(new("SM1", [9], WhatsApp, village.Phone(2)), default);

        reading.Conflict.Should().BeTrue();
        reading.Answered.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Another_version_of_the_conversation_stops_the_whole_write(long expected)
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        await database.Store.CommitAsync(Talk(village, "SM1", 0, "{}"), null, default);
        var before = await database.Store.ReadGroupAsync(village.Id, Scope.All, default);
        await using var locked = await database.Store.LockAsync(village.Id, Scope.All, default);
        var actor = village.As(1);
        var events = ReceiveCash.Decide(locked.Group, actor, new(2), Money.Rupees(700), null).Value;
        var write = Talk(village, "SM2", expected, "{}") with { Group = new(actor, events, locked.Group.Apply(events, actor)) };

        var late = () => database.Store.CommitAsync(write, locked, default);

        await late.Should().ThrowAsync<TurnConflict>();
        await locked.DisposeAsync();
        var after = await database.Store.ReadGroupAsync(village.Id, Scope.All, default);
        Picture.Of(after!).Should().Equal(Picture.Of(before!));
        (await database.CountAsync("inbox")).Should().Be(1);
        (await database.CountAsync("outbox")).Should().Be(1);
        (await database.CountAsync("events")).Should().Be(before!.Counters.Events);
    }

    [Fact]
    public async Task A_group_does_not_change_without_its_lock()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        var group = (await database.Store.ReadGroupAsync(village.Id, Scope.All, default))!;
        var events = ReceiveCash.Decide(group, village.As(1), new(2), Money.Rupees(700), null).Value;
        var write = new TurnWrite { At = village.Now, Group = new(village.As(1), events, group.Apply(events, village.As(1))) };

        await database.Store.Invoking(s => s.CommitAsync(write, null, default)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_lock_that_is_let_go_leaves_nothing_behind()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);
        for (var turn = 0; turn < 20; turn++)
            await using (await database.Store.LockAsync(village.Id, Scope.All, default)) { }

        (await village.CashAsync(1, 2, Money.Rupees(100))).Should().BeNull();
    }

    [Fact]
    public async Task A_second_person_does_not_get_an_address_that_is_taken()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        var person = new PersonId(Guid.CreateVersion7(village.Now));
        var write = new TurnWrite
        {
            At = village.Now,
            Person = person,
            PersonChanges = new()
            {
                IsNew = true,
                Address = village.Phone(1),
                Language = "en",
            },
        };

        await database.Store.Invoking(s => s.CommitAsync(write, null, default)).Should().ThrowAsync<TurnConflict>();
        (await database.CountAsync("persons")).Should().Be(1);
    }

    [Fact]
    public async Task What_changes_about_a_person_changes_alone()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database);
        var (me, at) = (village.People[0], village.Now.AddDays(1));
        await Change(new() { Language = "en" });
        await Change(new() { Sms = new(at) });
        await Change(new() { Address = "IN.1234567890", WhatsApp = new(at) });
        await Change(new() { WhatsApp = new(null), Name = "Sunita Bai" });

        var reading = await database.Store.LoadAsync(new("SM1", Body, WhatsApp, "IN.1234567890"), default);

        reading.Person.Should().Be(new PersonReading(me, "Sunita Bai", "en", village.Now, at, null));

        Task Change(PersonChanges changes) =>
            database.Store.CommitAsync(new() { At = at, Person = me, PersonChanges = changes }, null, default);
    }

    [Fact]
    public async Task A_group_is_found_by_its_invite_code_and_by_no_other()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 2);

        var found = await database.Store.FindGroupByInviteAsync(village.Folded.Invite.Code, default);

        found!.Members.Should().Equal(village.Folded.Members.OrderBy(m => m.Number));
        (await database.Store.FindGroupByInviteAsync("WRONG123", default)).Should().BeNull();
    }

    [Fact]
    public async Task A_reference_that_was_used_is_known_and_a_rejected_one_is_free()
    {
        await using var database = await BachatDatabase.CreateAsync();
        var village = await Village.FoundAsync(database, 3);
        await village.ActAsync(3, (g, a) => RequestPayment.Decide(g, a, Money.Rupees(100), null));
        await village.ActAsync(3, (g, a) => ClaimPayment.Decide(g, a, (null, null), "412345678901"));
        (await Used("412345678901")).Should().BeTrue();
        (await Used("412345678902")).Should().BeFalse();

        await village.ActAsync(1, (g, a) => ConfirmPayment.Reject(g, a, new(1), "no money came"));

        (await Used("412345678901")).Should().BeFalse();

        async Task<bool> Used(string reference) =>
            (await database.Store.ReadGroupAsync(village.Id, new() { Reference = reference }, default))!.ReferenceUsed;
    }

    private static TurnWrite Talk(Village village, string message, long expected, string state) =>
        new()
        {
            At = village.Now,
            Inbound = new(message, Body, WhatsApp, village.Phone(2)),
            Answer = "नमस्ते",
            Person = village.People[1],
            Conversation = new(expected, state, village.Id, WhatsApp, village.Now),
            Outbox = [new(village.People[0], village.Id, "{\"key\":\"x\"}", null, $"told:{message}")],
        };
}
