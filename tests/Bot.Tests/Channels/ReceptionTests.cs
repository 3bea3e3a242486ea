using System.Net;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;
using DiGiBachat.Bot.Operations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiGiBachat.Bot.Tests.Channels;

public class ReceptionTests
{
    private const string Path = TwilioWebhook.MessagesPath;

    [Fact]
    public async Task A_failure_is_one_apology_and_one_log_line_without_the_text_or_the_number()
    {
        await using var host = await ChannelHost.StartAsync();
        host.Answer = (m, _) => throw new InvalidOperationException($"cannot store '{m.Body}' of {m.Address}");
        using var response = await host.PostAsync(Path, ChannelHost.Sms("my secret"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().Contain("<Body>sorry</Body>");
        var line = host.Logged.Should().ContainSingle().Subject;
        line.Should().Contain("SM00000000000000000000000000000001").And.Contain("InvalidOperationException");
        line.Should().NotContain("my secret").And.NotContain("9800000001");
        host.Counted["bachat.apologies"].Should().Be(1);
    }

    [Fact]
    public async Task One_senders_messages_are_handled_one_at_a_time_and_others_do_not_wait()
    {
        await using var host = await ChannelHost.StartAsync();
        var open = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        var inside = 0;
        var most = 0;
        host.Answer = async (message, _) =>
        {
            if (message.Address != "+919800000001")
                return [new("the other was served")];
            most = Math.Max(most, Interlocked.Increment(ref inside));
            entered.TrySetResult();
            await open.Task;
            Interlocked.Decrement(ref inside);
            return [new(message.Body)];
        };
        var hers = Enumerable.Range(1, 4).Select(i => host.PostAsync(Path, ChannelHost.Sms($"m{i}", $"SM{i:x32}"))).ToList();
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using var other = await host.PostAsync(Path, ChannelHost.Sms("hi", "SM000000000000000000000000000000aa", "+919800000002"));
        (await other.Content.ReadAsStringAsync()).Should().Contain("the other was served");
        open.SetResult();
        foreach (var post in hers)
            (await post).Dispose();
        most.Should().Be(1);
        host.Received.Should().HaveCount(5);
        host.Services.GetRequiredService<OneAtATime>().Senders.Should().Be(0);
    }

    [Fact]
    public async Task Nobody_waits_in_a_queue_without_end()
    {
        var queue = new OneAtATime();
        using var first = await queue.EnterAsync("her", default);
        var waiting = Enumerable.Range(0, OneAtATime.MaxWaiting).Select(_ => queue.EnterAsync("her", default)).ToList();
        waiting.Should().OnlyContain(w => !w.IsCompleted);
        (await queue.EnterAsync("her", default)).Should().BeNull();
        using var other = await queue.EnterAsync("him", default);
        other.Should().NotBeNull();
        first!.Dispose();
        foreach (var w in waiting)
            (await w)!.Dispose();
        queue.Senders.Should().Be(1);
    }

    [Fact]
    public async Task Somebody_who_gives_up_waiting_leaves_no_trace()
    {
        var queue = new OneAtATime();
        using var hungUp = new CancellationTokenSource();
        var first = await queue.EnterAsync("her", default);
        var second = queue.EnterAsync("her", hungUp.Token);
        await hungUp.CancelAsync();
        await second.Invoking(s => s).Should().ThrowAsync<OperationCanceledException>();
        first!.Dispose();
        queue.Senders.Should().Be(0);
        using var third = await queue.EnterAsync("her", default);
        third.Should().NotBeNull();
    }

    [Fact]
    public async Task A_turn_that_does_not_end_is_given_up_with_an_apology()
    {
        await using var host = await ChannelHost.StartAsync();
        host.Answer = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        };
        var reception = new Reception(
            host,
            host.Services.GetRequiredService<ChannelTexts>(),
            host.Services.GetRequiredService<RateLimit>(),
            new OneAtATime(),
            host.Services.GetRequiredService<BachatMetrics>(),
            host.Services.GetRequiredService<ILogger<Reception>>()
        )
        {
            Deadline = TimeSpan.FromMilliseconds(1),
        };
        var message = new InboundMessage("SM1", [], ChannelKind.Sms, "+919800000001", "hi", null, null, [], false);
        (await reception.ReceiveAsync(message, default)).Should().Equal(new OutboundMessage("sorry"));
    }

    [Fact]
    public async Task Who_writes_faster_than_the_limit_is_told_once_and_others_are_not_held_up()
    {
        await using var host = await ChannelHost.StartAsync(messagesAMinute: 3);
        var answers = new List<string>();
        for (var i = 1; i <= 5; i++)
        {
            using var response = await host.PostAsync(Path, ChannelHost.Sms("hi", $"SM{i:x32}"));
            answers.Add(await response.Content.ReadAsStringAsync());
        }
        host.Received.Should().HaveCount(3);
        answers[3].Should().Contain("slowly please");
        answers[4].Should().EndWith("<Response/>");
        host.Counted["bachat.rate_limited"].Should().Be(2);
        using var other = await host.PostAsync(Path, ChannelHost.Sms("hi", $"SM{6:x32}", "+919800000002"));
        host.Received.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("queued", DeliveryStatus.Queued)]
    [InlineData("sent", DeliveryStatus.Sent)]
    [InlineData("delivered", DeliveryStatus.Delivered)]
    [InlineData("read", DeliveryStatus.Read)]
    public async Task A_delivery_report_comes_through_with_our_reference(string word, DeliveryStatus status)
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await host.PostAsync(Callback("outbox:7"), Report(word));
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        host.Reports.Should().Equal(new DeliveryReport("SM00000000000000000000000000000009", "outbox:7", status, null));
    }

    [Fact]
    public async Task A_failed_delivery_says_what_to_do()
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await host.PostAsync(Callback("7"), [.. Report("undelivered"), ("ErrorCode", "63016")]);
        host.Reports.Should().ContainSingle().Which.Failure.Should().Be(new SendOutcome.Failed(SendFailure.OutsideWindow, 63016));
    }

    [Theory]
    [InlineData("MessageStatus", "dancing")]
    [InlineData("MessageSid", "SM1")]
    [InlineData("AccountSid", "AC1")]
    public async Task A_report_of_the_wrong_shape_is_refused(string name, string value)
    {
        await using var host = await ChannelHost.StartAsync();
        var fields = Report("sent").Where(f => f.Item1 != name).Append((name, value)).ToArray();
        using var response = await host.PostAsync(Callback("7"), fields);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        host.Reports.Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_that_could_not_be_taken_is_asked_for_again()
    {
        await using var host = await ChannelHost.StartAsync();
        host.Take = _ => throw new InvalidOperationException("no database");
        using var response = await host.PostAsync(Callback("7"), Report("sent"));
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_report_without_a_right_signature_is_not_believed()
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await host.PostBodyAsync(Callback("7"), "MessageSid=SM1&MessageStatus=delivered", "AAAA");
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        host.Reports.Should().BeEmpty();
    }

    [Fact]
    public void The_highest_status_counts_in_whatever_order_the_reports_come()
    {
        var all = Enum.GetValues<DeliveryStatus>();
        foreach (var one in all)
        foreach (var other in all)
        {
            DeliveryRank.Highest(one, other).Should().Be(DeliveryRank.Highest(other, one));
            ((int)DeliveryRank.Highest(one, other)).Should().Be(Math.Max((int)one, (int)other));
        }
        DeliveryRank.Highest(DeliveryStatus.Delivered, DeliveryStatus.Sent).Should().Be(DeliveryStatus.Delivered);
        DeliveryRank.Highest(DeliveryStatus.Sent, DeliveryStatus.Failed).Should().Be(DeliveryStatus.Failed);
    }

    private static string Callback(string reference) =>
        TwilioWebhook.StatusCallback(new Uri(ChannelHost.PublicUrl + "/"), reference).OriginalString[ChannelHost.PublicUrl.Length..];

    private static (string, string)[] Report(string word) =>
        [("MessageSid", "SM00000000000000000000000000000009"), ("AccountSid", ChannelHost.AccountSid), ("MessageStatus", word)];
}
