using System.Text.Json;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Channels.Twilio;

namespace DiGiBachat.Bot.Tests.Channels;

public class TwilioErrorsTests
{
    [Theory]
    [InlineData("14107 20429 60212 63012 63018", 30)]
    [InlineData("21611 30001", 300)]
    [InlineData("30003 30008", 3600)]
    [InlineData("63038", 43200)]
    public void A_code_that_passes_by_itself_is_tried_again_later(string codes, int seconds)
    {
        foreach (var code in Numbers(codes))
            TwilioErrors.OutcomeOf(code).Should().Be(new SendOutcome.Retry(TimeSpan.FromSeconds(seconds), code));
    }

    [Theory]
    [InlineData("21610 63033", SendFailure.OptedOut)]
    [InlineData("21211 21612 21614 30005 30006 60205 63024", SendFailure.BadNumber)]
    [InlineData("63016", SendFailure.OutsideWindow)]
    [InlineData("63003 63015 63032", SendFailure.NotOnWhatsApp)]
    [InlineData("11200 11205 11750 12300 20003 20404 21212 21408 21606 21608 21703", SendFailure.Configuration)]
    [InlineData("30002 30010 63007 63027 63028 63040 63041", SendFailure.Configuration)]
    [InlineData("21602 21604 21617 21620 21656 30004 30007 60200 60202 60203 60410", SendFailure.Other)]
    [InlineData("63005 63013 63019 63021 63030 1 99999", SendFailure.Other)]
    public void A_code_that_does_not_pass_says_what_to_do(string codes, SendFailure kind)
    {
        foreach (var code in Numbers(codes))
            TwilioErrors.OutcomeOf(code).Should().Be(new SendOutcome.Failed(kind, code));
    }

    [Fact]
    public void Every_code_of_the_dictionary_is_in_the_table()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "twilio_errors.json"));
        using var document = JsonDocument.Parse(text);
        var listed = document.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetInt32());
        TwilioErrors.Known.Should().BeEquivalentTo(listed);
    }

    private static IEnumerable<int> Numbers(string codes) => codes.Split(' ').Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture));
}
