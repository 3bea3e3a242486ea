using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Tests.Jobs;

/// <summary>The provider is asked for a message where it may have arrived, and only there.</summary>
public sealed class LookUpTests
{
    private static readonly string[] Gateway = ["--Sms:Url={provider}/gateway", "--Sms:Secret=0123456789abcdef0123456789abcdef"];

    [Fact]
    public async Task What_was_refused_for_now_is_sent_again_without_asking()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(429, 20429));
        await post.SendAsync();
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Asked.Should().Equal("POST", "POST");
        post.Provider.Sent.Should().ContainSingle().Which.Body.Should().Be("paid");
    }

    [Fact]
    public async Task A_gateway_that_keeps_no_list_gets_what_it_refused_as_soon_as_it_is_ready()
    {
        await using var post = await Post.StartAsync(Gateway);
        await post.TellAsync(await post.MeetAsync(sms: true), "paid");
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(503, 0));
        await post.SendAsync();
        post.Provider.Sent.Should().BeEmpty();
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Sent.Should().ContainSingle().Which.Body.Should().Be("paid");
    }

    [Fact]
    public async Task What_a_gateway_may_have_is_not_sent_again_at_once()
    {
        await using var post = await Post.StartAsync(Gateway);
        await post.TellAsync(await post.MeetAsync(sms: true), "paid");
        post.Provider.Next.Enqueue(post.Provider.TakeAndBreak);
        await post.SendAsync();
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_lost_answer_the_provider_is_asked_first(bool taken)
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        post.Provider.Next.Enqueue(taken ? post.Provider.TakeAndBreak : ScriptedProvider.Break);
        await post.SendAsync();
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Asked.Should().Equal(taken ? ["POST", "GET"] : ["POST", "GET", "POST"]);
        var sid = post.Provider.Sent.Should().ContainSingle().Which.Sid;
        (await post.RowsAsync("SELECT status, provider_id FROM outbox"))[0].Should().Equal((short)OutboxStatus.Sent, sid);
    }

    [Fact]
    public async Task It_is_looked_for_where_it_was_sent_though_another_channel_is_open_by_now()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        await post.SendAndDieAsync(0, taken: true);
        await post.SendAsync(TimeSpan.FromHours(25));
        post.Provider.Sent.Should().ContainSingle().Which.To.Should().Be("whatsapp:" + Post.Her);
        (await post.RowsAsync("SELECT status, channel FROM outbox"))[0].Should().Equal((short)OutboxStatus.Sent, (short)0);
    }

    [Fact]
    public async Task A_message_of_the_same_words_that_is_known_is_not_taken_for_it()
    {
        await using var post = await Post.StartAsync();
        var person = await post.MeetAsync();
        await post.TellAsync(person, "paid");
        await post.SendAsync();
        await post.TellAsync(person, "paid");
        post.Provider.Next.Enqueue(ScriptedProvider.Break);
        await post.SendAsync();
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Sent.Should().HaveCount(2);
        (await post.RowsAsync("SELECT provider_id FROM outbox WHERE status = 1")).Should().HaveCount(2).And.OnlyHaveUniqueItems(r => r[0]);
    }

    [Fact]
    public async Task What_was_claimed_and_never_begun_is_sent_without_asking()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        await post.Outbox.ClaimAsync(1, post.Clock.GetUtcNow(), default);
        await post.SendAsync(Outbox.Lease);
        post.Provider.Asked.Should().Equal("POST");
    }

    [Fact]
    public async Task Who_was_slower_than_the_lease_may_not_begin()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        var slow = (await post.Outbox.ClaimAsync(1, post.Clock.GetUtcNow(), default))[0];
        post.Clock.Advance(Outbox.Lease);
        var next = (await post.Outbox.ClaimAsync(1, post.Clock.GetUtcNow(), default))[0];
        (await post.Outbox.BeginAsync(slow, 0, post.Clock.GetUtcNow(), default)).Should().BeFalse();
        (await post.Outbox.BeginAsync(next, 0, post.Clock.GetUtcNow(), default)).Should().BeTrue();
    }

    [Fact]
    public async Task A_message_that_cannot_be_worded_keeps_no_other_back()
    {
        await using var post = await Post.StartAsync();
        var person = await post.MeetAsync();
        await post.PutAsync(person, "{}");
        await post.TellAsync(person, "paid");
        await post.SendAsync();
        post.Provider.Sent.Should().ContainSingle().Which.Body.Should().Be("paid");
    }
}
