using System.Globalization;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Hosting;

/// <summary>
/// How many numbers of a table are understood. Its first column is the number, every other a way of writing it; how many there are
/// and what they are called does not matter, and an empty cell is skipped.
/// </summary>
internal static class UnderstandNumbers
{
    private const int PaisePerRupee = 100;

    /// <summary>Nobody's language or day matters to a number.</summary>
    private static readonly SlotSurroundings Nowhere = new(new DateOnly(2000, 1, 1), "", []);

    /// <summary>Prints every miss and the share of each column and of all; 0, or 1 when there is no such table to read.</summary>
    public static int Score(string path, TextWriter @out)
    {
        if (GivenFile.Lines(path, @out) is not { } lines)
            return 1;
        var names = lines.Length == 0 ? [] : lines[0].Split('\t');
        if (names.Length < 2)
        {
            @out.WriteLine(
                $"{path}, line 1: a table has the number in its first column and a way of writing it in each other, with tabs between them."
            );
            return 1;
        }

        var columns = new Column[names.Length - 1];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new(names[i + 1].Trim());
        }

        for (var i = 1; i < lines.Length; i++)
        {
            ReadRow(lines[i], i + 1, columns, @out);
        }

        Report(columns, @out);
        return 0;
    }

    /// <summary>What a text is read as, the way an amount is asked for: one number, several, or none.</summary>
    internal static string Read(string text) =>
        SlotCatalog.Kinds["money"].Read(text, Nowhere) switch
        {
            SlotOutcome.Understood paise => Rupees(paise.Value),
            SlotOutcome.Ambiguous several => string.Join(" or ", several.Values.Select(Rupees)),
            SlotOutcome.Impossible => "too large",
            _ => NumberWords.Read(text) is { } number ? Plain(number) : "nothing",
        };

    private sealed class Column(string name)
    {
        public string Name { get; } = name;

        public int Right { get; set; }

        public int All { get; set; }
    }

    private static void ReadRow(string line, int number, Column[] columns, TextWriter @out)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var cells = line.Split('\t');
        if (
            cells.Length > columns.Length + 1
            || !decimal.TryParse(cells[0].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var expected)
        )
        {
            var why =
                cells.Length > columns.Length + 1 ? $"{cells.Length} cells under {columns.Length + 1} names" : $"'{cells[0]}' is no number";
            @out.WriteLine($"line {number} is skipped: {why}");
            return;
        }

        for (var i = 1; i < cells.Length; i++)
        {
            var text = cells[i].Trim();
            if (text.Length == 0)
            {
                continue;
            }

            var column = columns[i - 1];
            var found = Read(text);
            var right = found == Plain(expected);
            column.All++;
            column.Right += right ? 1 : 0;
            if (!right)
            {
                @out.WriteLine($"line {number}, {column.Name}: '{text}' is read as {found}, not {Plain(expected)}");
            }
        }
    }

    private static void Report(Column[] columns, TextWriter @out)
    {
        var width = columns.Max(column => column.Name.Length);
        foreach (var column in columns)
        {
            @out.WriteLine(Share(column.Name.PadRight(width), column.Right, column.All));
        }

        @out.WriteLine(Share("all".PadRight(width), columns.Sum(column => column.Right), columns.Sum(column => column.All)));
    }

    /// <summary>Cut, not rounded: one miss in a million is not 100 %.</summary>
    private static string Share(string name, int right, int all) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name}  {right} of {all}  {(all == 0 ? 100 : Math.Floor(10_000m * right / all) / 100):0.00} %"
        );

    private static string Rupees(string paise) => Plain(decimal.Parse(paise, CultureInfo.InvariantCulture) / PaisePerRupee);

    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
