namespace DiGiBachat.Bot.Reports;

/// <summary>The keys of <c>locales/</c> that a report prints. None of their texts has a placeholder.</summary>
internal static class ReportLabels
{
    public const string Title = "report.heading";
    public const string About = "report.about";
    public const string CashBook = "report.cash-book";
    public const string Kind = "report.kind";
    public const string Cash = "report.cash";
    public const string Bank = "report.bank";
    public const string Received = "report.received";
    public const string Paid = "report.paid-out";
    public const string Members = "report.members";
    public const string Member = "report.member";
    public const string Loans = "report.loans";
    public const string Loan = "report.loan";
    public const string Given = "report.given";
    public const string Repaid = "report.repaid";
    public const string Outstanding = "report.outstanding";
    public const string Overdue = "report.overdue";
    public const string DaysLate = "report.days-late";
    public const string Earnings = "report.earnings";
    public const string Interest = "report.interest";
    public const string Charges = "report.charges";
    public const string Fines = "report.fines";
    public const string BankInterest = "report.bank-interest";
    public const string Expenses = "report.expenses";
    public const string Surplus = "report.surplus";
    public const string Distributed = "report.distributed";
    public const string Entries = "report.entries";
    public const string Entry = "report.entry";
    public const string By = "report.by";
    public const string More = "report.more-entries";

    public static IReadOnlyList<string> All { get; } =
    [
        Title, About, CashBook, Kind, Cash, Bank, Received, Paid, Members, Member, Loans, Loan, Given, Repaid, Outstanding, Overdue, DaysLate,
        Earnings, Interest, Charges, Fines, BankInterest, Expenses, Surplus, Distributed, Entries, Entry, By, More,
    ];
}
