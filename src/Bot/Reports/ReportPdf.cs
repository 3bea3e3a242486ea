using System.Globalization;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Statements.Drawing;
using DiGiBachat.Core;
using SkiaSharp;
using static DiGiBachat.Bot.Statements.StatementLook;

namespace DiGiBachat.Bot.Reports;

/// <summary>The group's book of some days as a PDF: cash book, members, loans, what was earned, and the entries. The same content gives the same bytes.</summary>
internal static class ReportPdf
{
    private const float SectionGap = 16;

    public static byte[] Draw(ReportContent content)
    {
        var frame = content.Frame;
        var (label, money) = (frame.Style.Label, frame.Style.Money);
        var flow = new PageFlow(frame, new Typesetter(frame.Style.Language));
        StatementOpening.Place(
            flow,
            frame,
            [
                new(label(StatementLabels.Opening), money(content.Cash.Opening)),
                new(label(StatementLabels.MoneyIn), money(content.Cash.In)),
                new(label(StatementLabels.MoneyOut), money(content.Cash.Out)),
                new(label(StatementLabels.Closing), money(content.Cash.Closing)),
            ]
        );
        CashBook(flow, content);
        Members(flow, content);
        Loans(flow, content);
        Earnings(flow, content);
        Entries(flow, content);
        var title = $"{label(frame.TitleKey)} · {frame.GroupName} · {frame.Period}";
        return PdfFile.Write(flow.Finished(), new(title, frame.Style.Language, frame.Proof.ProducedAt));
    }

    private static void CashBook(PageFlow flow, ReportContent content)
    {
        var (label, money) = (content.Frame.Style.Label, content.Frame.Style.Money);
        var cash = content.Cash;
        var words = content.Book.Entries.GroupBy(e => e.Narration).ToDictionary(e => e.Key, e => content.Frame.Style.Label(KindKey(e.Key)));
        List<Row> rows =
        [
            Line(label(StatementLabels.Opening), (cash.OpeningCash, cash.OpeningBank), strong: true),
            .. cash.Receipts.Select(r => Line($"{label(ReportLabels.Received)}: {words[r.Narration]}", (r.Cash, r.Bank))),
            .. cash.Payments.Select(p => Line($"{label(ReportLabels.Paid)}: {words[p.Narration]}", (-p.Cash, -p.Bank))),
            Line(label(StatementLabels.Closing), (cash.ClosingCash, cash.ClosingBank), strong: true),
        ];
        Section(flow, label(ReportLabels.CashBook), [Words(label(ReportLabels.Kind)), Figures(label(ReportLabels.Cash)), Figures(label(ReportLabels.Bank)), Figures(label(StatementLabels.Total))], rows);

        Row Line(string name, (Money Cash, Money Bank) sums, bool strong = false) =>
            new([name, Shown(sums.Cash, strong), Shown(sums.Bank, strong), Shown(sums.Cash + sums.Bank, strong)], strong);

        string Shown(Money amount, bool always) => amount.IsZero && !always ? "" : money(amount);
    }

    private static void Members(PageFlow flow, ReportContent content)
    {
        if (content.Savings.Count == 0)
            return;
        var (label, money) = (content.Frame.Style.Label, content.Frame.Style.Money);
        List<Row> rows =
        [
            .. content.Savings.Select(s => new Row([s.Member.ToString(), content.NameOf(s.Member), money(s.Opening), money(s.In), Moved(money, s.Out), money(s.Closing)])),
            new(
                [
                    "",
                    label(StatementLabels.Total),
                    money(Sum(content.Savings, s => s.Opening)),
                    money(Sum(content.Savings, s => s.In)),
                    money(Sum(content.Savings, s => s.Out)),
                    money(Sum(content.Savings, s => s.Closing)),
                ],
                Strong: true
            ),
        ];
        Section(
            flow,
            label(ReportLabels.Members),
            [Figures(label(StatementLabels.Number)), Words(label(ReportLabels.Member)), Figures(label(StatementLabels.Opening)), Figures(label(StatementLabels.MoneyIn)), Figures(label(StatementLabels.MoneyOut)), Figures(label(StatementLabels.Closing))],
            rows
        );
    }

    private static void Loans(PageFlow flow, ReportContent content)
    {
        if (content.Loans.Count == 0)
            return;
        var (label, money) = (content.Frame.Style.Label, content.Frame.Style.Money);
        List<Row> rows =
        [
            .. content.Loans.Select(l => new Row([
                l.Loan.ToString(),
                content.NameOf(l.Borrower),
                Moved(money, l.Given),
                Moved(money, l.Repaid),
                money(l.Outstanding),
                l.Arrears is { Total.IsPositive: true } late ? new Cell(money(late.Total), Danger) : "",
                l.Arrears is { DaysOverdue: > 0 } days ? days.DaysOverdue.ToString(CultureInfo.InvariantCulture) : "",
            ])),
            new(
                [
                    "",
                    label(StatementLabels.Total),
                    money(Sum(content.Loans, l => l.Given)),
                    money(Sum(content.Loans, l => l.Repaid)),
                    money(Sum(content.Loans, l => l.Outstanding)),
                    money(Sum(content.Loans, l => l.Arrears?.Total ?? Money.Zero)),
                    "",
                ],
                Strong: true
            ),
        ];
        Section(
            flow,
            label(ReportLabels.Loans),
            [
                Figures(label(ReportLabels.Loan)),
                Words(label(ReportLabels.Member)),
                Figures(label(ReportLabels.Given)),
                Figures(label(ReportLabels.Repaid)),
                Figures(label(ReportLabels.Outstanding)),
                Figures(label(ReportLabels.Overdue)),
                Figures(label(ReportLabels.DaysLate)),
            ],
            rows
        );
    }

    private static void Earnings(PageFlow flow, ReportContent content)
    {
        var (label, money) = (content.Frame.Style.Label, content.Frame.Style.Money);
        var earned = content.Earnings;
        List<Row> rows =
        [
            new([label(ReportLabels.Interest), money(earned.Interest)]),
            new([label(ReportLabels.Charges), money(earned.Charges)]),
            new([label(ReportLabels.Fines), money(earned.Fines)]),
            new([label(ReportLabels.BankInterest), money(earned.BankInterest)]),
            new([label(ReportLabels.Expenses), money(-earned.Expenses)]),
            new([label(ReportLabels.Surplus), money(earned.Surplus)], Strong: true),
        ];
        if (earned.Distributed.IsPositive)
            rows.Add(new([label(ReportLabels.Distributed), money(earned.Distributed)]));
        Section(flow, label(ReportLabels.Earnings), [Words(label(ReportLabels.Kind)), Figures(label(StatementLabels.Total))], rows);
    }

    private static void Entries(PageFlow flow, ReportContent content)
    {
        var (label, money, day) = (content.Frame.Style.Label, content.Frame.Style.Money, content.Frame.Style.Day);
        var entries = content.Book.Entries;
        List<Row> rows =
        [
            .. entries
                .Take(ReportContent.PrintedEntries)
                .Select(e => new Row([
                    e.Number.ToString(CultureInfo.InvariantCulture),
                    day(e.On),
                    content.Narration(e) + (content.AboutOf(e) is { } who ? $", {content.NameOf(who)}" : ""),
                    Core.Payments.PaymentCodes.OfReceipt(e.Number),
                    money(ReportContent.Moved(e)),
                ])),
        ];
        if (entries.Count == 0)
            rows.Add(new([label(StatementLabels.NoEntries)]));
        if (entries.Count > ReportContent.PrintedEntries)
            rows.Add(new([label(ReportLabels.More)], Strong: true));
        Section(
            flow,
            label(ReportLabels.Entries),
            [Figures(label(ReportLabels.Entry)), new(label(StatementLabels.Day), Align.Left), Words(label(StatementLabels.Narration)), new(label(StatementLabels.Receipt), Align.Left), Figures(label(StatementLabels.Total))],
            rows
        );
    }

    /// <summary>Without a loan's number: many loans stand on one line of the cash book.</summary>
    internal static string KindKey(Core.Ledger.Narration narration) => "report.kinds." + narration.ToString().ToLowerInvariant();

    private static void Section(PageFlow flow, string title, Column[] columns, List<Row> rows)
    {
        var table = new Table(flow.Typesetter, columns, rows, (DocumentTable, ContentWidth));
        if (!flow.HasRoom(StatementLook.Section.LineHeight + table.HeadingHeight + rows.Take(2).Sum(table.Height)))
            flow.NextPage();
        flow.Page.Line(title, StatementLook.Section, new SKPoint(Margin, flow.Y));
        flow.Y += StatementLook.Section.LineHeight + 3;
        flow.Place(table, rows);
        flow.Y += SectionGap;
    }

    private static Column Words(string heading) => new(heading, Align.Left, Wraps: true);

    private static Column Figures(string heading) => new(heading, Align.Right);

    private static string Moved(Func<Money, string> money, Money amount) => amount.IsZero ? "" : money(amount);

    private static Money Sum<T>(IEnumerable<T> lines, Func<T, Money> part) => lines.Aggregate(Money.Zero, (sum, line) => sum + part(line));
}
