namespace DiGiBachat.Bot.Hosting;

/// <summary>What the program does besides serving.</summary>
internal static class Commands
{
    public static Task<int> MigrateAsync() => throw new NotSupportedException();

    public static Task<int> CheckAsync() => throw new NotSupportedException();

    public static int Docs() => throw new NotSupportedException();

    public static Task<int> AuditAsync(string? group) => throw new NotSupportedException(group);
}
