namespace DiGiBachat.Bot.Tests.Transcripts;

/// <summary>One line of a transcript: what somebody says, or an instruction to the runner ("clock", "ledger"), with what followed.</summary>
internal sealed record TranscriptLine(string Head, string Words, IReadOnlyList<string> Expected);

/// <summary>
/// A conversation as a file. "sunita (sms) &gt; hi" is what she types; the lines below it that begin with "bot" or four spaces are
/// what came of it, and are rewritten when the conversation is meant to change. "phones:", "clock:", "rules:" and "ledger:" stand at the margin.
/// </summary>
internal static class TranscriptFile
{
    public const string Continued = "    ";
    private const string Says = " > ";

    public static IReadOnlyList<TranscriptLine> Read(string text)
    {
        var lines = new List<TranscriptLine>();
        var expected = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("bot", StringComparison.Ordinal) || line.StartsWith(Continued, StringComparison.Ordinal))
            {
                expected.Add(line.TrimEnd());
                continue;
            }
            Close();
            var at = line.IndexOf(Says, StringComparison.Ordinal);
            if (line.StartsWith('#') || line.Length == 0)
                lines.Add(new(line, "", []));
            else if (at > 0)
                lines.Add(new(line[..at].Trim(), line[(at + Says.Length)..], []));
            else if (line.Split(':', 2) is [var word, var rest])
                lines.Add(new(word.Trim() + ":", rest.Trim(), []));
            else
                throw new FormatException($"'{line}' is neither said by anybody nor an instruction.");
        }
        Close();
        return lines;

        void Close()
        {
            if (expected.Count > 0)
                lines[^1] = lines[^1] with { Expected = [.. expected] };
            expected.Clear();
        }
    }

    public static string Write(IEnumerable<TranscriptLine> lines)
    {
        var written = lines.SelectMany(line => new[] { Text(line) }.Concat(line.Expected));
        return string.Join('\n', written).TrimEnd() + "\n";
    }

    private static string Text(TranscriptLine line) =>
        line.Head.StartsWith('#') || line.Head.Length == 0 ? line.Head
        : line.Head.EndsWith(':') ? $"{line.Head} {line.Words}".TrimEnd()
        : $"{line.Head}{Says}{line.Words}";
}
