using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace DiGiBachat.Bot.Tests.Transcripts;

/// <summary>
/// Holds a conversation through the real webhook on a real database and writes down what came of each line. Every turn goes to the
/// other of two instances of the bot, so that nothing can live in one of them between turns.
/// </summary>
internal sealed partial class TranscriptRunner(TwoBots bots, FakeTimeProvider clock)
{
    private readonly Dictionary<string, string> phones = [];
    private readonly Dictionary<string, string> hidden = [];

    public async Task<IReadOnlyList<TranscriptLine>> RunAsync(IReadOnlyList<TranscriptLine> lines)
    {
        var held = new List<TranscriptLine>();
        foreach (var line in lines)
            held.Add(line with { Expected = await HoldAsync(line) });
        return held;
    }

    private async Task<IReadOnlyList<string>> HoldAsync(TranscriptLine line)
    {
        switch (line.Head)
        {
            case "" or ['#', ..]:
                return [];
            case "phones:":
                foreach (var phone in line.Words.Split(',', StringSplitOptions.TrimEntries))
                    phones[phone.Split(' ')[0]] = phone.Split(' ')[1];
                return [];
            case "clock:":
                clock.SetUtcNow(DateTimeOffset.Parse(line.Words + " +05:30", CultureInfo.InvariantCulture));
                return [];
            case "group:":
                await FoundAsync(line.Words);
                return [];
            case "days:":
                return await PassAsync(int.Parse(line.Words, CultureInfo.InvariantCulture));
            case "ledger:":
                return await LedgerAsync();
            default:
                return await SayAsync(line);
        }
    }

    private async Task<IReadOnlyList<string>> SayAsync(TranscriptLine line)
    {
        clock.Advance(TimeSpan.FromSeconds(20));
        var said = Speaker().Match(line.Head);
        var (name, channel) = (said.Groups[1].Value, said.Groups[2].Value);
        var answers = await bots.SayAsync(phones[name], channel == "sms", Revealed(line.Words));
        var shown = answers.SelectMany(a => Shown("bot", a)).ToList();
        return [.. shown, .. await SentAsync()];
    }

    /// <summary>
    /// The group that most conversations take place in, founded by chat: the first named is its admin, the second its treasurer.
    /// "asha (whatsapp) en Asha Pawar, …"
    /// </summary>
    private async Task FoundAsync(string people)
    {
        var code = "";
        foreach (var (i, person) in people.Split(',', StringSplitOptions.TrimEntries).Index())
        {
            var parts = Person().Match(person);
            var (who, language, name) = (parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value);
            var number = language switch
            {
                "en" => "1",
                "hi" => "2",
                _ => "3",
            };
            string[] said =
                i == 0
                    ? ["hi", number, name, "1", "2", "Saheli Bachat Gat", "500", "1", "10", "saheli@okbank", "1", "1"]
                    : [$"join {code}", number, name, "1", "1"];
            var shown = new List<string>();
            foreach (var words in said)
                shown.AddRange(await SayAsync(new(who, words, [])));
            if (i == 0)
                code = hidden.Keys.SingleOrDefault() ?? throw new InvalidOperationException(string.Join('\n', shown));
            else
                foreach (var words in new[] { $"admit {i + 1}", "1" })
                    await SayAsync(new(Person().Match(people).Groups[1].Value, words, []));
        }
        foreach (var words in new[] { "make 2 treasurer", "1" })
            await SayAsync(new(Person().Match(people).Groups[1].Value, words, []));
    }

    /// <summary>Days pass one by one, as the calendar's job sees them.</summary>
    private async Task<IReadOnlyList<string>> PassAsync(int days)
    {
        var shown = new List<string>();
        for (var day = 0; day < days; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await bots.DayAsync();
            shown.AddRange(await SentAsync());
        }
        return shown;
    }

    private async Task<IReadOnlyList<string>> SentAsync() =>
        (await bots.SentAsync())
            .OrderBy(m => m.To, StringComparer.Ordinal)
            .SelectMany(m => Shown($"bot -> {NameOf(m.To)}{(m.IsSms ? " (sms)" : "")}", new(m.Body, m.Media)))
            .ToList();

    private async Task<IReadOnlyList<string>> LedgerAsync()
    {
        var (problems, balances) = await bots.LedgerAsync();
        problems.Should().BeEmpty();
        return balances.Select(b => TranscriptFile.Continued + b).ToList();
    }

    private string NameOf(string number) => phones.FirstOrDefault(p => p.Value == number).Key ?? number;

    private IEnumerable<string> Shown(string who, Answer answer)
    {
        var lines = Hidden(answer.Body).Split('\n');
        yield return $"{who} < {lines[0]}".TrimEnd();
        foreach (var line in lines.Skip(1))
            yield return (TranscriptFile.Continued + line).TrimEnd() is { Length: > 0 } some ? some : TranscriptFile.Continued;
        if (answer.Media is { } media)
            yield return $"{TranscriptFile.Continued}[{Hidden(media)}]";
    }

    /// <summary>What is drawn at random reads the same in every run: invite codes and the tokens of links.</summary>
    private string Hidden(string text)
    {
        foreach (Match code in Invite().Matches(text))
            hidden.TryAdd(code.Groups[1].Value, $"CODE{(char)('A' + hidden.Count)}");
        foreach (var (code, name) in hidden)
            text = text.Replace(code, name, StringComparison.Ordinal);
        return Token().Replace(text, "$1TOKEN");
    }

    private string Revealed(string words)
    {
        foreach (var (code, name) in hidden)
            words = words.Replace(name, code, StringComparison.Ordinal);
        return words;
    }

    [GeneratedRegex(@"^(\w+ \(\w+\)) (\S+) ([^,]+)")]
    private static partial Regex Person();

    [GeneratedRegex(@"^(\w+) \((sms|whatsapp)\)$")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"text=join%20([0-9A-Z]{8})")]
    private static partial Regex Invite();

    [GeneratedRegex(@"(/[dpsm]/)[A-Za-z0-9_-]{68}")]
    private static partial Regex Token();
}
