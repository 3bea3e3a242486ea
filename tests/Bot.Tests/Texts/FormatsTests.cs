using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Tests.Texts;

public class FormatsTests
{
    private static readonly DateOnly Day = new(2026, 4, 5);

    [Theory]
    [InlineData(0, "₹0", "Rs 0")]
    [InlineData(50, "₹0.50", "Rs 0.50")]
    [InlineData(100, "₹1", "Rs 1")]
    [InlineData(99_999, "₹999.99", "Rs 999.99")]
    [InlineData(5_000_00, "₹5,000", "Rs 5,000")]
    [InlineData(12_34_567_50, "₹12,34,567.50", "Rs 12,34,567.50")]
    [InlineData(99_99_99_999_99, "₹99,99,99,999.99", "Rs 99,99,99,999.99")]
    [InlineData(-1_00_000_05, "-₹1,00,000.05", "-Rs 1,00,000.05")]
    public void Money_is_grouped_the_indian_way_without_idle_decimals(long paise, string whatsApp, string sms)
    {
        Formats.Money(new Money(paise), ChannelKind.WhatsApp).Should().Be(whatsApp);
        Formats.Money(new Money(paise), ChannelKind.Sms).Should().Be(sms);
    }

    [Theory]
    [InlineData(0, "zero rupees", "शून्य रुपये", "shunya rupaye")]
    [InlineData(1_00, "one rupee", "एक रुपया", "ek rupaya")]
    [InlineData(1, "one paisa", "एक पैसा", "ek paisa")]
    [InlineData(5_000_00, "five thousand rupees", "पाँच हज़ार रुपये", "paanch hazaar rupaye")]
    [InlineData(1_120_50, "one thousand one hundred and twenty rupees and fifty paise", "एक हज़ार एक सौ बीस रुपये पचास पैसे", "ek hazaar ek sau bees rupaye pachaas paise")]
    [InlineData(1_00_005_00, "one lakh five rupees", "एक लाख पाँच रुपये", "ek lakh paanch rupaye")]
    [InlineData(2_50_00_000_00, "two crore fifty lakh rupees", "दो करोड़ पचास लाख रुपये", "do karod pachaas lakh rupaye")]
    [InlineData(-5_00, "minus five rupees", "ऋण पाँच रुपये", "rin paanch rupaye")]
    public void Amounts_in_words(long paise, string english, string hindi, string roman)
    {
        AmountWords.Of(new Money(paise), "en").Should().Be(english);
        AmountWords.Of(new Money(paise), "hi").Should().Be(hindi.Normalize());
        AmountWords.Of(new Money(paise), "hi-Latn").Should().Be(roman);
    }

    [Fact]
    public void An_unknown_language_is_refused() => FluentActions.Invoking(() => AmountWords.Of(5, "mr")).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Days_in_three_languages()
    {
        Formats.Day(Day, "en").Should().Be("5 Apr 2026");
        Formats.Day(Day, "hi").Should().Be("5 अप्रैल 2026");
        Formats.Day(Day, "hi-Latn").Should().Be("5 April 2026");
        Formats.Day(new DateOnly(2026, 9, 30), "en").Should().Be("30 Sep 2026");
        Formats.Month(Day, "hi").Should().Be("अप्रैल 2026");
        Formats.Weekday(Day, "en").Should().Be("Sunday");
        Formats.Weekday(Day, "hi").Should().Be("रविवार");
        Formats.Moment(new DateTimeOffset(2026, 4, 4, 19, 0, 0, TimeSpan.Zero), "en").Should().Be("5 Apr 2026, 00:30");
    }

    [Theory]
    [InlineData(0, "today", "आज", "aaj")]
    [InlineData(1, "tomorrow", "कल (6 अप्रैल)", "kal (6 April)")]
    [InlineData(-1, "yesterday", "कल (4 अप्रैल)", "kal (4 April)")]
    [InlineData(3, "in 3 days", "3 दिन में", "3 din mein")]
    [InlineData(-2, "2 days ago", "2 दिन पहले", "2 din pehle")]
    public void Days_from_today_in_words(int apart, string english, string hindi, string roman)
    {
        Formats.Relative(Day.AddDays(apart), Day, "en").Should().Be(english);
        Formats.Relative(Day.AddDays(apart), Day, "hi").Should().Be(hindi);
        Formats.Relative(Day.AddDays(apart), Day, "hi-Latn").Should().Be(roman);
    }

    [Theory]
    [InlineData(200, "2%")]
    [InlineData(150, "1.5%")]
    [InlineData(0, "0%")]
    public void Rates_are_shown_in_percent(int points, string expected) => Formats.Percent(new Rate(points).Percent).Should().Be(expected);

    [Fact]
    public void This_machine_has_icu() => FluentActions.Invoking(Formats.AssertIcu).Should().NotThrow();
}
