using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace DiGiBachat.Bot.Tests.Channels;

public class TwilioMediaTests
{
    private const string Csv = "Name,Savings\nSunita,3400";

    [Fact]
    public async Task A_table_is_read_into_the_message_with_the_provider_s_credentials()
    {
        await using var provider = await FakeTwilio.StartAsync();
        provider.Answer = (_, http) => http.Response.WriteAsync("\uFEFF" + Csv);
        var read = await ReadAsync(provider, provider.Url + "/media/1", "text/csv; charset=utf-8");
        read.Should().Be(Csv);
        provider.Requests.Single().Headers["Authorization"].Should().StartWith("Basic ");
    }

    [Fact]
    public async Task A_caption_stays_before_it()
    {
        await using var provider = await FakeTwilio.StartAsync();
        provider.Answer = (_, http) => http.Response.WriteAsync(Csv);
        (await ReadAsync(provider, provider.Url + "/media/1", "text/csv", "opening")).Should().Be("opening\n" + Csv);
    }

    [Theory]
    [InlineData("image/jpeg", 200, 10)]
    [InlineData("text/csv", 404, 10)]
    [InlineData("text/csv", 302, 10)]
    [InlineData("text/csv", 200, TwilioMedia.MaxBytes + 1)]
    public async Task What_is_no_table_or_too_long_or_elsewhere_is_left_where_it_is(string type, int status, int length)
    {
        await using var provider = await FakeTwilio.StartAsync();
        provider.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "https://elsewhere.example/1";
            return http.Response.WriteAsync(new string('a', length));
        };
        (await ReadAsync(provider, provider.Url + "/media/1", type)).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_but_the_provider_is_asked()
    {
        await using var provider = await FakeTwilio.StartAsync();
        await using var other = await FakeTwilio.StartAsync();
        (await ReadAsync(provider, other.Url + "/media/1", "text/csv")).Should().BeEmpty();
        other.Requests.Should().BeEmpty();
    }

    private static async Task<string> ReadAsync(FakeTwilio provider, string url, string type, string caption = "")
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var options = new TwilioOptions(
            "AC00000000000000000000000000000000",
            "token",
            null,
            new Uri(provider.Url),
            "whatsapp:+14155238886",
            null
        );
        var media = new TwilioMedia(http, options, NullLogger<TwilioMedia>.Instance);
        var message = new InboundMessage("SM1", [], ChannelKind.WhatsApp, "+919800000001", caption, null, null, [new(url, type)], false);
        return (await media.ReadAsync(message, CancellationToken.None)).Body;
    }
}
