using System.Buffers.Binary;
using System.Text;

namespace DiGiBachat.Bench.Wire;

/// <summary>Statements that were sent together, up to where the bot waited.</summary>
internal sealed record RoundTrip(IReadOnlyList<WireStatement> Statements);

/// <summary>A statement as it was executed.</summary>
internal sealed record WireStatement(string Sql, IReadOnlyList<WireValue> Values);

/// <summary>A parameter: its type, and its value as PostgreSQL writes it; null for NULL.</summary>
internal sealed record WireValue(string Type, string? Text);

/// <summary>Reads what a client sends to PostgreSQL (protocol 3.0): Parse and Bind say what is executed, Sync ends a round trip.</summary>
internal sealed class FrontendReader(Action<RoundTrip> note)
{
    private const int TypeAndLength = 5;
    private readonly Dictionary<string, (string Sql, uint[] Types)> prepared = [];
    private readonly List<WireStatement> together = [];
    private readonly List<byte> pending = [];
    private bool started;

    public void Add(ReadOnlyMemory<byte> bytes)
    {
        pending.AddRange(bytes.Span);
        while (NextMessage() is { } message)
            Read((char)message.Type, message.Body);
    }

    private (byte Type, byte[] Body)? NextMessage()
    {
        // The first message has no type.
        var head = started ? TypeAndLength : TypeAndLength - 1;
        if (pending.Count < head)
            return null;
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending);
        var length = BinaryPrimitives.ReadInt32BigEndian(all[(head - 4)..]) + head - 4;
        if (pending.Count < length)
            return null;
        var message = (started ? all[0] : (byte)0, all[head..length].ToArray());
        pending.RemoveRange(0, length);
        started = true;
        return message;
    }

    private void Read(char type, byte[] body)
    {
        var at = 0;
        switch (type)
        {
            case 'P':
                var name = Text(body, ref at);
                var sql = Text(body, ref at);
                prepared[name] = (
                    sql,
                    Enumerable
                        .Range(0, Short(body, ref at))
                        .Select(_ => (uint)Number(body, ref at))
                        .ToArray()
                );
                break;
            case 'B':
                Text(body, ref at);
                together.Add(Bound(Text(body, ref at), body, at));
                break;
            case 'Q':
                together.Add(new(Text(body, ref at), []));
                Ended();
                break;
            case 'S':
                Ended();
                break;
            default:
                break;
        }
    }

    private void Ended()
    {
        if (together.Count > 0)
            note(new([.. together]));
        together.Clear();
    }

    private WireStatement Bound(string name, byte[] body, int at)
    {
        var (sql, types) = prepared[name];
        var formats = Enumerable
            .Range(0, Short(body, ref at))
            .Select(_ => Short(body, ref at))
            .ToArray();
        var values = new List<WireValue>();
        var count = Short(body, ref at);
        for (var i = 0; i < count; i++)
        {
            var length = Number(body, ref at);
            var isBinary = formats.Length switch
            {
                0 => false,
                1 => formats[0] == 1,
                _ => formats[i] == 1,
            };
            var type = WireTypes.NameOf(types[i]);
            if (length < 0)
            {
                values.Add(new(type, null));
                continue;
            }
            var bytes = body.AsSpan(at, length);
            values.Add(
                new(
                    type,
                    isBinary ? WireTypes.Write(types[i], bytes) : Encoding.UTF8.GetString(bytes)
                )
            );
            at += length;
        }
        return new(sql, values);
    }

    private static string Text(byte[] body, ref int at)
    {
        var end = Array.IndexOf(body, (byte)0, at);
        var text = Encoding.UTF8.GetString(body, at, end - at);
        at = end + 1;
        return text;
    }

    private static short Short(byte[] body, ref int at) =>
        BinaryPrimitives.ReadInt16BigEndian(body.AsSpan((at += 2) - 2));

    private static int Number(byte[] body, ref int at) =>
        BinaryPrimitives.ReadInt32BigEndian(body.AsSpan((at += 4) - 4));
}
