namespace DiGiBachat.Bot.Statements;

/// <summary>The keys of <c>locales/</c> that a statement prints. None of their texts has a placeholder.</summary>
public static class StatementLabels
{
    public const string Title = "statement.title";
    public const string Member = "statement.member";
    public const string Period = "statement.period";
    public const string Produced = "statement.produced";
    public const string ScanToCheck = "statement.scan-to-check";
    public const string Opening = "statement.opening";
    public const string Closing = "statement.closing";
    public const string MoneyIn = "statement.money-in";
    public const string MoneyOut = "statement.money-out";
    public const string Passbook = "statement.passbook";
    public const string Day = "statement.day";
    public const string Narration = "statement.narration";
    public const string Receipt = "statement.receipt";
    public const string Balance = "statement.balance";
    public const string Total = "statement.total";
    public const string NoEntries = "statement.no-entries";
    public const string Loan = "statement.loan";
    public const string Outstanding = "statement.outstanding";
    public const string Number = "statement.number";
    public const string DueDay = "statement.due-day";
    public const string Instalment = "statement.instalment";
    public const string Principal = "statement.principal";
    public const string Interest = "statement.interest";
    public const string Paid = "statement.paid";
    public const string Status = "statement.status";
    public const string BookCode = "statement.book-code";
    public const string HowToCheck = "statement.how-to-check";
    public const string Page = "statement.page";

    /// <summary>Every key above; the locales are checked against it.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Title,
        Member,
        Period,
        Produced,
        ScanToCheck,
        Opening,
        Closing,
        MoneyIn,
        MoneyOut,
        Passbook,
        Day,
        Narration,
        Receipt,
        Balance,
        Total,
        NoEntries,
        Loan,
        Outstanding,
        Number,
        DueDay,
        Instalment,
        Principal,
        Interest,
        Paid,
        Status,
        BookCode,
        HowToCheck,
        Page,
    ];
}
