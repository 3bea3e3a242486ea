namespace DiGiBachat.Core.Loans;

/// <summary>
/// What is left of a loan, spread anew. Lines that were due or paid on keep what was paid, and the interest and charges that are owed;
/// their unpaid principal goes to new lines, which continue on the loan's own days with its own rate and method. So nothing is
/// capitalised, no month bears interest twice, and the parts still sum to the loan.
/// </summary>
public static class Redrawing
{
    /// <summary>The book in new instalments over <paramref name="months"/>; the count of the lines kept beside it.</summary>
    public static (LoanBook Book, int Kept) Of(LoanBook book, int months, DateOnly today)
    {
        var accrued = book.Accrue(today);
        var old = accrued.Instalments.ToList();
        var kept = old.FindLastIndex(line => line.DueOn < today || line.Paid.IsPositive) + 1;
        var lines = old.Take(kept).Select(line => line with { Principal = line.PrincipalPaid }).ToList();
        var dueOn = FirstDay(accrued, kept, today);
        foreach (var part in RepaymentSchedule.PartsOf(book.Terms with { Principal = accrued.Outstanding, Months = months }))
        {
            lines.Add(new(lines.Count + 1, dueOn, part.Principal, part.Interest));
            dueOn = book.Calendar.InstalmentDayInMonthAfter(dueOn);
        }
        var terms = book.Terms with { Months = lines.Count };
        if (terms.Method == InterestMethod.Shg)
        {
            ShgPlan.PlanInterest(terms, lines, kept);
        }
        return ((accrued with { Terms = terms, Instalments = lines }).Accrue(today), kept);
    }

    /// <summary>The next line's own day; after the last, as for a loan that is paid out today.</summary>
    private static DateOnly FirstDay(LoanBook book, int kept, DateOnly today)
    {
        if (kept < book.Instalments.Count)
        {
            return book.Instalments[kept].DueOn;
        }
        var last = book.Instalments[^1].DueOn;
        return last < today
            ? book.Calendar.InstalmentDayFrom(today.AddDays(RepaymentSchedule.DaysToFirstInstalment))
            : book.Calendar.InstalmentDayInMonthAfter(last);
    }
}
