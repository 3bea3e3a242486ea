using System.Globalization;
using System.Text.Json;
using CsCheck;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Texts;

public class SmsSegmentsTests
{
    private static readonly JsonElement Measured = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "sms_segments.json"))).RootElement;

    [Fact]
    public void The_measured_texts_cost_what_was_measured()
    {
        var samples = Measured.GetProperty("samples").EnumerateObject().ToList();
        samples.Should().HaveCount(8);
        foreach (var sample in samples)
        {
            var found = SmsSegments.Of(sample.Value.GetProperty("text").GetString());
            var encoding = sample.Value.GetProperty("encoding").GetString() == "GSM-7" ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
            found.Should().Be(new SmsSegments(encoding, sample.Value.GetProperty("units").GetInt32(), sample.Value.GetProperty("segments").GetInt32()), sample.Name);
        }
    }

    [Fact]
    public void Every_boundary_is_where_it_was_measured()
    {
        foreach (var boundary in Measured.GetProperty("boundaries").EnumerateObject())
        {
            var length = int.Parse(boundary.Name, CultureInfo.InvariantCulture);
            SmsSegments.Of(new string('a', length)).Segments.Should().Be(boundary.Value.GetProperty("gsm7").GetInt32(), $"{length} letters");
            SmsSegments.Of(new string('क', length)).Segments.Should().Be(boundary.Value.GetProperty("ucs2").GetInt32(), $"{length} letters");
        }
    }

    [Fact]
    public void The_alphabet_is_the_measured_one()
    {
        var basic = Measured.GetProperty("gsm7_basic").GetString()!.Where(c => c != '\u001b');
        var extension = Measured.GetProperty("gsm7_extension").GetString()!;
        basic.Should().OnlyContain(c => Gsm7.Units(c) == 1);
        extension.ToCharArray().Should().OnlyContain(c => Gsm7.Units(c) == 2);
        Enumerable.Range(0, 0x10000).Count(c => Gsm7.Units((char)c) > 0).Should().Be(basic.Count() + extension.Length);
    }

    [Fact]
    public void An_escaped_character_is_not_cut_in_two()
    {
        SmsSegments.Of(new string('a', 158) + "€").Should().Be(new SmsSegments(SmsEncoding.Gsm7, 160, 1));
        SmsSegments.Of(new string('a', 152) + "€" + new string('a', 151)).Should().Be(new SmsSegments(SmsEncoding.Gsm7, 305, 2));
        SmsSegments.Of(new string('a', 152) + "€" + new string('a', 152)).Should().Be(new SmsSegments(SmsEncoding.Gsm7, 306, 3));
        SmsSegments.Of("").Should().Be(new SmsSegments(SmsEncoding.Gsm7, 0, 1));
        SmsSegments.Of("😀").Should().Be(new SmsSegments(SmsEncoding.Ucs2, 2, 1));
    }

    [Theory]
    [InlineData("₹5,000 – Sunita’s “kist” … • done ✓", "Rs 5,000 - Sunita's \"kist\" ... - done OK")]
    [InlineData("₹ 500", "Rs 500")]
    [InlineData("Rs 500 é", "Rs 500 é")]
    [InlineData("सुनीता ₹5", "Suneeta Rs 5")]
    public void What_the_alphabet_lacks_is_written_by_an_equivalent(string text, string expected) => Gsm7.Written(text).Should().Be(expected);

    [Fact]
    public void A_reply_that_fits_is_one_message() => ReplyFitter.Fit("Loan 12 approved.", ChannelKind.Sms).Should().Equal("Loan 12 approved.");

    [Fact]
    public void A_long_reply_is_cut_at_lines_then_sentences_then_words()
    {
        ReplyFitter.Fit($"{new string('a', 1000)}\n{new string('b', 900)}", ChannelKind.WhatsApp).Should().Equal(new string('a', 1000), new string('b', 900));
        ReplyFitter.Fit($"{new string('a', 1000)}. {new string('b', 300)} {new string('c', 900)}", ChannelKind.WhatsApp)
            .Should().Equal(new string('a', 1000) + ".", $"{new string('b', 300)} {new string('c', 900)}");
        ReplyFitter.Fit($"{new string('a', 1000)} {new string('b', 900)}", ChannelKind.WhatsApp).Should().Equal(new string('a', 1000), new string('b', 900));
        ReplyFitter.Fit(new string('a', 1601), ChannelKind.WhatsApp).Should().Equal(new string('a', 1600), "a");
        ReplyFitter.Fit($"{new string('a', 1600)} b", ChannelKind.WhatsApp).Should().Equal(new string('a', 1600), "b");
    }

    [Fact]
    public void Nothing_is_lost_and_every_message_fits() =>
        Gen.Select(Gen.OneOf(Gen.String[Gen.Char["ab .!?।\nकी😀€"], 0, 2_500], Gen.String[Gen.Char["abकी€"], 0, 2_500]), Gen.Bool, Gen.Int[1, 5])
            .Sample((reply, isSms, most) =>
            {
                var channel = isSms ? ChannelKind.Sms : ChannelKind.WhatsApp;
                var messages = ReplyFitter.Fit(reply, channel, most);
                Dense(string.Concat(messages)).Should().Be(Dense(reply));
                messages.Should().NotContain(message => message.Length == 0 || message.Length > ReplyFitter.LongestMessage);
                messages.Should().NotContain(message => isSms && SmsSegments.Of(message).Segments > most);
            }, iter: 300);

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
