using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DiGiBachat.Bot.Tests.Statements;
using DiGiBachat.Bot.Tests.Transcripts;
using Microsoft.Extensions.Time.Testing;

namespace DiGiBachat.Bot.Tests.Reports;

/// <summary>A report asked for in chat and opened by its links: PDF, spreadsheet and journal say the same figures, to officers only.</summary>
public sealed partial class ReportLinkTests
{
    private const string Asha = "+919800000001";
    private const string Sunita = "+919800000003";
    private static readonly string[] Founding = ["hi", "1", "Asha Pawar", "1", "2", "Saheli Bachat Gat", "500", "1", "10", "saheli@okbank", "1", "1"];

    [Fact]
    public async Task All_forms_of_a_report_say_the_same_figures()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 4, 5, 10, 0, 0, new(5, 30, 0)));
        await using var bots = await TwoBots.StartAsync(clock);
        await FoundAsync(bots);
        var link = await LinkAsync(bots, Asha, "report april");

        var pdf = Poppler.Text(await BytesAsync(bots, link + ".pdf"));
        pdf.Should().Contain("Saheli Bachat Gat").And.Contain("Sunita Devi").And.Contain("₹1,23,456.50").And.Contain("₹1,23,956.50");
        var sheets = SheetsOf(await BytesAsync(bots, link + ".xlsx"));
        sheets.Should().Contain("123456.5").And.Contain("123956.5").And.NotContain("<f>", "no cell is a formula");
        var journal = System.Text.Encoding.UTF8.GetString(await BytesAsync(bots, link + ".journal"));
        journal.Should().Contain("; member 2: Sunita Devi").And.Contain("123456.50 INR");
        Balances(journal).Should().OnlyContain(sum => sum == 0m);
    }

    [Fact]
    public async Task A_report_is_closed_to_who_is_no_officer_any_more_and_to_whoever_alters_the_link()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 4, 5, 10, 0, 0, new(5, 30, 0)));
        await using var bots = await TwoBots.StartAsync(clock);
        await FoundAsync(bots);
        foreach (var words in new[] { "make 2 treasurer", "1" })
            await bots.SayAsync(Asha, sms: false, words);
        var link = await LinkAsync(bots, Sunita, "report april");
        (await bots.OpenAsync(link + ".pdf")).StatusCode.Should().Be(HttpStatusCode.OK);
        foreach (var words in new[] { "make 2 member", "1" })
            await bots.SayAsync(Asha, sms: false, words);

        (await bots.OpenAsync(link + ".pdf")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await bots.OpenAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A') + ".xlsx")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        clock.Advance(TimeSpan.FromDays(8));
        (await bots.OpenAsync(await LinkAsync(bots, Asha, "report april") + ".pdf")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task FoundAsync(TwoBots bots)
    {
        var said = "";
        foreach (var words in Founding)
            said = string.Join('\n', (await bots.SayAsync(Asha, sms: false, words)).Select(a => a.Body));
        var code = Code().Match(said).Groups[1].Value;
        foreach (var words in new[] { $"join {code}", "1", "Sunita Devi", "1", "1" })
            await bots.SayAsync(Sunita, sms: true, words);
        foreach (var words in new[] { "admit 2", "1", "cash 2 1,23,456.50", "1", "1", "cash 2 500", "1" })
            await bots.SayAsync(Asha, sms: false, words);
    }

    private static async Task<string> LinkAsync(TwoBots bots, string who, string words)
    {
        var said = string.Join('\n', (await bots.SayAsync(who, sms: false, words)).Select(a => a.Body));
        return Link().Match(said).Value is { Length: > 0 } link ? link : throw new InvalidOperationException(said);
    }

    private static async Task<byte[]> BytesAsync(TwoBots bots, string link)
    {
        using var response = await bots.OpenAsync(link);
        response.StatusCode.Should().Be(HttpStatusCode.OK, link);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static string SheetsOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(
            zip.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase))
                .Select(e =>
                {
                    using var reader = new StreamReader(e.Open());
                    return reader.ReadToEnd();
                })
        );
    }

    /// <summary>What the postings of each transaction sum to.</summary>
    private static IEnumerable<decimal> Balances(string journal) =>
        journal
            .Split("\n\n")
            .Where(block => block.Contains(" INR", StringComparison.Ordinal))
            .Select(block => Amount().Matches(block).Sum(m => decimal.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    [GeneratedRegex("text=join%20([0-9A-Z]{8})")]
    private static partial Regex Code();

    [GeneratedRegex("https://[^ ]*/r/[A-Za-z0-9_-]{68}")]
    private static partial Regex Link();

    [GeneratedRegex(@"(-?[0-9]+\.[0-9]{2}) INR")]
    private static partial Regex Amount();
}
