using System.Globalization;
using System.Text;
using System.Text.Json;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Hosting;

/// <summary>A row of a table of messages: what was said where, and what it means. <paramref name="Accept"/>: intents that count too.</summary>
internal sealed record ScoredRow(
    int Line,
    string Text,
    string Language,
    string Script,
    string Intent,
    JsonElement Slots,
    string Context,
    string[] Accept
);

/// <summary>A row and what was made of it.</summary>
internal sealed record Scored(ScoredRow Row, Meaning Meaning)
{
    public bool IsRight => Meaning.Intent == Row.Intent || Row.Accept.Contains(Meaning.Intent);

    public bool IsSwap =>
        (Row.Intent, Meaning.Intent) is (Intents.Yes, Intents.No) or (Intents.No, Intents.Yes);

    /// <summary>A message about something else, taken for something that moves money or decides.</summary>
    public bool IsMoneyAction =>
        Row.Intent == Intents.Other
        && Meaning.Understood.Target is { } target
        && Intents.OfMoney.Contains(target);
}

/// <summary>Measures a table of messages: how many are understood, by intent, language and script, and every miss.</summary>
internal sealed class Score(DialogCatalog catalog, DateOnly today)
{
    private static readonly string[] Columns =
    [
        "utterance",
        "lang",
        "script",
        "intent",
        "slots",
        "context",
        "accept_also",
    ];

    /// <summary>Slots that a table may leave out: what is heard beside the measured ones.</summary>
    private static readonly string[] Unmeasured =
    [
        "months",
        "period",
        "purpose",
        "reason",
        "reference",
    ];

    private readonly IntentReader reader = new(catalog);
    private readonly List<string> wrongLines = [];
    private readonly List<Scored> rows = [];

    public IReadOnlyList<Scored> Rows => rows;

    public IReadOnlyList<string> WrongLines => wrongLines;

    public void Take(IReadOnlyList<string> lines)
    {
        var header = lines.Count == 0 ? [] : lines[0].TrimEnd('\r').TrimStart('\uFEFF').Split('\t');
        var at = Array.ConvertAll(Columns, column => Array.IndexOf(header, column));
        if (at[0] < 0 || at[3] < 0)
        {
            wrongLines.Add("line 1: the columns utterance and intent are missing");
            return;
        }

        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length > 0 && Row(i + 1, line.Split('\t'), at) is { } row)
            {
                rows.Add(new Scored(row, Meaning(row)));
            }
        }
    }

    /// <summary>Whether the slots that the row tells were heard, and no others that count.</summary>
    public static bool SlotsAreRight(Scored scored)
    {
        var expected = scored.Row.Slots.EnumerateObject().Where(p => p.Name != "ref").ToList();
        return expected.TrueForAll(p =>
                scored.Meaning.Slots.TryGetValue(p.Name, out var value) && Same(p.Value, value)
            )
            && scored.Meaning.Slots.Keys.All(k =>
                Unmeasured.Contains(k) || expected.Exists(p => p.Name == k)
            );
    }

    public string Report()
    {
        var report = new StringBuilder();
        foreach (var wrong in wrongLines)
        {
            report.Append(CultureInfo.InvariantCulture, $"not counted, {wrong}\n");
        }

        foreach (var miss in rows.Where(r => !r.IsRight))
        {
            report.Append(
                CultureInfo.InvariantCulture,
                $"line {miss.Row.Line}: {miss.Row.Text} [{Context(miss.Row)}] is {miss.Row.Intent}, understood as {Made(miss)}\n"
            );
        }

        foreach (var miss in rows.Where(r => r.IsRight && HasSlots(r) && !SlotsAreRight(r)))
        {
            report.Append(
                CultureInfo.InvariantCulture,
                $"line {miss.Row.Line}: {miss.Row.Text} has {miss.Row.Slots}, heard {Heard(miss.Meaning)}\n"
            );
        }

        report.Append('\n');
        Group(report, "intent", r => r.Row.Intent);
        Group(report, "language", r => $"{r.Row.Language} {r.Row.Script}");
        var withSlots = rows.Where(HasSlots).ToList();
        report.Append(
            CultureInfo.InvariantCulture,
            $"slots right: {Share(withSlots, r => r.IsRight && SlotsAreRight(r))}\n"
        );
        report.Append(CultureInfo.InvariantCulture, $"yes/no swaps: {rows.Count(r => r.IsSwap)}\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"money actions on other: {rows.Count(r => r.IsMoneyAction)}\n"
        );
        report.Append(CultureInfo.InvariantCulture, $"lines not counted: {wrongLines.Count}\n");
        report.Append(CultureInfo.InvariantCulture, $"understood: {Share(rows, r => r.IsRight)}\n");
        return report.ToString();
    }

    private ScoredRow? Row(int number, string[] cells, int[] at)
    {
        string Cell(int column) =>
            at[column] >= 0 && at[column] < cells.Length ? cells[at[column]] : "";
        if (at.Any(a => a >= cells.Length && a <= at[3]) || Cell(3).Length == 0)
        {
            wrongLines.Add($"line {number}: it has {cells.Length} columns and no intent");
            return null;
        }

        try
        {
            var slots = JsonDocument.Parse(Cell(4).Length == 0 ? "{}" : Cell(4)).RootElement;
            if (slots.ValueKind == JsonValueKind.Object)
            {
                var accept = Cell(6).Split([',', '|', ' '], StringSplitOptions.RemoveEmptyEntries);
                return new ScoredRow(
                    number,
                    Cell(0),
                    Cell(1),
                    Cell(2),
                    Cell(3),
                    slots,
                    Cell(5),
                    accept
                );
            }

            wrongLines.Add($"line {number}: slots are no JSON object: {Cell(4)}");
        }
        catch (JsonException)
        {
            wrongLines.Add($"line {number}: slots are no JSON: {Cell(4)}");
        }

        return null;
    }

    private Meaning Meaning(ScoredRow row)
    {
        var awaiting = row.Context switch
        {
            "awaiting-confirmation" => Awaiting.Confirmation,
            "awaiting-amount" => Awaiting.Amount,
            "awaiting-date" => Awaiting.Date,
            _ => Awaiting.Nothing,
        };
        var day =
            row.Slots.TryGetProperty("ref", out var reference)
            && DateOnly.TryParse(reference.ToString(), CultureInfo.InvariantCulture, out var from)
                ? from
                : today;
        return reader.Read(
            row.Text,
            awaiting,
            Roles.Anybody,
            new SlotSurroundings(day, Formats.English, [])
        );
    }

    private static bool HasSlots(Scored scored) =>
        scored.Row.Slots.EnumerateObject().Any(p => p.Name != "ref");

    private static bool Same(JsonElement expected, object heard) =>
        expected.ValueKind == JsonValueKind.Number
            ? heard is decimal number && expected.TryGetDecimal(out var value) && value == number
            : string.Equals(
                expected.ToString(),
                heard.ToString(),
                StringComparison.OrdinalIgnoreCase
            );

    private static string Context(ScoredRow row) =>
        row.Context.Length == 0 ? row.Language : row.Context;

    private static string Made(Scored miss) =>
        $"{miss.Meaning.Intent} ({(miss.Meaning.Understood.Layer + " " + miss.Meaning.Understood.Target).Trim()}{OneOf(miss.Meaning.Understood)})";

    private static string OneOf(Understood understood) =>
        understood.OneOf.IsDefaultOrEmpty ? "" : $"one of {string.Join(", ", understood.OneOf)}";

    private static string Heard(Meaning meaning) =>
        "{" + string.Join(", ", meaning.Slots.Select(s => $"\"{s.Key}\": {s.Value}")) + "}";

    private void Group(StringBuilder report, string title, Func<Scored, string> of)
    {
        report.Append(CultureInfo.InvariantCulture, $"by {title}:\n");
        foreach (var group in rows.GroupBy(of).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            report.Append(
                CultureInfo.InvariantCulture,
                $"  {group.Key, -14} {Share([.. group], r => r.IsRight)}\n"
            );
        }
    }

    private static string Share(List<Scored> of, Func<Scored, bool> right) =>
        of.Count == 0
            ? "none"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{of.Count(right)} of {of.Count} ({100m * of.Count(right) / of.Count:0.0} %)"
            );
}
