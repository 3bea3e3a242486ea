using DiGiBachat.Bot.Statements;
using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace DiGiBachat.Bot.Reports;

/// <summary>The report as a spreadsheet with a sheet for each table; amounts are numbers in rupees, days are dates, and no cell is a formula.</summary>
internal sealed class ReportSpreadsheet
{
    /// <summary>Lakh and crore grouping, which spreadsheets do not know by themselves.</summary>
    private const string Rupees = "[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;#,##0.00";
    private const int LongestSheetName = 31;

    private readonly ReportContent content;
    private readonly Spreadsheet book;
    private readonly StyleId bold;
    private readonly StyleId money;
    private readonly StyleId day;

    private ReportSpreadsheet(ReportContent content, Spreadsheet book)
    {
        this.content = content;
        this.book = book;
        bold = book.AddStyle(new Style { Font = { Bold = true } });
        money = book.AddStyle(new Style { Format = NumberFormat.Custom(Rupees) });
        day = book.AddStyle(new Style { Format = NumberFormat.Custom("dd-mm-yyyy") });
    }

    public static async Task<byte[]> WriteAsync(ReportContent content, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancellation))
        {
            await new ReportSpreadsheet(content, book).SheetsAsync(cancellation);
            await book.FinishAsync(cancellation);
        }
        return stream.ToArray();
    }

    private async Task SheetsAsync(CancellationToken cancellation)
    {
        await SheetAsync(ReportLabels.CashBook, [ReportLabels.Kind, ReportLabels.Cash, ReportLabels.Bank], CashBook(), cancellation);
        await SheetAsync(
            ReportLabels.Members,
            [StatementLabels.Number, ReportLabels.Member, StatementLabels.Opening, StatementLabels.MoneyIn, StatementLabels.MoneyOut, StatementLabels.Closing],
            content.Savings.Select(s => (Cell[])[new(s.Member.Value), new(content.NameOf(s.Member)), Amount(s.Opening), Amount(s.In), Amount(s.Out), Amount(s.Closing)]),
            cancellation
        );
        await SheetAsync(
            ReportLabels.Loans,
            [ReportLabels.Loan, ReportLabels.Member, ReportLabels.Given, ReportLabels.Repaid, ReportLabels.Outstanding, ReportLabels.Overdue, ReportLabels.DaysLate],
            content.Loans.Select(Loan),
            cancellation
        );
        await SheetAsync(ReportLabels.Earnings, [ReportLabels.Kind, StatementLabels.Total], Earnings(), cancellation);
        await SheetAsync(
            ReportLabels.Entries,
            [ReportLabels.Entry, StatementLabels.Day, StatementLabels.Narration, ReportLabels.Member, ReportLabels.By, StatementLabels.Receipt, ReportLabels.Cash, ReportLabels.Bank],
            content.Book.Entries.Select(Entry),
            cancellation
        );
    }

    private async Task SheetAsync(string name, string[] headings, IEnumerable<Cell[]> rows, CancellationToken cancellation)
    {
        var title = Label(name);
        await book.StartWorksheetAsync(title.Length <= LongestSheetName ? title : title[..LongestSheetName], new WorksheetOptions { FrozenRows = 1 }, cancellation);
        await book.AddRowAsync(Array.ConvertAll(headings, h => new Cell(Label(h), bold)), cancellation);
        foreach (var row in rows)
            await book.AddRowAsync(row, cancellation);
    }

    private IEnumerable<Cell[]> CashBook()
    {
        var cash = content.Cash;
        yield return Line(Label(StatementLabels.Opening), cash.OpeningCash, cash.OpeningBank);
        foreach (var line in cash.Receipts)
            yield return Line($"{Label(ReportLabels.Received)}: {Label(ReportPdf.KindKey(line.Narration))}", line.Cash, line.Bank);
        foreach (var line in cash.Payments)
            yield return Line($"{Label(ReportLabels.Paid)}: {Label(ReportPdf.KindKey(line.Narration))}", -line.Cash, -line.Bank);
        yield return Line(Label(StatementLabels.Closing), cash.ClosingCash, cash.ClosingBank);

        Cell[] Line(string name, Money inCash, Money inBank) => [new(name), Amount(inCash), Amount(inBank)];
    }

    private Cell[] Loan(Core.Reports.LoanReport loan) =>
        [
            new(loan.Loan.Value),
            new(content.NameOf(loan.Borrower)),
            Amount(loan.Given),
            Amount(loan.Repaid),
            Amount(loan.Outstanding),
            Amount(loan.Arrears?.Total ?? Money.Zero),
            new(loan.Arrears?.DaysOverdue ?? 0),
        ];

    private IEnumerable<Cell[]> Earnings()
    {
        var earned = content.Earnings;
        (string Key, Money Amount)[] lines =
        [
            (ReportLabels.Interest, earned.Interest),
            (ReportLabels.Charges, earned.Charges),
            (ReportLabels.Fines, earned.Fines),
            (ReportLabels.BankInterest, earned.BankInterest),
            (ReportLabels.Expenses, -earned.Expenses),
            (ReportLabels.Surplus, earned.Surplus),
            (ReportLabels.Distributed, earned.Distributed),
        ];
        return lines.Select(l => (Cell[])[new(Label(l.Key)), Amount(l.Amount)]);
    }

    private Cell[] Entry(LedgerEntry entry) =>
        [
            new(entry.Number),
            new(entry.On.ToDateTime(TimeOnly.MinValue), day),
            new(content.Narration(entry)),
            new(content.AboutOf(entry) is { } who ? content.NameOf(who) : ""),
            new(entry.By is { } by ? content.NameOf(by) : ""),
            new(Core.Payments.PaymentCodes.OfReceipt(entry.Number)),
            Amount(Of(entry, Account.Cash)),
            Amount(Of(entry, Account.Bank)),
        ];

    private static Money Of(LedgerEntry entry, Account purse) =>
        entry.Postings.Where(p => p.Account == purse).Aggregate(Money.Zero, (sum, p) => sum + p.Amount);

    private Cell Amount(Money amount) => new(amount.Paise / 100m, money);

    private string Label(string key) => content.Frame.Style.Label(key);
}
