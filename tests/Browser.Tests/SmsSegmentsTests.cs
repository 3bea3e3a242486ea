using System.Globalization;
using System.Text.Json;
using DiGiBachat.Emulator.Phones;

namespace DiGiBachat.Browser.Tests;

/// <summary>Texts and boundaries as measured (Data/sms_segments.json).</summary>
public class SmsSegmentsTests
{
    private static readonly JsonElement Measured = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "sms_segments.json")))
        .RootElement;

    public static TheoryData<string> Samples => [.. Measured.GetProperty("samples").EnumerateObject().Select(sample => sample.Name)];

    public static TheoryData<string> Boundaries => [.. Measured.GetProperty("boundaries").EnumerateObject().Select(boundary => boundary.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_text_costs_what_was_measured(string name)
    {
        var sample = Measured.GetProperty("samples").GetProperty(name);
        var segments = SmsSegments.Of(sample.GetProperty("text").GetString()!);
        segments.Encoding.Should().Be(sample.GetProperty("encoding").GetString());
        segments.Units.Should().Be(sample.GetProperty("units").GetInt32());
        segments.Segments.Should().Be(sample.GetProperty("segments").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void A_segment_ends_where_it_was_measured_to_end(string length)
    {
        var boundary = Measured.GetProperty("boundaries").GetProperty(length);
        var count = int.Parse(length, CultureInfo.InvariantCulture);
        SmsSegments.Of(new string('a', count)).Segments.Should().Be(boundary.GetProperty("gsm7").GetInt32());
        SmsSegments.Of(new string('क', count)).Segments.Should().Be(boundary.GetProperty("ucs2").GetInt32());
    }

    [Fact]
    public void A_character_of_two_places_is_not_cut_in_two()
    {
        SmsSegments.Of(new string('€', 80)).Should().Be(new SmsSegments("GSM-7", 160, 1, 0));
        SmsSegments.Of(new string('a', 152) + "€" + new string('a', 152)).Segments.Should().Be(3);
    }
}
