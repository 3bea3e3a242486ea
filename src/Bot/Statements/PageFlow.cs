using System.Globalization;
using DiGiBachat.Bot.Statements.Drawing;
using SkiaSharp;
using static DiGiBachat.Bot.Statements.StatementLook;

namespace DiGiBachat.Bot.Statements;

/// <summary>Fills pages from the top down. A new page carries whose document it is; the feet are set last, when the number of pages is known.</summary>
internal sealed class PageFlow
{
    private const float RunningHeadHeight = 30;

    private readonly DocumentFrame frame;
    private readonly List<Sheet> sheets = [];

    public PageFlow(DocumentFrame frame, Typesetter typesetter)
    {
        this.frame = frame;
        Typesetter = typesetter;
        Page = new Sheet(typesetter);
        sheets.Add(Page);
    }

    public Typesetter Typesetter { get; }
    public Sheet Page { get; private set; }

    /// <summary>Where the next thing goes, from the top of the page.</summary>
    public float Y { get; set; }

    public bool HasRoom(float height) => Y + height <= Bottom;

    public void NextPage()
    {
        Page = new Sheet(Typesetter);
        sheets.Add(Page);
        Page.Box(new SKRect(0, 0, PdfFile.Width, 8), PrimaryDark);
        Page.Box(new SKRect(0, 8, PdfFile.Width, 10), Primary);
        var who = $"{frame.About} · {frame.GroupName}";
        var period = frame.Period;
        var room = ContentWidth - Typesetter.Width(period, Small) - 12;
        Page.Line(Typesetter.OneLine(who, SmallStrong, room), SmallStrong, new SKPoint(Margin, 20));
        Page.Line(period, Small, new SKPoint(Right, 20), Align.Right);
        Y = 20 + RunningHeadHeight - 8;
    }

    /// <summary>
    /// A table over as many pages as it needs. A row stays whole, the heading comes again on each page, and the last row never stands
    /// alone, so that a total is seen under something that it sums.
    /// </summary>
    public void Place(Table table, IReadOnlyList<Row> rows)
    {
        Heading();
        for (var i = 0; i < rows.Count; i++)
        {
            var height = table.Height(rows[i]);
            var needed = i == rows.Count - 2 ? height + table.Height(rows[i + 1]) : height;
            if (!HasRoom(needed))
            {
                NextPage();
                Heading();
            }
            table.Draw(Page, rows[i], new SKPoint(Margin, Y), shaded: i % 2 == 0);
            Y += height;
        }

        void Heading()
        {
            table.DrawHeading(Page, new SKPoint(Margin, Y));
            Y += table.HeadingHeight;
        }
    }

    /// <summary>The pages, each with its foot.</summary>
    public IReadOnlyList<Sheet> Finished()
    {
        for (var i = 0; i < sheets.Count; i++)
            Foot(
                sheets[i],
                string.Create(CultureInfo.InvariantCulture, $"{i + 1} / {sheets.Count}")
            );
        return sheets;
    }

    private void Foot(Sheet sheet, string number)
    {
        var label = frame.Style.Label;
        var y = Bottom + 10;
        sheet.Box(new SKRect(Margin, y, Right, y + 0.75f), Primary);
        y += 5;
        var page = $"{label(StatementLabels.Page)} {number}";
        var code = $"{label(StatementLabels.BookCode)}: {frame.Proof.LedgerHead}";
        var room =
            ContentWidth
            - Typesetter.Width(page, SmallStrong)
            - Typesetter.Width(code, SmallStrong)
            - 30;
        sheet.Line(
            Typesetter.OneLine(frame.GroupName, SmallStrong, room),
            SmallStrong,
            new SKPoint(Margin, y)
        );
        sheet.Line(
            code,
            SmallStrong,
            new SKPoint(Right - Typesetter.Width(page, SmallStrong) - 15, y),
            Align.Right
        );
        sheet.Line(page, SmallStrong, new SKPoint(Right, y), Align.Right);
        sheet.Paragraph(
            label(StatementLabels.HowToCheck),
            Small,
            new SKPoint(Margin, y + SmallStrong.LineHeight),
            ContentWidth
        );
    }
}
