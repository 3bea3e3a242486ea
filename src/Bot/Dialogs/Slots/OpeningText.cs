namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// Figures brought forward: a table as a spreadsheet writes it (comma, semicolon or tab; with a header in any of the languages, or
/// without one), or lines in words: "sunita savings 3400 loan 2000 at 2% 5 months", "cash 1200, bank 5000".
/// </summary>
internal static class OpeningText
{
    /// <summary>Fifty members and more fit in it many times over.</summary>
    internal const int Longest = 64 * 1024;

    internal const string NotUnderstood = "opening-doubts.not-understood";
    internal const string WhichMember = "opening-doubts.which-member";
    internal const string NoSuchMember = "opening-doubts.no-such-member";

    /// <summary>One figure at least, or a name that two members have.</summary>
    internal static SlotOutcome ReadLines(string text, SlotSurroundings surroundings) =>
        text.Length <= Longest && Read(text, surroundings).Any(item => item is not OpeningItem.Doubtful { Reason: NotUnderstood })
            ? new SlotOutcome.Understood(text.Trim())
            : new SlotOutcome.NotUnderstood();

    /// <summary>A table with a header, which can be nothing else.</summary>
    internal static SlotOutcome ReadTable(string text, SlotSurroundings surroundings) =>
        text.Contains('\n', StringComparison.Ordinal) && OpeningTable.HasHeader(text)
            ? ReadLines(text, surroundings)
            : new SlotOutcome.NotUnderstood();

    internal static IReadOnlyList<OpeningItem> Read(string text, SlotSurroundings surroundings)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines is [var one] && !OpeningTable.IsRow(one)
            ? [.. MeetingCutter.Cut(one).Select(said => OpeningLine.Read(said, surroundings))]
            : [.. OpeningTable.Read(lines, surroundings)];
    }
}
