using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Hosting;

/// <summary>
/// <c>understand "words"</c> says what a message means and why; <c>--score FILE.tsv</c> measures a table of messages, <c>--numbers
/// FILE.tsv</c> one of numbers. None needs a database, and nothing is done.
/// </summary>
internal static class UnderstandCommand
{
    private const string Usage = """
        understand "words" [--awaiting confirmation|amount|date]   what a message means, and why
        understand --score FILE.tsv                                  how much of a table is understood
                  (columns: utterance, lang, script, intent, slots, context, accept_also)
        understand --numbers FILE.tsv                                how many numbers of a table are understood
                  (first column the number, every other a way of writing it)
        """;

    public static int Run(string[] args) =>
        args switch
        {
            ["--score", var file] => Score(file),
            ["--numbers", var file] => UnderstandNumbers.Score(file, Console.Out),
            ["--score"] or ["--numbers"] => BotProgram.Complain(Usage),
            [var text, "--awaiting", var at] when text.Length > 0 => Explain(text, at),
            [.. var words]
                when words.Length > 0 && !words[0].StartsWith("--", StringComparison.Ordinal) =>
                Explain(string.Join(' ', words), ""),
            _ => BotProgram.Complain(Usage),
        };

    private static int Explain(string text, string at)
    {
        if (
            !Enum.TryParse<Awaiting>(
                at.Length == 0 ? nameof(Awaiting.Nothing) : at,
                ignoreCase: true,
                out var awaiting
            )
        )
        {
            return BotProgram.Complain(Usage);
        }

        var texts = Catalog.LoadTexts();
        Console.WriteLine(
            new Explanation(Catalog.Compile(texts), texts).Of(text, awaiting, Today())
        );
        return 0;
    }

    private static int Score(string file)
    {
        if (GivenFile.Lines(file, Console.Error) is not { } lines)
            return 1;
        var score = new Score(Catalog.Compile(Catalog.LoadTexts()), Today());
        score.Take(lines);
        Console.Write(score.Report());
        return 0;
    }

    private static DateOnly Today() =>
        DateOnly.FromDateTime(
            TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(5.5)).DateTime
        );
}
