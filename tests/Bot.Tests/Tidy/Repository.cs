namespace DiGiBachat.Bot.Tests.Tidy;

/// <summary>A file of the repository: its path from the root with forward slashes, and its text.</summary>
internal sealed record RepositoryFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").Split('\n');

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public bool Is(params string[] endings) =>
        Array.Exists(endings, ending => Path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>"path:line what", as compilers say it.</summary>
    public string At(int lineIndex, string what) => $"{Path}:{lineIndex + 1} {what}";
}

/// <summary>What people wrote in this repository; what programs made of it is left out.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Made =
    [
        "bin",
        "obj",
        ".git",
        ".data",
        "node_modules",
        "TestResults",
        ".vs",
        ".idea",
    ];
    private static readonly string[] Written =
    [
        ".cs",
        ".csproj",
        ".props",
        ".yaml",
        ".yml",
        ".md",
        ".css",
        ".js",
        ".html",
        ".chat",
        "/dev",
        "/Dockerfile",
    ];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<RepositoryFile> Files { get; } =
    [
        .. Walk(Root)
            .Where(path => Written.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static bool Exists(string path) =>
        System.IO.Path.Exists(System.IO.Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "DiGiBachat.sln")))
        {
            folder =
                folder.Parent
                ?? throw new DirectoryNotFoundException(
                    "No folder above the tests has DiGiBachat.sln."
                );
        }

        return folder.FullName;
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !Made.Contains(System.IO.Path.GetFileName(inner)))
                    .SelectMany(Walk)
            );

    private static RepositoryFile Read(string path) =>
        new(System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));
}
