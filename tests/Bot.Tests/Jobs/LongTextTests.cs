using System.Globalization;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Tests.Jobs;

/// <summary>A text that takes several messages: every line of it arrives once, whatever happens in between.</summary>
public sealed class LongTextTests
{
    private const int Parts = 3;

    /// <summary>Of 33 characters with their ends: 48 to a message.</summary>
    private static readonly string[] Lines =
    [
        .. Enumerable.Range(1, 130).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i:000} of a long letter to her")),
    ];

    [Fact]
    public async Task All_its_parts_go_out_in_their_order()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), string.Join('\n', Lines));
        await post.SendAsync();
        Arrived(post).Should().Equal(Lines);
        post.Provider.Sent.Should().HaveCount(Parts);
        (await post.RowsAsync("SELECT DISTINCT status FROM outbox")).Should().ContainSingle().Which.Should().Equal((short)OutboxStatus.Sent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_part_that_must_wait_is_followed_by_the_rest(int before)
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), string.Join('\n', Lines));
        for (var i = 0; i < before; i++)
            post.Provider.Next.Enqueue(post.Provider.Take);
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(429, 20429));
        await post.SendAsync();
        post.Provider.Sent.Should().HaveCount(before, "what follows waits for what comes first");
        await post.SendAsync(TimeSpan.FromMinutes(1));
        Arrived(post).Should().Equal(Lines);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    public async Task A_sender_that_dies_at_any_part_leaves_nothing_out_and_nothing_twice(int before, bool taken)
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), string.Join('\n', Lines));
        await post.SendAndDieAsync(before, taken);
        await post.SendAsync();
        post.Provider.Sent.Should().HaveCount(taken ? before + 1 : before, "the dead one's lease is not over");
        await post.SendAsync(Outbox.Lease);
        Arrived(post).Should().Equal(Lines);
    }

    [Fact]
    public async Task A_part_that_WhatsApp_refuses_later_goes_by_SMS_in_parts_of_its_own()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), string.Join('\n', Lines));
        await post.SendAsync();
        var first = post.Provider.Sent[0];
        await post.Bots.ReportAsync(first.Callback!, first.Sid, "failed", 63016);
        await post.SendAsync();
        var bySms = post.Provider.Sent.Where(m => m.To == Post.Her).Select(m => m.Body).ToList();
        bySms.Should().HaveCountGreaterThan(1);
        string.Join('\n', bySms).Should().Be(first.Body);
    }

    private static string[] Arrived(Post post) => string.Join('\n', post.Provider.Sent.Select(m => m.Body)).Split('\n');
}
