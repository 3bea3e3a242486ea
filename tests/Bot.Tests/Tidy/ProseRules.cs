using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Tests.Tidy;

/// <summary>What people read in a chat stands in locales/, in every language, and nowhere else.</summary>
internal static partial class ProseRules
{
    /// <summary>Where words are data: digits, months, words for numbers and for yes and no, in every language.</summary>
    private static readonly string[] WordsAreDataIn =
    [
        "src/Bot/Texts",
        "src/Bot/Dialogs/Slots",
        "src/Bot/Dialogs/Understanding",
        "src/Bot/Understanding",
    ];

    private static readonly string[] SpeakToOperators =
    [
        "Exception(",
        "Problem(",
        "Problem =",
        "throw ",
        "Console.",
        "Log",
        "log",
        "problems.Add",
    ];

    public static IEnumerable<string> Devanagari(RepositoryFile file)
    {
        if (!file.Is(".cs") || !file.IsIn("src") || Array.Exists(WordsAreDataIn, file.IsIn))
        {
            yield break;
        }

        for (var i = 0; i < file.Lines.Length; i++)
        {
            if (DevanagariLetter().IsMatch(WithoutComment(file.Lines[i])))
            {
                yield return file.At(i, "has Hindi in the code; its place is locales/");
            }
        }
    }

    /// <summary>
    /// A literal that speaks to somebody ("please", "reply 1", "your loan", an amount) in the code that talks. What is thrown,
    /// logged or printed on the console speaks to operators and may stand in the code, also on the lines after it.
    /// </summary>
    public static IEnumerable<string> SpokenInCode(RepositoryFile file)
    {
        var talks =
            file.Is(".cs")
            && (file.IsIn("src/Bot") || file.IsIn("src/Core"))
            && !Array.Exists(WordsAreDataIn, file.IsIn);
        for (var i = 0; talks && i < file.Lines.Length; i++)
        {
            var line = WithoutComment(file.Lines[i]);
            var before = string.Join(
                '\n',
                file.Lines.Skip(Math.Max(0, i - 3)).Take(Math.Min(i, 3)).Append(line)
            );
            if (
                SpeaksToSomebody().IsMatch(line)
                && !Array.Exists(
                    SpeakToOperators,
                    word => before.Contains(word, StringComparison.Ordinal)
                )
            )
            {
                yield return file.At(i, $"{line.Trim()} speaks to people; its place is locales/");
            }
        }
    }

    private static string WithoutComment(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith('*')
            ? ""
            : TrailingComment().Replace(line, "");
    }

    [GeneratedRegex(@"\p{IsDevanagari}")]
    private static partial Regex DevanagariLetter();

    [GeneratedRegex(@"\s//\s[^""]*$")]
    private static partial Regex TrailingComment();

    [GeneratedRegex(
        @"""[^""]*\b(?:please|reply|sorry|your|thank you|welcome|kripya|aapka)\b[^""]* [^""]*""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SpeaksToSomebody();
}
