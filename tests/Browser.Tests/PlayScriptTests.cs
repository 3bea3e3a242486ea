using System.Globalization;
using DiGiBachat.Emulator.Terminal;

namespace DiGiBachat.Browser.Tests;

public class PlayScriptTests
{
    [Theory]
    [InlineData("2026-11-23T09:00:00+05:30", 3, "2026-12-03T10:00:00+05:30")]
    [InlineData("2026-11-03T09:59:59+05:30", 3, "2026-11-03T10:00:00+05:30")]
    [InlineData("2026-11-03T10:00:00+05:30", 3, "2026-12-03T10:00:00+05:30")]
    [InlineData("2026-12-31T23:00:00+05:30", 28, "2027-01-28T10:00:00+05:30")]
    public void The_clock_goes_to_the_morning_of_the_next_such_day(string now, int day, string then) =>
        new DayStep(1, "", day).After(At(now)).Should().Be(At(then));

    [Fact]
    public void Every_kind_of_line_is_read()
    {
        var (steps, problems) = PlayScript.Read(
            [
                "# Sunita joins",
                "",
                "phone +919800000001 \"Sunita\" sms",
                "clock to day 20",
                "+919800000001 sms> join {CODE}",
                "expect +919800000001 \"Rs 500\"",
                "capture CODE from +919800000001 /join%20([0-9A-Z]{8})/",
                "clock next month",
                "away +919800000001",
            ]
        );
        problems.Should().BeEmpty();
        steps.Select(s => s.GetType().Name).Should()
            .Equal(nameof(PhoneStep), nameof(DayStep), nameof(SayStep), nameof(ExpectStep), nameof(CaptureStep), nameof(ClockStep), nameof(AwayStep));
        steps.Select(s => s.Line).Should().Equal(3, 4, 5, 6, 7, 8, 9);
    }

    [Theory]
    [InlineData("clock to day 0")]
    [InlineData("clock to day 29")]
    [InlineData("away Sunita")]
    [InlineData("+919800000001 fax> hi")]
    [InlineData("expect Rs 500")]
    public void What_is_no_line_is_named_with_its_number(string written)
    {
        var (steps, problems) = PlayScript.Read(["# a script", written]);
        steps.Should().BeEmpty();
        problems.Should().ContainSingle().Which.Should().StartWith("line 2: ").And.Contain(written);
    }

    [Fact]
    public void The_demonstration_is_a_script()
    {
        var (steps, problems) = PlayScript.Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "demo", "saheli.script")));
        problems.Should().BeEmpty();
        steps.OfType<PhoneStep>().Should().HaveCount(10);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
