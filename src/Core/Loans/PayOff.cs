namespace DiGiBachat.Core.Loans;

/// <summary>
/// The running month's share of a pay-off, as <c>why</c> tells it: the month's interest × days ÷ days of that month,
/// less what was already paid of it.
/// </summary>
/// <param name="Number">The instalment whose month is running.</param>
/// <param name="From">The day the month began; it is not counted itself.</param>
/// <param name="Days">Days gone by.</param>
/// <param name="DaysInMonth">From the previous due day (or the disbursement) to the due day.</param>
/// <param name="OfMonth">The whole month's interest.</param>
/// <param name="Earned">The interest to the day. With <c>shg</c> the whole month's, as the register charges it.</param>
/// <param name="Due">What is still to be paid of <paramref name="Earned"/>; interest paid ahead is not given back.</param>
public sealed record RunningInterest(int Number, DateOnly From, int Days, int DaysInMonth, Money OfMonth, Money Earned, Money Due);

/// <summary>
/// What it costs to pay a loan off on a day: all principal outstanding, all overdue interest, the running month's interest
/// to the day, and charges. No prepayment charge. Interest of months not begun, and with <c>emi</c> and <c>flat</c> of the
/// days not gone by, is waived. Paying exactly <see cref="Total"/> closes the loan.
/// </summary>
/// <param name="On">The day it is good for.</param>
/// <param name="Principal">Outstanding, overdue or not.</param>
/// <param name="DueInterest">Unpaid interest of due days up to and including <paramref name="On"/>.</param>
/// <param name="Running">Of the month that is running; null on or after the last due day.</param>
/// <param name="Charges">Unpaid late charges.</param>
/// <param name="WaivedInterest">What she saves against paying to the end as scheduled.</param>
public sealed record PayOff(DateOnly On, Money Principal, Money DueInterest, RunningInterest? Running, Money Charges, Money WaivedInterest)
{
    public Money Interest => DueInterest + (Running?.Due ?? Money.Zero);

    /// <summary>What closes the loan on the day, to the paisa.</summary>
    public Money Total => Principal + Interest + Charges;

    /// <summary>
    /// The pay-off on <paramref name="on"/>. The interest to the day is rounded as the loan's interest is (half-even
    /// to the paisa, or up to the rupee) and never more than the month's. A day before the disbursement throws.
    /// </summary>
    public static PayOff Of(LoanBook book, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentOutOfRangeException.ThrowIfLessThan(on, book.DisbursedOn);
        var accrued = book.Accrue(on);
        var (dueInterest, charges, interestLeft) = (Money.Zero, Money.Zero, Money.Zero);
        foreach (var line in accrued.Instalments)
        {
            dueInterest += line.DueOn <= on ? line.InterestLeft : Money.Zero;
            charges += line.ChargeLeft;
            interestLeft += line.InterestLeft;
        }
        var running = RunningOn(accrued, on);
        var interest = dueInterest + (running?.Due ?? Money.Zero);
        return new(on, accrued.Outstanding, dueInterest, running, charges, interestLeft - interest);
    }

    private static RunningInterest? RunningOn(LoanBook book, DateOnly on)
    {
        var index = book.Instalments.ToList().FindIndex(line => line.DueOn > on);
        if (index < 0)
        {
            return null;
        }
        var (line, from) = (book.Instalments[index], book.MonthBegan(index));
        var (days, inMonth) = (on.DayNumber - from.DayNumber, line.DueOn.DayNumber - from.DayNumber);
        var earned = EarnedOf(book.Terms, line.Interest, days, inMonth);
        var due = Money.Max(Money.Zero, earned - line.InterestPaid);
        return new(line.Number, from, days, inMonth, line.Interest, earned, due);
    }

    private static Money EarnedOf(LoanTerms terms, Money ofMonth, int days, int inMonth) =>
        terms.Method switch
        {
            // On the due day itself the next month has not opened: the register charges nothing for it yet.
            InterestMethod.Shg => days > 0 ? ofMonth : Money.Zero,
            InterestMethod.Emi or InterestMethod.Flat => Money.Min(
                ofMonth,
                terms.RoundInterest((decimal)ofMonth.Paise * days / inMonth)
            ),
        };
}
