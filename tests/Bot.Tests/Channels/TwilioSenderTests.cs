using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DiGiBachat.Bot.Tests.Channels;

public class TwilioSenderTests
{
    private const string Sid = "SM0000000000000000000000000000000a";
    private static readonly OutboundRequest Request = new(
        "o-7",
        ChannelKind.WhatsApp,
        "+919800000001",
        "Loan 12 manzoor. Rs 5,000 & ₹ #K7Q2M",
        null,
        new Uri("https://bachat.test/twilio/status?ref=o-7")
    );
    private static readonly DateTimeOffset SentAt = new(2026, 4, 5, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_message_is_posted_as_Twilio_wants_it()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(201, $$"""{"sid":"{{Sid}}","status":"queued","error_code":null}""");
        var outcome = await Sender(host).SendAsync(Request with { MediaUrl = "https://bachat.test/s/qr.png" }, default);
        outcome.Should().Be(new SendOutcome.Sent(Sid));
        var asked = twilio.Requests.Should().ContainSingle().Subject;
        asked.Method.Should().Be("POST");
        asked.Path.Should().Be($"/2010-04-01/Accounts/{ChannelHost.AccountSid}/Messages.json");
        asked.Headers["Content-Type"].Should().StartWith("application/x-www-form-urlencoded");
        var credentials = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{ChannelHost.AccountSid}:{ChannelHost.Token}"));
        asked.Headers["Authorization"].Should().Be("Basic " + credentials);
        asked.Form.Should().Equal(
            new Dictionary<string, string>
            {
                ["To"] = "whatsapp:+919800000001",
                ["From"] = ChannelHost.WhatsAppFrom,
                ["Body"] = Request.Body,
                ["MediaUrl"] = "https://bachat.test/s/qr.png",
                ["StatusCallback"] = "https://bachat.test/twilio/status?ref=o-7",
            }
        );
        host.Counted["bachat.sends"].Should().Be(1);
    }

    [Fact]
    public async Task An_SMS_goes_out_from_the_number_for_SMS()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(201, $$"""{"sid":"{{Sid}}"}""");
        await Sender(host).SendAsync(Request with { Channel = ChannelKind.Sms, StatusCallback = null }, default);
        var form = twilio.Requests.Single().Form;
        form["To"].Should().Be("+919800000001");
        form["From"].Should().Be(ChannelHost.SmsFrom);
        form.Should().NotContainKeys("StatusCallback", "MediaUrl");
    }

    public static TheoryData<int, int, SendOutcome> Refusals =>
        new()
        {
            { 400, 21610, new SendOutcome.Failed(SendFailure.OptedOut, 21610) },
            { 400, 21211, new SendOutcome.Failed(SendFailure.BadNumber, 21211) },
            { 400, 63016, new SendOutcome.Failed(SendFailure.OutsideWindow, 63016) },
            { 400, 63003, new SendOutcome.Failed(SendFailure.NotOnWhatsApp, 63003) },
            { 401, 20003, new SendOutcome.Failed(SendFailure.Configuration, 20003) },
            { 401, 0, new SendOutcome.Failed(SendFailure.Configuration, 0) },
            { 404, 20404, new SendOutcome.Failed(SendFailure.Configuration, 20404) },
            { 400, 99999, new SendOutcome.Failed(SendFailure.Other, 99999) },
            { 400, 63018, new SendOutcome.Retry(TwilioErrors.Throttled, 63018) },
            { 429, 20429, new SendOutcome.Retry(TimeSpan.FromSeconds(7), 20429) },
            { 500, 20500, new SendOutcome.Unknown() },
            { 503, 0, new SendOutcome.Unknown() },
            { 302, 0, new SendOutcome.Failed(SendFailure.Other, 0) },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_told_by_what_to_do_and_nothing_is_posted_again(int status, int code, SendOutcome outcome)
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(status, code == 0 ? "<html>" : $$"""{"code":{{code}},"message":"no","status":{{status}}}""", "7");
        (await Sender(host).SendAsync(Request, default)).Should().Be(outcome);
        twilio.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task A_success_that_cannot_be_read_is_not_known(string body)
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(201, body);
        (await Sender(host).SendAsync(Request, default)).Should().Be(new SendOutcome.Unknown());
    }

    [Fact]
    public async Task A_connection_that_breaks_after_sending_is_not_known_and_nothing_is_posted_again()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.Answer = (_, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        (await Sender(host).SendAsync(Request, default)).Should().Be(new SendOutcome.Unknown());
        twilio.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_connection_that_is_never_made_may_be_tried_again()
    {
        using var nobody = new TcpListener(System.Net.IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((System.Net.IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        await using var host = await ChannelHost.StartAsync($"http://127.0.0.1:{port}");
        (await Sender(host).SendAsync(Request, default)).Should().Be(new SendOutcome.Retry(TwilioErrors.Throttled, 0));
    }

    [Fact]
    public async Task After_an_unknown_outcome_the_message_is_found_by_its_text_and_time()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(200, Page(null, Listed("SM1", Request.Body, SentAt.AddHours(-1)), Listed(Sid, Request.Body, SentAt)));
        (await Sender(host).FindAsync(Request, SentAt, default)).Should().Be(new LookupOutcome.Found(Sid));
        var asked = twilio.Requests.Single();
        asked.Method.Should().Be("GET");
        asked.Query.Should().Contain("To=whatsapp%3A%2B919800000001").And.Contain("From=whatsapp%3A%2B14155238886").And.Contain("PageSize=50");
    }

    [Fact]
    public async Task A_message_that_Twilio_does_not_have_may_be_sent_again()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(200, Page(null, Listed("SM1", "another text", SentAt), Listed("SM2", Request.Body, SentAt.AddHours(-1))));
        (await Sender(host).FindAsync(Request, SentAt, default)).Should().Be(new LookupOutcome.NotThere());
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "{}")]
    [InlineData(401, """{"code":20003}""")]
    public async Task A_look_up_that_fails_says_nothing(int status, string body)
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(status, body);
        (await Sender(host).FindAsync(Request, SentAt, default)).Should().Be(new LookupOutcome.CannotTell());
    }

    [Fact]
    public async Task A_sweep_lists_what_came_in_meanwhile_the_oldest_first_over_all_pages()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.Answer = async (asked, http) =>
        {
            var more = asked.Query.Contains("PageToken=PAabc", StringComparison.Ordinal);
            var whatsApp = asked.Query.Contains("whatsapp", StringComparison.Ordinal);
            await http.Response.WriteAsync(
                (whatsApp, more) switch
                {
                    (true, _) => Page(null, In(1, "whatsapp:+919800000001", ChannelHost.WhatsAppFrom, SentAt.AddMinutes(3))),
                    (false, false) => Page(
                        "/2010-04-01/Accounts/AC0/Messages.json?PageSize=100&Page=1&PageToken=PAabc",
                        In(2, "+919800000002", ChannelHost.SmsFrom, SentAt.AddMinutes(5)),
                        Listed("SM00000000000000000000000000000099", "ours", SentAt.AddMinutes(5))
                    ),
                    (false, true) => Page(
                        "/2010-04-01/Accounts/AC0/Messages.json?Page=2&PageToken=PAdef",
                        In(3, "+919800000003", ChannelHost.SmsFrom, SentAt.AddMinutes(1)),
                        In(4, "+919800000004", ChannelHost.SmsFrom, SentAt.AddMinutes(-1))
                    ),
                }
            );
        };
        var found = await host.Services.GetRequiredService<TwilioSweep>().ListAsync(SentAt, default);
        found!.Select(m => m.Address).Should().Equal("+919800000003", "+919800000001", "+919800000002");
        found!.Should().OnlyContain(m => m.BodyHash.Length == 0 && !m.AnsweredInResponse);
        twilio.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_sweep_that_cannot_ask_says_so()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(twilio.Url);
        twilio.AnswerWith(500, "");
        (await host.Services.GetRequiredService<TwilioSweep>().ListAsync(SentAt, default)).Should().BeNull();
    }

    private static TwilioSender Sender(ChannelHost host) => host.Services.GetRequiredService<TwilioSender>();

    private static string Listed(string sid, string body, DateTimeOffset at) => Message(sid, "outbound-api", "", "", body, at);

    private static string In(int number, string from, string to, DateTimeOffset at) =>
        Message($"SM{number:x32}", "inbound", from, to, "pay", at);

    private static string Message(string sid, string direction, string from, string to, string body, DateTimeOffset at) =>
        JsonSerializer.Serialize(
            new
            {
                sid,
                direction,
                from,
                to,
                body,
                date_created = at.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
            }
        );

    private static string Page(string? next, params string[] messages) =>
        $$"""{"messages":[{{string.Join(',', messages)}}],"next_page_uri":{{JsonSerializer.Serialize(next)}}}""";
}
