using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// A disbursed loan as the register has it: what was agreed, when the money was handed over, and the lines of its
/// schedule with what was paid on each. There is nothing hidden beside these: the same lines give the same answers.
/// </summary>
/// <param name="Terms">As agreed at approval.</param>
/// <param name="DisbursedOn">Interest of the first month counts from this day.</param>
/// <param name="Calendar">The due calendar it was paid out under; dates the months after the term of an <c>shg</c> loan, and nothing else.</param>
/// <param name="Instalments">In order of number, and so of due day.</param>
public sealed record LoanBook(LoanTerms Terms, DateOnly DisbursedOn, DueCalendar Calendar, IReadOnlyList<Instalment> Instalments)
{
    /// <summary>Principal not yet repaid.</summary>
    public Money Outstanding => Instalments.Aggregate(Money.Zero, (sum, line) => sum + line.PrincipalLeft);

    /// <summary>Nothing is owed any more.</summary>
    public bool IsClosed => Instalments.All(line => line.IsPaid);

    /// <summary>The first line that is not fully paid; null when the loan is closed.</summary>
    public Instalment? Next => Instalments.FirstOrDefault(line => !line.IsPaid);

    /// <summary>The book of a loan on the day its money is handed over: the schedule, nothing paid.</summary>
    public static LoanBook Open(LoanTerms terms, DateOnly disbursedOn, DueCalendar calendar) =>
        new(terms, disbursedOn, calendar, RepaymentSchedule.Draw(terms, disbursedOn, calendar).Instalments);

    /// <summary>
    /// The book at the beginning of <paramref name="today"/>: late charges of due days missed by then, and for
    /// <c>shg</c> the interest of the months that have opened. Doing it twice, or a day later, changes nothing that
    /// was fixed. <see cref="Repayment"/>, <see cref="PayOff"/> and <see cref="Arrears"/> do it themselves.
    /// </summary>
    public LoanBook Accrue(DateOnly today)
    {
        if (IsClosed)
        {
            return this;
        }
        var lines = Terms.Method == InterestMethod.Shg ? ShgPlan.Accrue(this, today) : Instalments.ToList();
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].IsMissedBy(today) && lines[index].Charge.IsZero)
            {
                lines[index] = lines[index] with { Charge = Terms.LateCharge };
            }
        }
        return this with { Instalments = lines };
    }

    /// <summary>
    /// The book as it stood on an earlier day, for money that counts on it: late charges of due days that had not been missed by then are not
    /// charged unless they were paid. Interest of <c>shg</c> follows from the lines and needs nothing. The day is never before the disbursement.
    /// </summary>
    public (LoanBook Book, DateOnly On) OnDay(DateOnly day)
    {
        var on = day < DisbursedOn ? DisbursedOn : day;
        return (this with { Instalments = [.. Instalments.Select(l => l.DueOn >= on && l.ChargePaid.IsZero ? l with { Charge = Money.Zero } : l)] }, on);
    }

    /// <summary>The lines that differ from <paramref name="before"/>, or are new: what has to be stored.</summary>
    public IReadOnlyList<Instalment> ChangesSince(LoanBook before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var old = before.Instalments.ToDictionary(line => line.Number);
        return [.. Instalments.Where(line => !old.TryGetValue(line.Number, out var was) || was != line)];
    }

    /// <summary>The book with the stored lines put over it, by number: the fold of a repayment or an accrual.</summary>
    public LoanBook With(IEnumerable<Instalment> changed)
    {
        var lines = Instalments.ToDictionary(line => line.Number);
        foreach (var line in changed)
        {
            lines[line.Number] = line;
        }
        return this with { Instalments = [.. lines.Values.OrderBy(line => line.Number)] };
    }

    /// <summary>When the month of the line at <paramref name="index"/> began: the previous due day, or the disbursement.</summary>
    internal DateOnly MonthBegan(int index) => index == 0 ? DisbursedOn : Instalments[index - 1].DueOn;
}
