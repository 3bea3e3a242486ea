namespace DiGiBachat.Persistence;

/// <summary>What a private PostgreSQL cluster is to be like. <paramref name="Folder"/> holds all of it and can be deleted with it.</summary>
public sealed record LocalPostgresOptions(string Folder)
{
    /// <summary>Created when missing, owned by the role of the same connection string.</summary>
    public string Database { get; init; } = "bachat";

    /// <summary>The TCP port on 127.0.0.1; null takes a free one, another at each start.</summary>
    public int? Port { get; init; }

    /// <summary>False only for data that may be lost with the machine's power: test databases.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Where PostgreSQL's programs are; null searches the machine.</summary>
    public IReadOnlyList<string>? ProgramFolders { get; init; }

    /// <summary>How long a start may take, recovery after a crash included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary><c>.data/postgres</c> beside the solution file above the current folder, or in the current folder when there is none.</summary>
    public static LocalPostgresOptions Default()
    {
        var here = Directory.GetCurrentDirectory();
        var folder = new DirectoryInfo(here);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiGiBachat.sln")))
        {
            folder = folder.Parent;
        }

        return new(Path.Combine(folder?.FullName ?? here, ".data", "postgres"));
    }
}
