using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Reports;

/// <summary>One loan over some days. Principal only, but for what is overdue, which is everything that was missed.</summary>
/// <param name="Given">Paid out on these days.</param>
/// <param name="Repaid">Principal that came back on these days.</param>
/// <param name="Outstanding">Principal out at the end of the last day.</param>
/// <param name="Arrears">As of <c>today</c>; null for a loan that is not running any more.</param>
public sealed record LoanReport(LoanNumber Loan, MemberNumber Borrower, Money Given, Money Repaid, Money Outstanding, Arrears? Arrears)
{
    /// <summary>Every loan that was out on any of the days.</summary>
    /// <param name="group">Read whole; loans that have ended are in <paramref name="ended"/>.</param>
    public static IReadOnlyList<LoanReport> Of(GroupBook book, GroupState group, IReadOnlyList<Loan> ended, DateOnly today)
    {
        var numbers = book.Closing.All.Where(b => b.Key.Kind == AccountKind.Loan).Select(b => new LoanNumber(b.Key.Number)).Order();
        var lines = new List<LoanReport>();
        foreach (var number in numbers)
        {
            var loan = group.FindLoan(number) ?? ended.FirstOrDefault(l => l.Number == number);
            var account = Account.Loan(number);
            var moved = book.Entries.SelectMany(e => e.Postings).Where(p => p.Account == account).ToList();
            if (loan is null || (moved.Count == 0 && book.Opening[account].IsZero))
                continue;
            var given = moved.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
            var repaid = moved.Where(p => p.Amount.IsNegative).Aggregate(Money.Zero, (sum, p) => sum - p.Amount);
            var arrears = loan.Status == LoanStatus.Active ? Loans.Arrears.Of(loan.BookIn(group), today) : null;
            lines.Add(new(number, loan.Borrower, given, repaid, book.Closing[account], arrears));
        }
        return lines;
    }
}
