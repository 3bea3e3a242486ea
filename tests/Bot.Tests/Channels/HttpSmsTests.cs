using System.Net;
using System.Text;
using System.Text.Json;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.HttpSms;
using Microsoft.Extensions.DependencyInjection;

namespace DiGiBachat.Bot.Tests.Channels;

public class HttpSmsTests
{
    private const string Json = """{"id":"41","from":"+919800000001","text":"bachat","receivedAt":"2026-04-05T10:00:00+05:30"}""";
    private const string Form = "id=41&from=%2B919800000001&text=bachat&receivedAt=2026-04-05T10%3A00%3A00%2B05%3A30";

    [Theory]
    [InlineData(Json, "application/json")]
    [InlineData(Form, "application/x-www-form-urlencoded")]
    public async Task What_the_gateway_brings_becomes_a_message_of_the_same_id_in_either_form(string body, string type)
    {
        await using var host = await ChannelHost.StartAsync(gateway: true);
        using var response = await host.PostToGatewayAsync(body, type);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var message = host.Received.Should().ContainSingle().Subject;
        message.Channel.Should().Be(ChannelKind.Sms);
        message.Address.Should().Be("+919800000001");
        message.Body.Should().Be("bachat");
        message.AnsweredInResponse.Should().BeFalse();
        message.Id.Should().Be("sms:" + Convert.ToHexStringLower(message.BodyHash));
    }

    [Theory]
    [InlineData("41", "42")]
    [InlineData("bachat", "bachat 2")]
    [InlineData("10:00:00", "10:00:01")]
    [InlineData("0001", "0002")]
    public async Task An_id_that_the_gateway_gives_again_is_still_another_message(string was, string now)
    {
        await using var host = await ChannelHost.StartAsync(gateway: true);
        (await host.PostToGatewayAsync(Json)).Dispose();
        (await host.PostToGatewayAsync(Json)).Dispose();
        (await host.PostToGatewayAsync(Json.Replace(was, now, StringComparison.Ordinal))).Dispose();
        var ids = host.Received.Select(m => m.Id).ToList();
        ids[1].Should().Be(ids[0]);
        ids[2].Should().NotBe(ids[0]);
    }

    [Theory]
    [InlineData("9800000001", "+919800000001")]
    [InlineData("09800000001", "+919800000001")]
    [InlineData("919800000001", "+919800000001")]
    [InlineData("+91 98000-00001", "+919800000001")]
    [InlineData("+14155550123", "+14155550123")]
    [InlineData("VM-HDFCBK", null)]
    [InlineData("56767", null)]
    public void A_number_is_the_same_number_however_the_gateway_writes_it(string from, string? address) =>
        SmsInbound.AddressOf(from).Should().Be(address);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"from\":")]
    [InlineData("""{"from":"+919800000001","text":"no id and no time"}""")]
    [InlineData("""{"id":{"a":1},"from":"+919800000001","text":"x"}""")]
    [InlineData("""{"id":"1","from":"","text":"x"}""")]
    public async Task What_is_no_message_is_refused(string body)
    {
        await using var host = await ChannelHost.StartAsync(gateway: true);
        using var response = await host.PostToGatewayAsync(body);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        host.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_counted()
    {
        await using var host = await ChannelHost.StartAsync(gateway: true);
        foreach (var signature in new[] { "", "00", SmsSignature.Of("another secret", Encoding.UTF8.GetBytes(Json)) })
        {
            using var response = await host.PostToGatewayAsync(Json, signature: signature);
            response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }
        host.Received.Should().BeEmpty();
        host.Counted["bachat.signature_failures"].Should().Be(3);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var host = await ChannelHost.StartAsync(gateway: true);
        using var fitting = await host.PostToGatewayAsync(Padded(SmsWebhook.MaxBytes));
        fitting.StatusCode.Should().Be(HttpStatusCode.OK);
        using var over = await host.PostToGatewayAsync(Padded(SmsWebhook.MaxBytes + 1));
        over.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task What_must_be_said_at_once_stands_in_the_response()
    {
        await using var host = await ChannelHost.StartAsync(gateway: true);
        host.Answer = (_, _) => throw new InvalidOperationException("broken");
        using var response = await host.PostToGatewayAsync(Json);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"replies":[{"text":"sorry"}]}""");
    }

    [Fact]
    public async Task An_SMS_is_posted_to_the_gateway_and_signed()
    {
        await using var gateway = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(gateway.Url, gateway: true);
        var outcome = await host.Services.GetRequiredService<IMessageSender>().SendAsync(Request, default);
        outcome.Should().Be(new SendOutcome.Sent("o-7"));
        var asked = gateway.Requests.Should().ContainSingle().Subject;
        asked.Path.Should().Be("/gateway");
        asked.Headers[SmsSignature.Header].Should().Be(SmsSignature.Of(ChannelHost.SmsSecret, Encoding.UTF8.GetBytes(asked.Body)));
        using var sent = JsonDocument.Parse(asked.Body);
        sent.RootElement.GetProperty("id").GetString().Should().Be("o-7");
        sent.RootElement.GetProperty("to").GetString().Should().Be("+919800000001");
        sent.RootElement.GetProperty("text").GetString().Should().Be("Rs 500 aaya");
    }

    [Fact]
    public async Task WhatsApp_still_goes_through_Twilio_when_SMS_has_a_gateway()
    {
        await using var provider = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(provider.Url, gateway: true);
        provider.AnswerWith(201, """{"sid":"SM1"}""");
        var sender = host.Services.GetRequiredService<IMessageSender>();
        (await sender.SendAsync(Request with { Channel = ChannelKind.WhatsApp }, default)).Should().Be(new SendOutcome.Sent("SM1"));
        provider.Requests.Single().Path.Should().EndWith("/Messages.json");
        (await sender.FindAsync(Request, DateTimeOffset.UnixEpoch, default)).Should().Be(new LookupOutcome.CannotTell());
    }

    public static TheoryData<int, SendOutcome> Refusals =>
        new()
        {
            { 429, new SendOutcome.Retry(SmsSender.Busy, 429) },
            { 503, new SendOutcome.Retry(SmsSender.Busy, 503) },
            { 500, new SendOutcome.Unknown() },
            { 403, new SendOutcome.Failed(SendFailure.Configuration, 403) },
            { 422, new SendOutcome.Failed(SendFailure.BadNumber, 422) },
            { 400, new SendOutcome.Failed(SendFailure.Other, 400) },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_gateways_refusal_is_told_by_what_to_do(int status, SendOutcome outcome)
    {
        await using var gateway = await FakeTwilio.StartAsync();
        await using var host = await ChannelHost.StartAsync(gateway.Url, gateway: true);
        gateway.AnswerWith(status, "no");
        (await host.Services.GetRequiredService<IMessageSender>().SendAsync(Request, default)).Should().Be(outcome);
        gateway.Requests.Should().ContainSingle();
    }

    private static OutboundRequest Request => new("o-7", ChannelKind.Sms, "+919800000001", "Rs 500 aaya", null, null);

    private static string Padded(int length) => Json.Replace("bachat", new string('b', length - Json.Length + 6), StringComparison.Ordinal);
}
