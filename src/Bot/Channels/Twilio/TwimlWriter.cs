using System.Buffers;
using System.Text;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>The answer to a webhook: TwiML with one Message for each text, straight into UTF-8.</summary>
public static class TwimlWriter
{
    public const string ContentType = "text/xml; charset=utf-8";

    /// <summary><paramref name="action"/> is where the delivery reports of these messages go; null for none.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<OutboundMessage> messages, string? action)
    {
        output.Write("""<?xml version="1.0" encoding="UTF-8"?>"""u8);
        if (messages.Count == 0)
        {
            output.Write("<Response/>"u8);
            return;
        }
        output.Write("<Response>"u8);
        foreach (var message in messages)
            WriteMessage(output, message, action);
        output.Write("</Response>"u8);
    }

    private static void WriteMessage(IBufferWriter<byte> output, OutboundMessage message, string? action)
    {
        output.Write("<Message"u8);
        if (action is not null)
        {
            output.Write(" action=\""u8);
            WriteText(output, action);
            output.Write("\""u8);
        }
        output.Write("><Body>"u8);
        WriteText(output, message.Body);
        output.Write("</Body>"u8);
        if (message.MediaUrl is not null)
        {
            output.Write("<Media>"u8);
            WriteText(output, message.MediaUrl);
            output.Write("</Media>"u8);
        }
        output.Write("</Message>"u8);
    }

    /// <summary>Escapes what XML means something by and drops what XML 1.0 cannot hold.</summary>
    private static void WriteText(IBufferWriter<byte> output, string text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            rest = rest[consumed..];
            if (status != OperationStatus.Done)
                continue;
            switch (rune.Value)
            {
                case '&':
                    output.Write("&amp;"u8);
                    break;
                case '<':
                    output.Write("&lt;"u8);
                    break;
                case '>':
                    output.Write("&gt;"u8);
                    break;
                case '"':
                    output.Write("&quot;"u8);
                    break;
                case '\t' or '\n':
                case >= 0x20 and not (0xFFFE or 0xFFFF):
                    output.Write(utf8[..rune.EncodeToUtf8(utf8)]);
                    break;
                default:
                    break;
            }
        }
    }
}
