using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Understanding;
using Xunit.Abstractions;

namespace DiGiBachat.Bot.Tests.Understanding;

/// <summary>
/// Real commands of the three languages, mistyped as a thumb on a small keyboard mistypes them: a neighbouring key instead of or
/// beside the right one, a letter left out, doubled or swapped with the next. The slips are drawn evenly, not by our own weights.
/// </summary>
public class TypoTests(ITestOutputHelper output)
{
    private const int Seed = 20260405;
    private const int Wanted = 2_400;

    private static readonly string[] Keys =
    [
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "ौैाीूबहगदजड",
        "ोे्िुपरकतचट",
        "ंमनवलसय",
    ];

    [Fact]
    public void Nine_of_ten_are_recovered_and_none_is_acted_on()
    {
        var commands = Commands();
        var random = new Random(Seed);
        var (recovered, wrong, silent, acted) = (0, 0, 0, 0);
        var misses = new List<string>();
        for (var i = 0; i < Wanted; i++)
        {
            var (command, target) = commands[random.Next(commands.Count)];
            var typed = Slipped(random, Slipped(random, command, i % 2 == 0), i % 4 < 2);
            if (typed == command)
            {
                recovered++;
                continue;
            }

            var understood = Hearing.Of(typed).Understood;
            var right = understood.Target == target || SameThing(understood.Target, target);
            recovered += right ? 1 : 0;
            wrong += !right && understood.Target is not null ? 1 : 0;
            silent += understood.Target is null ? 1 : 0;
            acted += understood is { Layer: Layer.Typo, Proposal: null } ? 1 : 0;
            if (!right)
            {
                misses.Add($"{command} > {typed} > {understood.Proposal ?? understood.Target}");
            }
        }

        output.WriteLine(
            $"{recovered} of {Wanted} recovered ({100.0 * recovered / Wanted:0.0} %), {wrong} taken for another command, {silent} not understood, {acted} acted on"
        );
        output.WriteLine(string.Join("\n", misses.Take(150)));
        acted.Should().Be(0);
        recovered.Should().BeGreaterThanOrEqualTo(Wanted * 90 / 100);
        wrong.Should().BeLessThanOrEqualTo(Wanted * 4 / 100);
    }

    /// <summary>Two dialogs that show the same thing in different words.</summary>
    private static bool SameThing(string? one, string other) =>
        one is not null && Intents.Of(one) == Intents.Of(other) && Intents.Of(one) != Intents.Other;

    /// <summary>Commands of some length without slots: what people type from memory.</summary>
    private static List<(string Command, string Target)> Commands()
    {
        var texts = Bot.Hosting.Catalog.TextsFor(Bot.Hosting.Catalog.LoadTexts());
        return
        [
            .. from dialog in Hearing
                .Catalog.Dialogs.Select(d => d.Name)
                .Concat(EngineTexts.Commands)
            from language in texts.Languages
            from written in texts.Phrases(language, dialog)
            where
                written.Length >= 5
                && !written.Contains('{', StringComparison.Ordinal)
                && !written.Contains('[', StringComparison.Ordinal)
            select (written, dialog),
        ];
    }

    /// <summary>One slip in a letter of a word of four letters or more; a word of fewer is typed right.</summary>
    private static string Slipped(Random random, string text, bool slips)
    {
        var places = Enumerable
            .Range(0, text.Length)
            .Where(i => char.IsLetter(text[i]) && WordLength(text, i) >= 4)
            .ToList();
        if (!slips || places.Count == 0)
        {
            return text;
        }

        var at = places[random.Next(places.Count)];
        var c = text[at];
        return random.Next(5) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, c.ToString()),
            2 when at + 1 < text.Length && text[at + 1] != ' ' => string.Concat(
                text.AsSpan(0, at),
                text[at + 1].ToString(),
                c.ToString(),
                text.AsSpan(at + 2)
            ),
            3 => text.Insert(at + 1, Beside(random, c).ToString()),
            _ => string.Concat(
                text.AsSpan(0, at),
                Beside(random, c).ToString(),
                text.AsSpan(at + 1)
            ),
        };
    }

    private static int WordLength(string text, int at)
    {
        var start = text.LastIndexOf(' ', at) + 1;
        var end = text.IndexOf(' ', at);
        return (end < 0 ? text.Length : end) - start;
    }

    private static char Beside(Random random, char c)
    {
        var row = Keys.FirstOrDefault(k => k.Contains(c, StringComparison.Ordinal));
        if (row is null)
        {
            return c;
        }

        var at = row.IndexOf(c, StringComparison.Ordinal) + (random.Next(2) == 0 ? -1 : 1);
        return row[Math.Clamp(at, 0, row.Length - 1)];
    }
}
