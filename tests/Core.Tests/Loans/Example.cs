using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Tests.Loans;

/// <summary>A loan to write examples with: 12,000 at 2 % a month over 4 months, disbursed 1 January 2026, due on the 20th.</summary>
internal static class Example
{
    public static readonly DateOnly Disbursed = new(2026, 1, 1);
    public static readonly DueCalendar OnThe20th = DueCalendar.Monthly(20, Disbursed);

    public static readonly LoanTerms Terms = new(
        Money.Rupees(12_000),
        4,
        Rate.FromPercent(2),
        InterestMethod.Emi,
        LoanTerms.Paisa,
        InterestInWholeRupees: false,
        PrepaymentRule.ShortenLoan,
        LateCharge: Money.Zero
    );

    public static readonly LoanTerms Register = Terms with
    {
        Method = InterestMethod.Shg,
        InterestInWholeRupees = true,
    };

    public static LoanBook Open(LoanTerms terms) => LoanBook.Open(terms, Disbursed, OnThe20th);

    public static LoanBook Repaid(LoanBook book, Money amount, string on) => Repayment.Allocate(book, amount, DateOnly.Parse(on, null)).Book;

    /// <summary>"2026-01-20 2911.49 240.00" for each line that is still needed.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Instalment> lines) =>
        lines.Where(line => !line.IsNeedless).Select(line => $"{line.DueOn:yyyy-MM-dd} {line.Principal} {line.Interest}");
}
