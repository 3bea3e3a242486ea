using SkiaSharp;

namespace DiGiBachat.Bot.Statements.Drawing;

/// <summary>A column; the one that wraps takes the width the others leave.</summary>
internal sealed record Column(string Heading, Align Align, bool Wraps = false);

/// <summary>A cell's text, and the colour of the dot before it when it has one.</summary>
internal readonly record struct Cell(string Text, SKColor? Dot = null)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A row: a cell for each column, or one cell over all of them. A strong row is bold on grey: opening, total, closing.</summary>
internal sealed record Row(IReadOnlyList<Cell> Cells, bool Strong = false);

/// <summary>How a table is coloured and set.</summary>
internal sealed record TableLook(
    TextStyle Body,
    SKColor Heading,
    SKColor HeadingText,
    SKColor Zebra,
    SKColor Strong
);

/// <summary>
/// A table fitted to a width: how wide each column is, and in which size of type, so that every amount and date stands on one line.
/// </summary>
internal sealed class Table
{
    private const float PadX = 5;
    private const float PadY = 2.6f;
    private const float DotRoom = 9;
    private const float MostAir = 14;
    private const float NarrowestWrap = 84;
    private const float SmallestType = 7;

    private readonly Typesetter typesetter;
    private readonly IReadOnlyList<Column> columns;
    private readonly TableLook look;
    private readonly TextStyle plain;
    private readonly TextStyle bold;
    private readonly float[] widths;

    public Table(
        Typesetter typesetter,
        IReadOnlyList<Column> columns,
        IReadOnlyList<Row> rows,
        (TableLook Look, float Width) fit
    )
    {
        this.typesetter = typesetter;
        this.columns = columns;
        look = fit.Look;
        var size = look.Body.Size;
        while (true)
        {
            plain = look.Body with { Size = size };
            bold = plain with { Weight = Weight.Bold };
            widths = Widths(rows, fit.Width);
            if (size <= SmallestType || WrapWidth >= NarrowestWrap)
                break;
            size -= 0.5f;
        }
    }

    public float HeadingHeight => bold.LineHeight + 2 * PadY + 2;

    private float WrapWidth =>
        widths.Where((_, i) => columns[i].Wraps).DefaultIfEmpty(float.MaxValue).Min();

    public float Height(Row row) =>
        Lines(row).Max(lines => lines.Count) * plain.LineHeight + 2 * PadY;

    public void DrawHeading(Sheet sheet, SKPoint at)
    {
        sheet.Box(new SKRect(at.X, at.Y, at.X + widths.Sum(), at.Y + HeadingHeight), look.Heading);
        var x = at.X;
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Line(
                columns[i].Heading,
                bold with
                {
                    Colour = look.HeadingText,
                },
                new SKPoint(Anchor(x, i), at.Y + PadY + 1),
                columns[i].Align
            );
            x += widths[i];
        }
    }

    public void Draw(Sheet sheet, Row row, SKPoint at, bool shaded)
    {
        var lines = Lines(row);
        if (row.Strong || shaded)
            sheet.Box(
                new SKRect(at.X, at.Y, at.X + widths.Sum(), at.Y + Height(row)),
                row.Strong ? look.Strong : look.Zebra
            );
        var style = Style(row);
        var spans = row.Cells.Count == 1;
        var x = at.X;
        for (var i = 0; i < lines.Count; i++)
        {
            var y = at.Y + PadY;
            if (row.Cells[i].Dot is { } dot)
                DrawDot(sheet, new SKPoint(x + PadX, y), dot);
            var left = row.Cells[i].Dot is null ? 0 : DotRoom;
            foreach (var line in lines[i])
            {
                sheet.Line(
                    line,
                    style,
                    new SKPoint(spans ? x + PadX : Anchor(x, i) + left, y),
                    spans ? Align.Left : columns[i].Align
                );
                y += plain.LineHeight;
            }
            x += widths[i];
        }
    }

    private void DrawDot(Sheet sheet, SKPoint at, SKColor colour)
    {
        const float radius = 2.6f;
        var middle = at.Y + plain.Baseline - plain.Size * 0.34f;
        sheet.Box(
            new SKRect(at.X, middle - radius, at.X + 2 * radius, middle + radius),
            colour,
            radius
        );
    }

    private TextStyle Style(Row row) => row.Strong ? bold : plain;

    private List<IReadOnlyList<string>> Lines(Row row) =>
        row.Cells.Count == 1
            ? [typesetter.Break(row.Cells[0].Text, Style(row), widths.Sum() - 2 * PadX)]
            : row.Cells.Select((cell, i) => Lines(cell, Style(row), i)).ToList();

    private IReadOnlyList<string> Lines(Cell cell, TextStyle style, int column) =>
        columns[column].Wraps
            ? typesetter.Break(
                cell.Text,
                style,
                widths[column] - 2 * PadX - (cell.Dot is null ? 0 : DotRoom)
            )
            : [cell.Text];

    private float Anchor(float x, int column) =>
        columns[column].Align switch
        {
            Align.Left => x + PadX,
            Align.Centre => x + widths[column] / 2,
            Align.Right => x + widths[column] - PadX,
        };

    private float[] Widths(IReadOnlyList<Row> rows, float total)
    {
        var fitted = columns.Select(column => typesetter.Width(column.Heading, bold)).ToArray();
        foreach (var row in rows.Where(row => row.Cells.Count == columns.Count))
        {
            for (var i = 0; i < fitted.Length; i++)
            {
                var dot = row.Cells[i].Dot is null ? 0 : DotRoom;
                fitted[i] = Math.Max(
                    fitted[i],
                    typesetter.Width(row.Cells[i].Text, Style(row)) + dot
                );
            }
        }
        for (var i = 0; i < fitted.Length; i++)
            fitted[i] += 2 * PadX;
        var air = Math.Clamp((total - fitted.Sum()) / fitted.Length, 0, MostAir);
        var wrapping = columns.Count(column => column.Wraps);
        var left = total - fitted.Where((_, i) => !columns[i].Wraps).Sum(width => width + air);
        return fitted
            .Select((width, i) => columns[i].Wraps ? left / wrapping : width + air)
            .ToArray();
    }
}
