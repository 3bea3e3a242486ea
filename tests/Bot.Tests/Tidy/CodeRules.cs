using System.Text.RegularExpressions;

namespace DiGiBachat.Bot.Tests.Tidy;

/// <summary>Rules about a single file of code. Each returns what it finds, one "path:line what" per finding.</summary>
internal static partial class CodeRules
{
    public const int LongestFile = 400;

    private static readonly string[] Code =
    [
        ".cs",
        ".csproj",
        ".props",
        ".yaml",
        ".yml",
        ".css",
        ".js",
        ".html",
        "/dev",
    ];

    public static IEnumerable<string> Length(RepositoryFile file)
    {
        var lines = file.Text.EndsWith('\n') ? file.Lines.Length - 1 : file.Lines.Length;
        if (file.Is(".cs") && !file.IsIn("src/Persistence/Migrations") && lines > LongestFile)
        {
            yield return file.At(
                LongestFile,
                $"is {lines} lines long; {LongestFile} are the limit"
            );
        }
    }

    /// <summary>Work left for later belongs into an issue, where somebody finds it.</summary>
    public static IEnumerable<string> LeftForLater(RepositoryFile file) =>
        Find(
            file,
            file.Is(Code) || file.Path == "dev",
            LeftForLaterWords(),
            "is left for later; write an issue"
        );

    public static IEnumerable<string> Regions(RepositoryFile file) =>
        Find(file, file.Is(".cs"), Region(), "hides code in a region; split the file");

    public static IEnumerable<string> CommentedOut(RepositoryFile file) =>
        Find(
            file,
            file.Is(".cs"),
            CommentedOutCode(),
            "is code in a comment; delete it, git keeps it"
        );

    public static IEnumerable<string> TypeNames(RepositoryFile file) =>
        Find(
            file,
            file.Is(".cs"),
            EmptyName(),
            "is a name that says nothing; use the field's word"
        );

    public static IEnumerable<string> Sleeping(RepositoryFile file) =>
        Find(
            file,
            file.Is(".cs") && file.IsIn("tests"),
            Sleep(),
            "waits for time to pass; wait for the thing itself"
        );

    public static IEnumerable<string> TestNames(RepositoryFile file)
    {
        if (!file.Is(".cs") || !file.IsIn("tests"))
        {
            yield break;
        }

        for (var i = 0; i < file.Lines.Length; i++)
        {
            if (!TestAttribute().IsMatch(file.Lines[i]))
            {
                continue;
            }

            var method = file
                .Lines.Skip(i + 1)
                .Take(60)
                .Select(line => TestMethod().Match(line))
                .FirstOrDefault(match => match.Success);
            if (method is not null && !Sentence().IsMatch(method.Groups[1].Value))
            {
                yield return file.At(
                    i,
                    $"{method.Groups[1].Value} is no sentence: A_second_active_loan_is_refused is one"
                );
            }
        }
    }

    private static IEnumerable<string> Find(
        RepositoryFile file,
        bool concerned,
        Regex pattern,
        string what
    )
    {
        for (var i = 0; concerned && i < file.Lines.Length; i++)
        {
            if (pattern.IsMatch(file.Lines[i]))
            {
                yield return file.At(i, $"\"{file.Lines[i].Trim()}\" {what}");
            }
        }
    }

    [GeneratedRegex(@"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")]
    private static partial Regex LeftForLaterWords();

    [GeneratedRegex(@"^\s*#\s*(end)?region\b")]
    private static partial Regex Region();

    [GeneratedRegex(
        """
            ^\s*//(?!/)\s*(?:
                [{}]
              | (?:using|namespace|public|private|internal|protected)\s.*[;{(]
              | (?:if|for|foreach|while|switch|catch)\s*\(.*[){]
              | (?:var|return|await|throw)\s.*;
              | [\w.<>\[\]]+(?:\s\w+)?\s[-+]?=\s.*;
              | [\w.]+\(.*\);
            )\s*$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex CommentedOutCode();

    [GeneratedRegex(
        @"^\s*(?!//)[\w\s\[\]]*\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?\w*(?:Manager|Helpers?|Utils?|Utilities|Service|Processor|Dto|DTO)\b"
    )]
    private static partial Regex EmptyName();

    /// <summary>An infinite delay waits for its cancellation, not for time.</summary>
    [GeneratedRegex(@"^(?!\s*//)[^""]*\b(?:Thread\.Sleep|Task\.Delay)\b(?!\(Timeout\.Infinite)")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"^\s*\[(?:\w*Fact\w*|\w*Theory)\b")]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"^\s*public\s+(?:static\s+)?(?:async\s+)?(?:void|Task|ValueTask)\s+(\w+)\(")]
    private static partial Regex TestMethod();

    /// <summary>A capital or a digit, then three words or more.</summary>
    [GeneratedRegex(@"^[A-Z0-9][^_]*(?:_[^_]+){2,}$")]
    private static partial Regex Sentence();
}
