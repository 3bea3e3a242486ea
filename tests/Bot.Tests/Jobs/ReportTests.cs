using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Tests.Transcripts;
using DiGiBachat.Core;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Tests.Jobs;

/// <summary>What follows when a message did not reach her, said at once or later.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(63016)]
    [InlineData(63003)]
    public async Task What_WhatsApp_refuses_goes_by_SMS(int code)
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(400, code));
        await post.SendAsync();
        post.Provider.Sent.Should().ContainSingle().Which.Should().Match<Kept>(m => m.To == Post.Her && m.Body == "paid");
    }

    [Theory]
    [InlineData(63016, "failed")]
    [InlineData(63003, "undelivered")]
    public async Task What_WhatsApp_refuses_in_a_report_goes_by_SMS_once(int code, string status)
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        await post.SendAsync();
        var refused = post.Provider.Sent[0];
        for (var times = 0; times < 2; times++)
        {
            await post.Bots.ReportAsync(refused.Callback!, refused.Sid, status, code);
            await post.SendAsync();
        }
        post.Provider.Sent.Select(m => m.To).Should().Equal("whatsapp:" + Post.Her, Post.Her);
    }

    [Fact]
    public async Task What_went_to_SMS_is_not_tried_on_WhatsApp_again()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(400, 63016));
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(429, 20429));
        await post.SendAsync();
        post.Provider.Sent.Should().BeEmpty();
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Sent.Should().ContainSingle().Which.To.Should().Be(Post.Her);
        post.Provider.Asked.Should().HaveCount(3);
    }

    [Fact]
    public async Task Who_has_no_phone_is_given_up_on()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync("IN.1234567890"), "paid");
        post.Provider.Next.Enqueue(ScriptedProvider.Refuse(400, 63016));
        await post.SendAsync();
        post.Provider.Asked.Should().Equal("POST");
        var rows = await post.RowsAsync("SELECT status, error_code FROM outbox ORDER BY id");
        rows.Select(r => ((OutboxStatus)(short)r[0]!, r[1])).Should().Equal((OutboxStatus.Failed, "63016"), (OutboxStatus.Failed, "no-channel"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_opt_out_in_a_report_is_remembered_for_its_channel(bool sms)
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(sms: sms), "paid");
        await post.SendAsync();
        var refused = post.Provider.Sent[0];
        await post.Bots.ReportAsync(refused.Callback!, refused.Sid, "failed", sms ? 21610 : 63033);
        var person = (await post.RowsAsync("SELECT sms_opted_out_at IS NOT NULL, whatsapp_opted_out_at IS NOT NULL FROM persons"))[0];
        person.Should().Equal(sms, !sms);
    }

    [Theory]
    [InlineData(21614, "failed", true)]
    [InlineData(30005, "undelivered", false)]
    [InlineData(30003, "undelivered", false)]
    public async Task Officers_hear_of_a_bad_number_and_not_of_a_phone_that_was_off(int code, string status, bool told)
    {
        await using var post = await Post.StartAsync();
        var (meera, group) = await FoundAsync(post);
        await post.TellAsync(meera, "paid", group);
        await post.SendAsync();
        var before = post.Provider.Sent;
        for (var times = 0; times < 2; times++)
        {
            await post.Bots.ReportAsync(before[^1].Callback!, before[^1].Sid, status, code);
            await post.SendAsync();
        }
        var heard = post.Provider.Sent.Skip(before.Count).ToList();
        heard.Select(m => (m.To, m.Body.Contains("Meera Jadhav"))).Should().Equal(told ? [("whatsapp:" + Post.Her, true)] : []);
    }

    [Fact]
    public async Task A_report_that_is_faster_than_its_own_sending_finds_its_message()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        post.Provider.Next.Enqueue(
            async (message, http) =>
            {
                await post.Bots.ReportAsync(message.Callback!, message.Sid, "delivered");
                await post.Provider.Take(message, http);
            }
        );
        await post.SendAsync();
        var row = (await post.RowsAsync("SELECT status, provider_id, provider_rank FROM outbox"))[0];
        row.Should().Equal((short)OutboxStatus.Sent, post.Provider.Sent[0].Sid, (short)DeliveryStatus.Delivered);
    }

    [Fact]
    public async Task A_report_settles_a_message_whose_answer_was_lost()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        post.Provider.Next.Enqueue(post.Provider.TakeAndBreak);
        await post.SendAsync();
        var sent = post.Provider.Sent[0];
        await post.Bots.ReportAsync(sent.Callback!, sent.Sid, "sent");
        await post.SendAsync(TimeSpan.FromMinutes(1));
        post.Provider.Asked.Should().Equal("POST");
        var row = (await post.RowsAsync("SELECT status, provider_id, provider_rank FROM outbox"))[0];
        row.Should().Equal((short)OutboxStatus.Sent, sent.Sid, (short)DeliveryStatus.Sent);
    }

    [Fact]
    public async Task A_report_of_what_is_none_of_ours_changes_nothing()
    {
        await using var post = await Post.StartAsync();
        await post.TellAsync(await post.MeetAsync(), "paid");
        await post.SendAsync();
        var sent = post.Provider.Sent[0];
        await post.Bots.ReportAsync(sent.Callback!, "SM" + new string('0', 32), "failed", 63016);
        await post.SendAsync();
        post.Provider.Sent.Should().ContainSingle();
        (await post.RowsAsync("SELECT provider_id, provider_rank FROM outbox"))[0].Should().Equal(sent.Sid, (short)0);
    }

    private static async Task<(PersonId Meera, GroupId Group)> FoundAsync(Post post)
    {
        TranscriptLine[] lines =
        [
            new("phones:", "asha +919800000001, meera +919800000002", []),
            new("group:", "asha (whatsapp) en Asha Pawar, meera (whatsapp) en Meera Jadhav", []),
        ];
        await new TranscriptRunner(post.Bots, post.Clock).RunAsync(lines);
        var member = (await post.RowsAsync("SELECT person_id, group_id FROM members WHERE number = 2"))[0];
        return (new((Guid)member[0]!), new((Guid)member[1]!));
    }
}
