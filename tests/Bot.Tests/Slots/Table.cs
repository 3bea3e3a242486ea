using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Tests.Slots;

/// <summary>Tables of tests/Bot.Tests/Data and the shortest way to ask a slot.</summary>
internal static class Table
{
    /// <summary>A Wednesday.</summary>
    internal static readonly DateOnly Today = new(2026, 8, 12);

    internal static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", file));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => columns.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    internal static string Read(string kind, string text, DateOnly? today = null, params NamedMember[] members) =>
        SlotCatalog.Kinds[kind].Read(text, new SlotSurroundings(today ?? Today, "en", members)) switch
        {
            SlotOutcome.Understood understood => understood.Value,
            SlotOutcome.Ambiguous ambiguous => string.Join(" | ", ambiguous.Values),
            SlotOutcome.Impossible impossible => "!" + impossible.TextKey,
            _ => "?",
        };
}
