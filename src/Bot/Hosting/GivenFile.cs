namespace DiGiBachat.Bot.Hosting;

/// <summary>A file that a person names on the command line.</summary>
internal static class GivenFile
{
    /// <summary>Its lines; null when it cannot be read, and then it is said why.</summary>
    public static string[]? Lines(string path, TextWriter complaints)
    {
        try
        {
            return File.ReadAllLines(Find(path));
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            complaints.WriteLine($"{path} cannot be read: {unreadable.Message}");
            return null;
        }
    }

    /// <summary>A path is meant from where the person stands; `dotnet run` starts the program in its project's folder and leaves that place in PWD.</summary>
    private static string Find(string path)
    {
        var stood = Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } place ? Path.Combine(place, path) : path;
        return !File.Exists(path) && File.Exists(stood) ? stood : path;
    }
}
