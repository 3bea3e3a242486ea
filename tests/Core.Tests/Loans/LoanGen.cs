using CsCheck;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Tests.Loans;

/// <summary>Loans, and what happens to them, at random within the bounds of the rules.</summary>
internal static class LoanGen
{
    public static readonly DateOnly Epoch = new(2026, 1, 1);

    public static readonly Gen<DueCalendar> Calendar = Gen.OneOf(
        Gen.Int[1, 31].Select(day => DueCalendar.Monthly(day, Epoch)),
        Gen.Int[0, 6].Select(day => DueCalendar.Weekly((DayOfWeek)day, Epoch)),
        Gen.Int[0, 6].Select(day => DueCalendar.Fortnightly((DayOfWeek)day, Epoch))
    );

    public static readonly Gen<LoanTerms> Terms =
        from paise in Gen.Long[500_00, 50_000_00]
        from months in Gen.Int[1, 60]
        from rate in Gen.Int[0, 500]
        from method in OneOf(InterestMethod.Emi, InterestMethod.Flat, InterestMethod.Shg)
        from unit in OneOf(LoanTerms.Paisa, LoanTerms.Rupee, LoanTerms.TenRupees)
        from whole in Gen.Bool
        from rule in OneOf(PrepaymentRule.ShortenLoan, PrepaymentRule.LowerInstalment, PrepaymentRule.NextInstalments)
        from charge in Gen.Long[0, 50_00]
        select new LoanTerms(new(paise), months, new(rate), method, unit, whole, rule, new(charge));

    public static readonly Gen<LoanBook> Book =
        from terms in Terms
        from calendar in Calendar
        from day in Gen.Int[0, 1000]
        select LoanBook.Open(terms, Epoch.AddDays(day), calendar);

    /// <summary>A repayment: days after the one before, and thousandths of the equal instalment.</summary>
    public static readonly Gen<(int Days, int Thousandths)[]> Repayments = Gen.Select(Gen.Int[0, 70], Gen.Int[1, 2500]).Array[0, 10];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>The book after the repayments, and the day of the last; stops when the loan is closed.</summary>
    public static (LoanBook Book, DateOnly On) Run(LoanBook book, IEnumerable<(int Days, int Thousandths)> repayments)
    {
        var (on, instalment) = (book.DisbursedOn, book.Instalments[0].Total);
        foreach (var (days, thousandths) in repayments.TakeWhile(_ => !book.IsClosed))
        {
            on = on.AddDays(days);
            book = Repayment.Allocate(book, new(Math.Max(1, instalment.Paise * thousandths / 1000)), on).Book;
        }
        return (book, on);
    }

    public static Money Sum(this IEnumerable<Instalment> lines, Func<Instalment, Money> part) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + part(line));
}
