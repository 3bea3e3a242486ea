using System.Globalization;
using DiGiBachat.Bot.Statements.Drawing;
using DiGiBachat.Core;
using SkiaSharp;
using static DiGiBachat.Bot.Statements.StatementLook;

namespace DiGiBachat.Bot.Statements;

/// <summary>The passbook and the schedules of the loans, over as many pages as they need.</summary>
internal static class StatementTables
{
    private const float SectionGap = 16;

    public static void Passbook(PageFlow flow, StatementContent content)
    {
        var (label, money, day) = (content.Style.Label, content.Style.Money, content.Style.Day);
        var book = content.Passbook;
        Column[] columns =
        [
            new(label(StatementLabels.Day), Align.Left),
            new(label(StatementLabels.Narration), Align.Left, Wraps: true),
            new(label(StatementLabels.Receipt), Align.Left),
            new(label(StatementLabels.MoneyIn), Align.Right),
            new(label(StatementLabels.MoneyOut), Align.Right),
            new(label(StatementLabels.Balance), Align.Right),
        ];
        List<Row> rows =
        [
            new(
                [
                    day(content.Heading.FromOn),
                    label(StatementLabels.Opening),
                    "",
                    "",
                    "",
                    money(book.Opening),
                ],
                Strong: true
            ),
            .. book.Rows.Select(row => new Row([
                day(row.On),
                row.Narration,
                row.Receipt ?? "",
                Moved(row.In),
                Moved(row.Out),
                money(row.Balance),
            ])),
        ];
        if (book.Rows.Count == 0)
            rows.Add(new Row([label(StatementLabels.NoEntries)]));
        rows.Add(
            new(
                [
                    day(content.Heading.ToOn),
                    label(StatementLabels.Closing),
                    "",
                    money(book.TotalIn),
                    money(book.TotalOut),
                    money(book.Closing),
                ],
                Strong: true
            )
        );
        flow.Page.Line(label(StatementLabels.Passbook), Section, new SKPoint(Margin, flow.Y));
        flow.Y += Section.LineHeight + 3;
        flow.Place(new Table(flow.Typesetter, columns, rows, (DocumentTable, ContentWidth)), rows);

        string Moved(Money amount) => amount.IsZero ? "" : money(amount);
    }

    public static void Loan(PageFlow flow, StatementContent content, StatementLoan loan)
    {
        var (label, money, day) = (content.Style.Label, content.Style.Money, content.Style.Day);
        Column[] columns =
        [
            new(label(StatementLabels.Number), Align.Right),
            new(label(StatementLabels.DueDay), Align.Left),
            new(label(StatementLabels.Instalment), Align.Right),
            new(label(StatementLabels.Principal), Align.Right),
            new(label(StatementLabels.Interest), Align.Right),
            new(label(StatementLabels.Paid), Align.Right),
            new(label(StatementLabels.Status), Align.Left, Wraps: true),
        ];
        List<Row> rows =
        [
            .. loan.Schedule.Select(due => new Row([
                due.Number.ToString(CultureInfo.InvariantCulture),
                day(due.DueOn),
                money(due.Instalment),
                money(due.Principal),
                money(due.Interest),
                money(due.Paid),
                new Cell(due.Status.Words, Dot(due.Status.Tone)),
            ])),
            new(
                [
                    "",
                    label(StatementLabels.Total),
                    money(Sum(loan, due => due.Instalment)),
                    money(Sum(loan, due => due.Principal)),
                    money(Sum(loan, due => due.Interest)),
                    money(Sum(loan, due => due.Paid)),
                    "",
                ],
                Strong: true
            ),
        ];
        var table = new Table(flow.Typesetter, columns, rows, (DocumentTable, ContentWidth));
        var head = HeadHeight(flow, loan) + table.HeadingHeight + rows.Take(2).Sum(table.Height);
        flow.Y += SectionGap;
        if (!flow.HasRoom(head))
            flow.NextPage();
        Head(flow, content, loan);
        flow.Place(table, rows);
    }

    private static float HeadHeight(PageFlow flow, StatementLoan loan) =>
        Section.LineHeight
        + flow.Typesetter.Break(loan.Terms, Body, ContentWidth).Count * Body.LineHeight
        + 5;

    private static void Head(PageFlow flow, StatementContent content, StatementLoan loan)
    {
        var label = content.Style.Label;
        flow.Page.Line(
            $"{label(StatementLabels.Loan)} {loan.Number}",
            Section,
            new SKPoint(Margin, flow.Y)
        );
        var drop = Section.Baseline - MemberName.Baseline;
        var amount = content.Style.Money(loan.Outstanding);
        flow.Page.Line(amount, MemberName, new SKPoint(Right, flow.Y + drop), Align.Right);
        flow.Page.Line(
            label(StatementLabels.Outstanding),
            Label,
            new SKPoint(
                Right - flow.Typesetter.Width(amount, MemberName) - 8,
                flow.Y + Section.Baseline - Label.Baseline
            ),
            Align.Right
        );
        flow.Y += Section.LineHeight;
        flow.Y +=
            flow.Page.Paragraph(loan.Terms, Body, new SKPoint(Margin, flow.Y), ContentWidth) + 5;
    }

    private static Money Sum(StatementLoan loan, Func<StatementInstalment, Money> part) =>
        loan.Schedule.Aggregate(Money.Zero, (sum, due) => sum + part(due));
}
