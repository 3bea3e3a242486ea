using System.Globalization;
using DiGiBachat.Bot.Statements.Drawing;
using SkiaSharp;
using static DiGiBachat.Bot.Statements.StatementLook;

namespace DiGiBachat.Bot.Statements;

/// <summary>The head of the first page: the band, whose statement, the QR that checks it, and the four figures that matter.</summary>
internal static class StatementOpening
{
    private const float BandHeight = 56;
    private const float QrSide = 84;
    private const float QrColumn = 110;
    private const float CardHeight = 44;
    private const float CardGap = 8;
    private static readonly TimeSpan IndianTime = new(5, 30, 0);

    public static void Place(PageFlow flow, StatementContent content)
    {
        var page = flow.Page;
        page.Box(new SKRect(0, 0, PdfFile.Width, BandHeight), PrimaryDark);
        page.Box(new SKRect(0, BandHeight, PdfFile.Width, BandHeight + 4), Primary);
        page.Line("DiGiBachat", Wordmark, new SKPoint(Margin, (BandHeight - Wordmark.LineHeight) / 2));
        page.Line(content.Style.Label(StatementLabels.Title), Title, new SKPoint(Right, (BandHeight - Title.LineHeight) / 2), Align.Right);
        flow.Y = BandHeight + 18;
        var bottom = Math.Max(Who(flow, content), Qr(flow, content));
        flow.Y = bottom + 12;
        Figures(flow, content);
    }

    private static float Who(PageFlow flow, StatementContent content)
    {
        var label = content.Style.Label;
        var width = ContentWidth - QrColumn - 12;
        var y = flow.Y;
        y += flow.Page.Paragraph(content.Heading.GroupName, GroupName, new SKPoint(Margin, y), width) + 2;
        y +=
            flow.Page.Paragraph($"{content.Heading.MemberName} · {StatementPdf.Member(content)}", MemberName, new SKPoint(Margin, y), width)
            + 8;
        var made = content.Proof.ProducedAt.ToOffset(IndianTime);
        var moment = $"{content.Style.Day(DateOnly.FromDateTime(made.DateTime))}, {made.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        y += Fact(label(StatementLabels.Period), StatementPdf.Period(content));
        y += Fact(label(StatementLabels.Produced), moment);
        return y;

        float Fact(string name, string value)
        {
            var column =
                Math.Max(
                    flow.Typesetter.Width(label(StatementLabels.Period), Label),
                    flow.Typesetter.Width(label(StatementLabels.Produced), Label)
                ) + 12;
            flow.Page.Line(name, Label, new SKPoint(Margin, y + Body.Baseline - Label.Baseline));
            flow.Page.Line(value, Body, new SKPoint(Margin + column, y));
            return Body.LineHeight;
        }
    }

    private static float Qr(PageFlow flow, StatementContent content)
    {
        var url = content.Proof.VerificationUrl;
        var matrix = QrSquares.Matrix(url.AbsoluteUri);
        var left = Right - QrColumn + (QrColumn - QrSide);
        var corner = new SKPoint(left, flow.Y);
        flow.Page.Squares(QrSquares.Rectangles(matrix, corner, QrSide / matrix.Length), Ink);
        flow.Page.Link(new SKRect(corner.X, corner.Y, corner.X + QrSide, corner.Y + QrSide), url);
        var y = corner.Y + QrSide + 4;
        foreach (var line in flow.Typesetter.Break(content.Style.Label(StatementLabels.ScanToCheck), Small, QrColumn))
        {
            flow.Page.Line(line, Small, new SKPoint(left + QrSide / 2, y), Align.Centre);
            y += Small.LineHeight;
        }
        return y;
    }

    private static void Figures(PageFlow flow, StatementContent content)
    {
        var label = content.Style.Label;
        var book = content.Passbook;
        (string Name, string Figure)[] cards =
        [
            (label(StatementLabels.Opening), content.Style.Money(book.Opening)),
            (label(StatementLabels.MoneyIn), content.Style.Money(book.TotalIn)),
            (label(StatementLabels.MoneyOut), content.Style.Money(book.TotalOut)),
            (label(StatementLabels.Closing), content.Style.Money(book.Closing)),
        ];
        var width = (ContentWidth - (cards.Length - 1) * CardGap) / cards.Length;
        for (var i = 0; i < cards.Length; i++)
        {
            var left = Margin + i * (width + CardGap);
            flow.Page.Box(new SKRect(left, flow.Y, left + width, flow.Y + CardHeight), PrimaryTint, 4);
            flow.Page.Box(new SKRect(left, flow.Y + 8, left + 2.5f, flow.Y + CardHeight - 8), Primary);
            flow.Page.Line(cards[i].Name, Label, new SKPoint(left + 10, flow.Y + 5));
            flow.Page.Line(cards[i].Figure, Amount, new SKPoint(left + 10, flow.Y + 20));
        }
        flow.Y += CardHeight + 16;
    }
}
