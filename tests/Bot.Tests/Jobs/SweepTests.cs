using System.Globalization;
using DiGiBachat.Bot.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DiGiBachat.Bot.Tests.Jobs;

/// <summary>What people wrote while nobody was there is answered, and what was answered is not answered again.</summary>
public sealed class SweepTests
{
    private const string WhatsAppFrom = "whatsapp:+14155238886";
    private const string SmsFrom = "+15005550006";
    private const string Another = "+919800000002";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_message_that_never_reached_us_is_answered_and_one_that_did_is_not_again()
    {
        await using var post = await Post.StartAsync();
        await post.Bots.SayAsync(Another, false, "hi", id: 7);
        post.Provider.CameIn(Inbound(post, 7, "whatsapp:" + Another));
        post.Provider.CameIn(Inbound(post, 8, "whatsapp:" + Post.Her));
        post.Provider.CameIn(Inbound(post, 9, "+919800000003"));
        for (var sweeps = 0; sweeps < 2; sweeps++)
        {
            await SweepAsync(post);
            await post.SendAsync();
        }
        post.Provider.Sent.Select(m => m.To).Should().BeEquivalentTo("whatsapp:" + Post.Her, "+919800000003");
    }

    [Fact]
    public async Task What_comes_by_the_webhook_after_the_sweep_had_it_is_not_answered_again()
    {
        await using var post = await Post.StartAsync();
        post.Provider.CameIn(Inbound(post, 8, "whatsapp:" + Post.Her));
        await SweepAsync(post);
        (await post.Bots.SayAsync(Post.Her, false, "hi", id: 8)).Should().BeEmpty();
        await post.SendAsync();
        post.Provider.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_message_that_breaks_its_turn_keeps_no_other_from_its_answer()
    {
        await using var post = await Post.StartAsync();
        var broken = Inbound(post, 7, "whatsapp:" + Another);
        post.Provider.CameIn(broken);
        post.Provider.CameIn(Inbound(post, 8, "whatsapp:" + Post.Her));
        await post.RowsAsync(
            $"""
            CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken''; END';
            CREATE TRIGGER broken BEFORE INSERT ON inbox FOR EACH ROW WHEN (NEW.message_id = '{broken.Sid}') EXECUTE FUNCTION broken();
            """
        );
        await SweepAsync(post);
        await post.SendAsync();
        post.Provider.Sent.Select(m => m.To).Should().Equal("whatsapp:" + Post.Her);
        await post.RowsAsync("DROP TRIGGER broken ON inbox");
        await SweepAsync(post);
        await post.SendAsync();
        post.Provider.Sent.Select(m => m.To).Should().Equal("whatsapp:" + Post.Her, "whatsapp:" + Another);
    }

    [Fact]
    public async Task A_bot_that_starts_answers_what_came_before_and_two_that_start_answer_it_once()
    {
        await using var post = await Post.StartAsync();
        post.Provider.CameIn(Inbound(post, 8, "whatsapp:" + Post.Her));
        var answered = new TaskCompletionSource<Kept>(TaskCreationOptions.RunContinuationsAsynchronously);
        post.Provider.Next.Enqueue(
            async (message, http) =>
            {
                await post.Provider.Take(message, http);
                answered.SetResult(message);
            }
        );
        await post.Bots.StartMoreAsync(2, post.Clock, "--Bot:Jobs=true");
        (await answered.Task.WaitAsync(Patience)).To.Should().Be("whatsapp:" + Post.Her);
        (await post.RowsAsync("SELECT count(*) FROM outbox"))[0].Should().Equal(1L);
    }

    private static Task SweepAsync(Post post) => post.Bots.Services.GetRequiredService<SweepInbound>().RunAsync(default);

    private static Kept Inbound(Post post, int id, string from)
    {
        var sid = "SM" + id.ToString("x32", CultureInfo.InvariantCulture);
        var to = from.StartsWith("whatsapp:", StringComparison.Ordinal) ? WhatsAppFrom : SmsFrom;
        return new(sid, "inbound", from, to, "hi", post.Clock.GetUtcNow() - TimeSpan.FromMinutes(id));
    }
}
