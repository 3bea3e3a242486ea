using System.Globalization;

namespace DiGiBachat.Bench.Load;

/// <summary>Ids in Twilio's shape, no two alike in the database's life.</summary>
internal static class MessageIds
{
    private static readonly ulong Run = unchecked((ulong)Random.Shared.NextInt64());
    private static long last;

    public static string Next() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"SM{Run:x16}{Interlocked.Increment(ref last):x16}"
        );
}
