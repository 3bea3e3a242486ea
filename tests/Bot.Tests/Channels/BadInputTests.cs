using System.Net;
using System.Text;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;

namespace DiGiBachat.Bot.Tests.Channels;

/// <summary>Whatever a phone can send reaches the receiver as a message, and no answer is ever a server error.</summary>
public class BadInputTests
{
    public static TheoryData<string, byte[], string> Texts =>
        new()
        {
            { "empty", [], "" },
            { "only blanks", "   "u8.ToArray(), "   " },
            { "1,600 characters", Encoding.UTF8.GetBytes(new string('a', 1600)), new string('a', 1600) },
            { "1,600 letters of Devanagari", Encoding.UTF8.GetBytes(new string('क', 1600)), new string('क', 1600) },
            { "4,096 emoji", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("🙏", 4096))), string.Concat(Enumerable.Repeat("🙏", 4096)) },
            { "a family of one emoji", Encoding.UTF8.GetBytes("👨‍👩‍👧"), "👨‍👩‍👧" },
            { "NUL", [(byte)'p', 0, (byte)'a', (byte)'y'], "pay" },
            { "only NUL", [0, 0], "" },
            { "wrong UTF-8", [(byte)'p', 0xFF, 0xC3, 0x28], "p\uFFFD\uFFFD(" },
            { "a surrogate in UTF-8", [0xED, 0xA0, 0x80], "\uFFFD\uFFFD\uFFFD" },
            { "escape sequences of a terminal", "\u001b[31mpay"u8.ToArray(), "[31mpay" },
            { "markup", "<Body>&amp;</Body>"u8.ToArray(), "<Body>&amp;</Body>" },
            { "a template", "{{7*7}} ${x} {name}"u8.ToArray(), "{{7*7}} ${x} {name}" },
            { "lines and tabs", "1\r\n2\t3"u8.ToArray(), "1\n2 3" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_of_any_kind_becomes_a_message(string kind, byte[] body, string text)
    {
        await using var host = await ChannelHost.StartAsync();
        host.Answer = (m, _) => Task.FromResult<IReadOnlyList<OutboundMessage>>([new(m.Body)]);
        var fields = Others(ChannelHost.Sms("")).Append(("Body", body)).ToArray();
        using var response = await host.PostRawAsync(TwilioWebhook.MessagesPath, fields);
        response.StatusCode.Should().Be(HttpStatusCode.OK, kind);
        host.Received.Should().ContainSingle().Which.Body.Should().Be(text);
        var twiml = System.Xml.Linq.XDocument.Parse(
            await response.Content.ReadAsStringAsync(),
            System.Xml.Linq.LoadOptions.PreserveWhitespace
        );
        twiml.Root!.Value.Should().Be(text);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("audio/ogg")]
    [InlineData("video/mp4")]
    [InlineData("application/pdf")]
    public async Task A_picture_or_a_voice_note_becomes_a_message_with_media(string type)
    {
        await using var host = await ChannelHost.StartAsync();
        (string, string)[] fields =
        [
            .. ChannelHost.Sms("").Where(f => f.Item1 != "NumMedia"),
            ("NumMedia", "1"),
            ("MediaUrl0", "https://api.twilio.com/media/ME1"),
            ("MediaContentType0", type),
        ];
        using var response = await host.PostAsync(TwilioWebhook.MessagesPath, fields);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        host.Received.Should().ContainSingle().Which.Media.Should().Equal(new InboundMedia("https://api.twilio.com/media/ME1", type));
    }

    [Theory]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.BadRequest)]
    public async Task So_many_pictures_come_with_a_message_at_most(int pictures, HttpStatusCode status)
    {
        await using var host = await ChannelHost.StartAsync();
        var media = Enumerable.Range(0, pictures).Select(i => ($"MediaUrl{i}", $"https://api.twilio.com/media/ME{i}"));
        (string, string)[] fields =
        [
            .. ChannelHost.Sms("").Where(f => f.Item1 != "NumMedia"),
            ("NumMedia", pictures.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            .. media,
        ];
        using var response = await host.PostAsync(TwilioWebhook.MessagesPath, fields);
        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_location_is_told_from_an_empty_text()
    {
        await using var host = await ChannelHost.StartAsync();
        (string, string)[] fields = [.. ChannelHost.Sms(""), ("Latitude", "26.85"), ("Longitude", "80.95")];
        using var response = await host.PostAsync(TwilioWebhook.MessagesPath, fields);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        host.Received.Should().ContainSingle().Which.IsLocation.Should().BeTrue();
    }

    [Fact]
    public async Task A_stranger_without_a_phone_number_is_an_address_of_its_own()
    {
        await using var host = await ChannelHost.StartAsync();
        var fields = ChannelHost
            .Sms("join ABCDE", from: "whatsapp:IN.9f8e7d6c")
            .Select(f => f.Item1 == "To" ? ("To", ChannelHost.WhatsAppFrom) : f)
            .ToArray();
        using var response = await host.PostAsync(TwilioWebhook.MessagesPath, fields);
        var message = host.Received.Should().ContainSingle().Subject;
        message.Address.Should().Be("IN.9f8e7d6c");
        message.OtherAddress.Should().BeNull();
    }

    [Fact]
    public async Task A_name_longer_than_the_limit_is_cut_between_characters()
    {
        await using var host = await ChannelHost.StartAsync();
        var name = new string('a', TwilioInbound.MaxProfileName - 1) + "🙏";
        using var response = await host.PostAsync(TwilioWebhook.MessagesPath, [.. ChannelHost.Sms("hi"), ("ProfileName", name)]);
        host.Received.Should().ContainSingle().Which.ProfileName.Should().Be(new string('a', TwilioInbound.MaxProfileName - 1));
    }

    private static IEnumerable<(string, byte[])> Others((string Name, string Value)[] fields) =>
        fields.Where(f => f.Name != "Body").Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Value)));
}
