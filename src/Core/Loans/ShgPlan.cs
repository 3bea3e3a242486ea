using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// The register's way of lending. The member owes interest each month; principal she pays as she likes, the
/// schedule only suggests it. A month's interest is fixed when the month opens (the day after the previous due
/// day) on the balance of that day, which is the balance before that month's repayment. Suggested principal that
/// was not paid moves to later months and is not overdue, until the last due day of the term; unpaid interest is
/// overdue at once, adds up simply and bears no interest. While principal is out after the term, every further
/// month adds a line of interest.
/// </summary>
/// <remarks>
/// Everything follows from the lines: principal paid in a month stands on that month's line, so the balance at a
/// month's opening is the loan less the principal paid on the lines before it. Accruing twice changes nothing,
/// and accruing after a long pause gives what accruing daily would have given.
/// </remarks>
internal static class ShgPlan
{
    /// <summary>The lines with the interest that will fall due if she pays as suggested.</summary>
    public static IReadOnlyList<Instalment> WithInterest(LoanTerms terms, IReadOnlyList<Instalment> lines)
    {
        var planned = lines.ToArray();
        PlanInterest(terms, planned, 0);
        return planned;
    }

    /// <summary>Interest of the lines from <paramref name="from"/> on, as if each were paid as suggested.</summary>
    public static void PlanInterest(LoanTerms terms, IList<Instalment> lines, int from)
    {
        var balance = Money.Zero;
        for (var index = from; index < lines.Count; index++)
        {
            balance += lines[index].PrincipalLeft;
        }
        for (var index = from; index < Math.Min(terms.Months, lines.Count); index++)
        {
            var line = lines[index];
            lines[index] = line with { Interest = Money.Max(terms.InterestOn(balance), line.InterestPaid) };
            balance -= line.PrincipalLeft;
        }
    }

    /// <summary>Fixes the interest of every month that has opened by <paramref name="today"/> and moves unpaid suggestions on.</summary>
    public static List<Instalment> Accrue(LoanBook book, DateOnly today)
    {
        var lines = book.Instalments.ToList();
        var opened = FixOpenedMonths(book.Terms, lines, today);
        PlanInterest(book.Terms, lines, opened);
        AddMonthsAfterTerm(book.Terms, book.Calendar, lines, today);
        return lines;
    }

    private static int FixOpenedMonths(LoanTerms terms, List<Instalment> lines, DateOnly today)
    {
        var (balance, moved, opened, closed) = (terms.Principal, Money.Zero, 0, 0);
        while (opened < terms.Months && (opened == 0 || lines[opened - 1].DueOn < today))
        {
            var line = lines[opened];
            line = line with { Interest = Money.Max(terms.InterestOn(balance), line.InterestPaid) };
            balance -= line.PrincipalPaid;
            if (line.DueOn < today && opened < terms.Months - 1)
            {
                moved += line.PrincipalLeft;
                line = line with { Principal = line.PrincipalPaid };
                closed = opened + 1;
            }
            lines[opened++] = line;
        }
        MoveOn(terms, lines, closed, moved);
        return opened;
    }

    /// <summary>Fills the later months up to the suggestion, soonest first; the last month of the term takes what is left.</summary>
    private static void MoveOn(LoanTerms terms, List<Instalment> lines, int from, Money moved)
    {
        var suggested = Amortisation.Shg(terms, terms.Principal, terms.Months)[0].Principal;
        for (var index = from; index < terms.Months && moved.IsPositive; index++)
        {
            var line = lines[index];
            var room = Money.Max(Money.Zero, suggested - line.Principal);
            var added = index == terms.Months - 1 ? moved : Money.Min(moved, room);
            lines[index] = line with { Principal = line.Principal + added };
            moved -= added;
        }
    }

    private static void AddMonthsAfterTerm(LoanTerms terms, DueCalendar calendar, List<Instalment> lines, DateOnly today)
    {
        var interest = terms.InterestOn(lines.Aggregate(Money.Zero, (sum, line) => sum + line.PrincipalLeft));
        while (interest.IsPositive && lines[^1].DueOn < today)
        {
            lines.Add(new(lines.Count + 1, calendar.InstalmentDayInMonthAfter(lines[^1].DueOn), Money.Zero, interest));
        }
    }
}
