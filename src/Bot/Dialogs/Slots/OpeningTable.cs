using System.Globalization;
using System.Text;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>Rows and columns. Without a header: name, savings, loan, rate, months, fines; a number before the name is the member's.</summary>
internal static class OpeningTable
{
    private static readonly OpeningColumn[] Usual =
    [
        OpeningColumn.Name,
        OpeningColumn.Savings,
        OpeningColumn.Loan,
        OpeningColumn.Rate,
        OpeningColumn.Months,
        OpeningColumn.Fines,
    ];

    internal static bool HasHeader(string text)
    {
        var first = text.TrimStart().Split('\n')[0];
        return HeaderOf(Cells(first, SeparatorOf([first]))) is not null;
    }

    /// <summary>One line that is a row and no words: figures between separators after a name.</summary>
    internal static bool IsRow(string line) =>
        SeparatorOf([line]) != ' '
        && Cells(line, SeparatorOf([line])) is [var name, .. { Count: > 0 } rest]
        && name.Any(char.IsLetter)
        && rest.TrueForAll(cell =>
            cell.Length == 0 || !cell.Any(char.IsLetter) || cell.EndsWith('%') || OpeningWords.Method(cell) is not null
        )
        && !name.Any(char.IsDigit);

    internal static IEnumerable<OpeningItem> Read(IReadOnlyList<string> lines, SlotSurroundings surroundings)
    {
        var separator = SeparatorOf(lines);
        OpeningColumn?[]? header = null;
        foreach (var line in lines)
        {
            var cells = Cells(line, separator);
            if (HeaderOf(cells) is { } columns)
                header = columns;
            else if (cells.Count > 0 && !cells.Exists(OpeningWords.IsTotal))
                yield return new Row(line, cells, surroundings).Read(header);
        }
    }

    /// <summary>Two columns that are known by their names make a header.</summary>
    private static OpeningColumn?[]? HeaderOf(List<string> cells)
    {
        if (cells.Exists(cell => cell.Any(char.IsDigit)))
            return null;
        OpeningColumn?[] columns =
        [
            .. cells.Select(cell => cell.Split(' ', '/', '(').Select(OpeningWords.Column).FirstOrDefault(c => c is not null)),
        ];
        return columns.Count(c => c is not null) >= 2 && columns.Contains(OpeningColumn.Savings) ? columns : null;
    }

    private static char SeparatorOf(IReadOnlyList<string> lines)
    {
        foreach (var separator in new[] { '\t', ';', ',' })
            if (lines.Count(line => line.Contains(separator, StringComparison.Ordinal)) * 2 >= lines.Count)
                return separator;
        return ' ';
    }

    /// <summary>With quotes as spreadsheets write them. Between spaces a name has several words, and the rest are figures.</summary>
    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
            if (c == '"')
                quoted = !quoted;
            else if (c == separator && !quoted)
                Close();
            else
                cell.Append(c);
        Close();
        if (separator != ' ')
            return cells;
        var name = cells.TakeWhile(word => !word.Any(char.IsDigit)).ToList();
        return name.Count > 1 && HeaderWords(cells) < 2 ? [string.Join(' ', name), .. cells.Skip(name.Count)] : cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }

    private static int HeaderWords(List<string> words) => words.Count(word => OpeningWords.Column(word) is not null);

    private sealed record Row(string Line, List<string> Cells, SlotSurroundings Surroundings)
    {
        public OpeningItem Read(OpeningColumn?[]? header)
        {
            if (OpeningWords.Purse(Cells[0].Split(' ')[0]) is { } purse)
                return Cells.Skip(1).Select(Money).FirstOrDefault(m => m is not null) is { } amount
                    ? new OpeningItem.Purse(Line, purse, amount)
                    : new OpeningItem.Doubtful(Line, OpeningText.NotUnderstood);
            var columns =
                header
                ?? (
                    IsNumber(Cells[0]) && Cells.Count > 1 && !IsNumber(Cells[1])
                        ? [OpeningColumn.Number, .. Usual.Cast<OpeningColumn?>()]
                        : [.. Usual.Cast<OpeningColumn?>()]
                );
            var of = columns
                .Zip(Cells)
                .Where(c => c.First is not null && c.Second is not ("" or "-"))
                .ToLookup(c => c.First!.Value, c => c.Second);
            var (number, doubt) = Whose(of);
            if (doubt is not null)
                return doubt;
            var (savings, loan, fines) = (Money(of[OpeningColumn.Savings]), Money(of[OpeningColumn.Loan]), Money(of[OpeningColumn.Fines]));
            return savings < 0 || loan < 0 || fines < 0 || Cells.Skip(columns.Length).Any(cell => cell.Length > 0)
                ? new OpeningItem.Doubtful(Line, OpeningText.NotUnderstood)
                : new OpeningItem.Member(Line, number, savings, fines, loan is null or 0 ? null : Loan(loan.Value, of));
        }

        /// <summary>By name; a number beside it decides between two of one name, and stands where no name does.</summary>
        private (int Number, OpeningItem.Doubtful? Doubt) Whose(ILookup<OpeningColumn, string> of)
        {
            var (name, number) = (of[OpeningColumn.Name].FirstOrDefault(), of[OpeningColumn.Number].FirstOrDefault());
            var (found, doubt) = OpeningLine.Whose(Line, name ?? number ?? "", Surroundings);
            return doubt is { Reason: OpeningText.WhichMember } && number is not null
                ? OpeningLine.Whose(Line, number, Surroundings)
                : (found, doubt);
        }

        private OpeningLoanSaid Loan(long paise, ILookup<OpeningColumn, string> of) =>
            new(
                paise,
                of[OpeningColumn.Rate].Select(cell => OpeningLine.Whole(CountSlots.Percent(cell, Surroundings))).FirstOrDefault(),
                of[OpeningColumn.Months].Select(cell => OpeningLine.Whole(CountSlots.Months(cell, Surroundings))).FirstOrDefault(),
                of[OpeningColumn.Method].Select(OpeningWords.Method).FirstOrDefault()
            );

        /// <summary>Null for an empty cell, less than nothing for one that is no amount.</summary>
        private long? Money(IEnumerable<string> cells) => cells.FirstOrDefault() is { } cell ? Money(cell) ?? -1 : null;

        private long? Money(string cell) => OpeningLine.Money(cell, Surroundings);

        private static bool IsNumber(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }
}
