using System.Globalization;
using System.Text.Json;
using CsCheck;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Slots;

/// <summary>Today is Wednesday, 12 August 2026, unless a row says otherwise.</summary>
public class DateSlotTests
{
    [Theory]
    [InlineData("date", "12/8/2026", "2026-08-12")]
    [InlineData("date", "5-4-26", "2026-04-05")]
    [InlineData("date", "05.04.2026", "2026-04-05")]
    [InlineData("date", "2026-04-05", "2026-04-05")]
    [InlineData("date", "५/४/२०२६", "2026-04-05")]
    [InlineData("date", "5/8", "2026-08-05")]
    [InlineData("date", "5 Apr 2026", "2026-04-05")]
    [InlineData("date", "5th of april, 2026", "2026-04-05")]
    [InlineData("date", "april 5", "2026-04-05")]
    [InlineData("date", "5 अप्रैल 2026", "2026-04-05")]
    [InlineData("date", "paanch aprail ko", "2026-04-05")]
    [InlineData("date", "28 december", "2026-12-28")]
    [InlineData("past-date", "28 december", "2025-12-28")]
    [InlineData("date", "5 tarikh", "2026-08-05")]
    [InlineData("future-date", "5 tarikh ko", "2026-09-05")]
    [InlineData("date", "पाँच तारीख", "2026-08-05")]
    [InlineData("date", "agle mahine ki 5 tarikh", "2026-09-05")]
    [InlineData("date", "aaj", "2026-08-12")]
    [InlineData("date", "today", "2026-08-12")]
    [InlineData("date", "tomorrow", "2026-08-13")]
    [InlineData("date", "yesterday", "2026-08-11")]
    [InlineData("date", "kal", "2026-08-11 | 2026-08-13")]
    [InlineData("date", "कल", "2026-08-11 | 2026-08-13")]
    [InlineData("past-date", "kal", "2026-08-11")]
    [InlineData("future-date", "कल", "2026-08-13")]
    [InlineData("date", "aane wale kal", "2026-08-13")]
    [InlineData("date", "beete kal", "2026-08-11")]
    [InlineData("date", "parso", "2026-08-10 | 2026-08-14")]
    [InlineData("date", "do din baad", "2026-08-14")]
    [InlineData("date", "in 3 days", "2026-08-15")]
    [InlineData("date", "ek hafte pehle", "2026-08-05")]
    [InlineData("date", "monday", "2026-08-10 | 2026-08-17")]
    [InlineData("future-date", "somvar ko", "2026-08-17")]
    [InlineData("past-date", "सोमवार", "2026-08-10")]
    [InlineData("date", "next friday", "2026-08-21")]
    [InlineData("date", "last monday", "2026-08-03 | 2026-08-10")]
    [InlineData("date", "31 February", "!slots.no-such-day")]
    [InlineData("date", "31/4/2026", "!slots.no-such-day")]
    [InlineData("date", "4/13/2026", "!slots.no-such-day")]
    [InlineData("date", "29 feb 2027", "!slots.no-such-day")]
    [InlineData("date", "500", "?")]
    [InlineData("date", "5", "?")]
    [InlineData("date", "september 1st ko 10 am tak draft", "?")]
    [InlineData("date", "12 mahine", "?")]
    [InlineData("date", "kya", "?")]
    [InlineData("date", "", "?")]
    public void Days_are_understood_day_first(string kind, string text, string expected) => Table.Read(kind, text).Should().Be(expected);

    [Fact]
    public void The_dates_of_the_sample_are_understood()
    {
        var rows = Table.Rows("utterances_sample.tsv").Where(row => row["intent"] == "date-only").ToList();
        rows.Should().HaveCount(10);
        var misses = from row in rows
                     let slots = JsonSerializer.Deserialize<Dictionary<string, string>>(row["slots"])!
                     let found = Table.Read("date", row["utterance"], DateOnly.Parse(slots["ref"], CultureInfo.InvariantCulture))
                     where found != slots["date"]
                     select $"{row["utterance"]}: {found}";
        misses.Should().BeEmpty();
    }

    [Fact]
    public void The_amounts_of_the_sample_are_understood()
    {
        var misses = from row in Table.Rows("utterances_sample.tsv")
                     where row["intent"] == "amount-only"
                     let amount = JsonSerializer.Deserialize<Dictionary<string, long>>(row["slots"])!["amount"]
                     let found = Table.Read("money", row["utterance"])
                     where found != (amount * 100).ToString(CultureInfo.InvariantCulture)
                     select $"{row["utterance"]}: {found}";
        misses.Should().BeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    [InlineData("hi-Latn")]
    public void A_day_that_is_shown_is_read_as_the_same_day(string language) =>
        Gen.Int[0, 40_000].Select(days => new DateOnly(1960, 1, 1).AddDays(days))
            .Sample(day => Table.Read("date", Formats.Day(day, language)) == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), iter: 3_000);

    [Theory]
    [InlineData("july", "2026-07-01..2026-07-31")]
    [InlineData("जुलाई", "2026-07-01..2026-07-31")]
    [InlineData("julai ka hisaab", "2026-07-01..2026-07-31")]
    [InlineData("august", "2026-08-01..2026-08-31")]
    [InlineData("september", "2025-09-01..2025-09-30")]
    [InlineData("july 2025", "2025-07-01..2025-07-31")]
    [InlineData("जुलाई २०२५", "2025-07-01..2025-07-31")]
    [InlineData("feb 2024", "2024-02-01..2024-02-29")]
    [InlineData("2025", "2025-01-01..2025-12-31")]
    [InlineData("last 3 months", "2026-05-13..2026-08-12")]
    [InlineData("pichle teen mahine", "2026-05-13..2026-08-12")]
    [InlineData("last month", "2026-07-01..2026-07-31")]
    [InlineData("पिछला महीना", "2026-07-01..2026-07-31")]
    [InlineData("is mahine", "2026-08-01..2026-08-31")]
    [InlineData("this year", "2026-01-01..2026-12-31")]
    [InlineData("last year", "2025-01-01..2025-12-31")]
    [InlineData("this week", "2026-08-10..2026-08-16")]
    [InlineData("last 10 days", "2026-08-03..2026-08-12")]
    [InlineData("aaj", "2026-08-12..2026-08-12")]
    [InlineData("2025-26", "2025-04-01..2026-03-31")]
    [InlineData("fy 2025-26", "2025-04-01..2026-03-31")]
    [InlineData("this financial year", "2026-04-01..2027-03-31")]
    [InlineData("last quarter", "2026-04-01..2026-06-30")]
    [InlineData("april to june", "2026-04-01..2026-06-30")]
    [InlineData("april se june 2025 tak", "2025-04-01..2025-06-30")]
    [InlineData("1 april se 15 june", "2026-04-01..2026-06-15")]
    [InlineData("1/4/2026 to 15/6/2026", "2026-04-01..2026-06-15")]
    [InlineData("2026-04-01..2026-06-30", "2026-04-01..2026-06-30")]
    [InlineData("15/6/2026 to 1/4/2026", "!slots.period-order")]
    [InlineData("jan-mar", "2026-01-01..2026-03-31")]
    [InlineData("1 july", "2026-07-01..2026-07-01")]
    [InlineData("sunita", "?")]
    [InlineData("12", "?")]
    [InlineData("", "?")]
    public void Periods_run_from_a_day_to_a_day(string text, string expected) => Table.Read("period", text).Should().Be(expected);

    [Fact]
    public void A_period_is_read_back_as_its_two_days() => PeriodSlot.Parse("2026-07-01..2026-07-31").Should().Be((new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31)));
}
