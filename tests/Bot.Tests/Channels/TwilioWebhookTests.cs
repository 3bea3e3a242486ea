using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;

namespace DiGiBachat.Bot.Tests.Channels;

public class TwilioWebhookTests
{
    private const string Path = TwilioWebhook.MessagesPath;

    [Fact]
    public async Task An_SMS_as_Twilio_posts_it_becomes_a_message()
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await PostSample(host, "sampleSms");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var message = host.Received.Should().ContainSingle().Subject;
        message.Should().BeEquivalentTo(
            new InboundMessage("SM00000000000000000000000000000001", message.BodyHash, ChannelKind.Sms, "+919800000001", "1", null, null, [], false)
        );
        message.BodyHash.Should().HaveCount(32);
    }

    [Fact]
    public async Task A_button_tapped_on_WhatsApp_as_Twilio_posts_it_becomes_a_message()
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await PostSample(host, "sampleWhatsAppButton");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var message = host.Received.Should().ContainSingle().Subject;
        message.Channel.Should().Be(ChannelKind.WhatsApp);
        message.Address.Should().Be("+919800000001");
        message.OtherAddress.Should().Be("IN.1234567890123456");
        message.Body.Should().Be("हाँ");
        message.ButtonPayload.Should().Be("loan.confirm:yes");
        message.ProfileName.Should().Be("सुनीता");
        message.AnsweredInResponse.Should().BeTrue();
    }

    [Fact]
    public async Task The_answer_is_TwiML_that_reads_back_as_it_was_said()
    {
        await using var host = await ChannelHost.StartAsync();
        const string said = "Loan <12> & \"5%\" ₹5,000\nमंज़ूर 🙏\u0001\uD800";
        host.AnswerWith(new OutboundMessage(said), new OutboundMessage("QR", "https://bachat.test/s/a.png?x=1&y=2"));
        using var response = await host.PostAsync(Path, ChannelHost.Sms("loan"));
        response.Content.Headers.ContentType!.ToString().Should().Be("text/xml; charset=utf-8");
        var messages = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements("Message").ToList();
        messages.Should().HaveCount(2);
        messages[0].Element("Body")!.Value.Should().Be("Loan <12> & \"5%\" ₹5,000\nमंज़ूर 🙏");
        messages[0].Element("Media").Should().BeNull();
        messages[1].Element("Media")!.Value.Should().Be("https://bachat.test/s/a.png?x=1&y=2");
        messages[1].Attribute("action")!.Value.Should().Be("https://bachat.test/twilio/status?ref=SM00000000000000000000000000000001");
    }

    [Fact]
    public async Task Nothing_to_say_is_an_empty_response()
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await host.PostAsync(Path, ChannelHost.Sms("hello"));
        (await response.Content.ReadAsStringAsync()).Should().Be("""<?xml version="1.0" encoding="UTF-8"?><Response/>""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public async Task Without_a_right_signature_nothing_is_stored_and_it_is_counted(string? signature)
    {
        await using var host = await ChannelHost.StartAsync();
        using var response = await host.PostBodyAsync(Path, "MessageSid=SM00000000000000000000000000000001&Body=hello", signature);
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        host.Received.Should().BeEmpty();
        host.Counted["bachat.signature_failures"].Should().Be(1);
    }

    [Fact]
    public async Task The_raw_query_is_part_of_what_is_signed()
    {
        await using var host = await ChannelHost.StartAsync();
        using var right = await host.PostAsync(Path + "?a=%2Fb%20c&d", ChannelHost.Sms("hello"));
        right.StatusCode.Should().Be(HttpStatusCode.OK);
        var signature = Sign.Form(ChannelHost.Token, ChannelHost.PublicUrl + Path, ("Body", "hello"));
        using var added = await host.PostBodyAsync(Path + "?more=1", "Body=hello", signature);
        added.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("MessageSid", "SM0000000000000000000000000000000")]
    [InlineData("MessageSid", "XX00000000000000000000000000000001")]
    [InlineData("MessageSid", "SM0000000000000000000000000000000A")]
    [InlineData("AccountSid", "AC11111111111111111111111111111111")]
    [InlineData("To", "+15005550007")]
    [InlineData("To", "")]
    [InlineData("From", "'; drop table members; --")]
    [InlineData("From", "")]
    [InlineData("From", "whatsapp:+919800000001")]
    [InlineData("NumMedia", "1")]
    [InlineData("NumMedia", "11")]
    [InlineData("NumMedia", "-1")]
    public async Task A_parameter_of_the_wrong_shape_is_refused(string name, string value)
    {
        await using var host = await ChannelHost.StartAsync();
        var fields = ChannelHost.Sms("hello").Where(f => f.Item1 != name).Append((name, value)).ToArray();
        using var response = await host.PostAsync(Path, fields);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        host.Received.Should().BeEmpty();
        string.Concat(host.Logged).Should().NotContain("9800000001").And.NotContain("drop table");
    }

    [Theory]
    [InlineData("Body")]
    [InlineData("From")]
    [InlineData("MessageSid")]
    public async Task A_parameter_that_we_read_is_refused_when_it_comes_twice(string name)
    {
        await using var host = await ChannelHost.StartAsync();
        (string Name, string Value)[] fields = [.. ChannelHost.Sms("hello"), (name, "~other")];
        using var response = await host.PostAsync(Path, fields);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        host.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_parameter_that_nobody_reads_may_be_new_and_may_come_twice()
    {
        await using var host = await ChannelHost.StartAsync();
        (string, string)[] fields = [.. ChannelHost.Sms("hello"), ("NewThing", "1"), ("NewThing", "2")];
        using var response = await host.PostAsync(Path, fields);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("VM-HDFCBK")]
    [InlineData("56767")]
    public async Task A_bank_that_writes_under_a_name_gets_no_answer(string from)
    {
        await using var host = await ChannelHost.StartAsync();
        host.AnswerWith(new OutboundMessage("welcome"));
        using var response = await host.PostAsync(Path, ChannelHost.Sms("Rs 500 credited", from: from));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().EndWith("<Response/>");
        host.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_one_at_the_limit_is_read()
    {
        await using var host = await ChannelHost.StartAsync();
        const string start = "Body=";
        var full = start + new string('a', TwilioForm.MaxBytes - start.Length);
        using var fitting = await host.PostBodyAsync(Path, full, "AAAA");
        fitting.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var over = await host.PostBodyAsync(Path, full + "a", "AAAA");
        over.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        var many = string.Join('&', Enumerable.Range(0, TwilioForm.MaxParameters + 1).Select(i => $"P{i}=x"));
        using var parameters = await host.PostBodyAsync(Path, many, "AAAA");
        parameters.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        await using var host = await ChannelHost.StartAsync();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync(Path, content);
        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<HttpResponseMessage> PostSample(ChannelHost host, string name)
    {
        var text = await File.ReadAllTextAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "Data", "inbound_params.json"));
        using var document = JsonDocument.Parse(text);
        var body = document.RootElement.GetProperty(name).GetString()!;
        var fields = body.Split('&').Select(p => p.Split('=')).Select(p => (p[0], Uri.UnescapeDataString(p[1]))).ToArray();
        return await host.PostBodyAsync(Path, body, Sign.Form(ChannelHost.Token, ChannelHost.PublicUrl + Path, fields));
    }
}
