namespace DiGiBachat.Bot.Tests.Statements;

/// <summary>The labels of the statement as the project has them, from the table in <c>locales/statement-labels.draft.md</c>.</summary>
internal static class SampleLabels
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Table = new(Read);

    public static IReadOnlyDictionary<string, string[]> All => Table.Value;

    public static Func<string, string> In(string language)
    {
        var column = Array.IndexOf(["en", "hi", "hi-Latn"], language);
        return key => All[key][column];
    }

    private static Dictionary<string, string[]> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiGiBachat.sln")))
            folder = folder.Parent;
        return File.ReadLines(
                Path.Combine(folder!.FullName, "locales", "statement-labels.draft.md")
            )
            .Where(line => line.StartsWith("| statement.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1], cells => cells[2..5]);
    }
}
