using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DiGiBachat.Bench.Wire;

/// <summary>Values in PostgreSQL's binary form, written as its text form; the types that turns use.</summary>
internal static class WireTypes
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<uint, (string Name, uint? Element)> Types = new()
    {
        [16] = ("bool", null),
        [17] = ("bytea", null),
        [20] = ("int8", null),
        [21] = ("int2", null),
        [23] = ("int4", null),
        [25] = ("text", null),
        [1082] = ("date", null),
        [1184] = ("timestamptz", null),
        [2950] = ("uuid", null),
        [3802] = ("jsonb", null),
        [1001] = ("bytea[]", 17),
        [1005] = ("int2[]", 21),
        [1007] = ("int4[]", 23),
        [1009] = ("text[]", 25),
        [1016] = ("int8[]", 20),
        [1182] = ("date[]", 1082),
        [1185] = ("timestamptz[]", 1184),
        [2951] = ("uuid[]", 2950),
    };

    public static string NameOf(uint type) =>
        Types.TryGetValue(type, out var known)
            ? known.Name
            : throw new NotSupportedException($"Type {type} is not known to the recorder.");

    public static string Write(uint type, ReadOnlySpan<byte> value) =>
        Types[type] switch
        {
            { Element: { } element } => Array(element, value),
            ("bool", _) => value[0] == 1 ? "true" : "false",
            ("bytea", _) => "\\x" + Convert.ToHexStringLower(value),
            ("int2", _) => Number(BinaryPrimitives.ReadInt16BigEndian(value)),
            ("int4", _) => Number(BinaryPrimitives.ReadInt32BigEndian(value)),
            ("int8", _) => Number(BinaryPrimitives.ReadInt64BigEndian(value)),
            ("date", _) => Epoch
                .AddDays(BinaryPrimitives.ReadInt32BigEndian(value))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ("timestamptz", _) => Instant(BinaryPrimitives.ReadInt64BigEndian(value)),
            ("uuid", _) => new Guid(value, bigEndian: true).ToString(),
            ("jsonb", _) => Encoding.UTF8.GetString(value[1..]),
            _ => Encoding.UTF8.GetString(value),
        };

    private static string Instant(long microseconds) =>
        Epoch
            .AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
            .ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>One dimension: dimensions, has-null, element type, length, lower bound; then each element with its length.</summary>
    private static string Array(uint element, ReadOnlySpan<byte> value)
    {
        const int Head = 12;
        if (BinaryPrimitives.ReadInt32BigEndian(value) == 0)
            return "{}";
        var count = BinaryPrimitives.ReadInt32BigEndian(value[Head..]);
        var rest = value[(Head + 8)..];
        var parts = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            parts.Add(length < 0 ? "NULL" : Quoted(Write(element, rest.Slice(4, length))));
            rest = rest[(4 + Math.Max(0, length))..];
        }
        return "{" + string.Join(',', parts) + "}";
    }

    private static string Quoted(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";
}
