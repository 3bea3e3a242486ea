namespace DiGiBachat.Core.Loans;

/// <summary>How late a loan is, by the days since its oldest missed due day (RBI's clock of 12 November 2021).</summary>
public enum ArrearsClass
{
    Regular,

    /// <summary>1 to 29 days.</summary>
    Late,

    /// <summary>30 to 59 days.</summary>
    VeryLate,

    /// <summary>60 to 89 days.</summary>
    InDanger,

    /// <summary>90 days and more.</summary>
    Default,
}

/// <summary>A late charge that falls due because a due day was missed.</summary>
public readonly record struct LateCharge(int Number, DateOnly DueOn, Money Charge);

/// <summary>
/// What is overdue on a loan. A due day is missed when it ends with principal or interest unpaid: due 31 March, it is 1 day
/// late on 1 April, "very late" on 30 April, "in danger" on 30 May, "default" on 29 June. Unpaid charges are shown
/// but do not run the clock. With <c>shg</c>, suggested principal is overdue only after the last due day of the term.
/// </summary>
/// <param name="DaysOverdue">Since the oldest missed due day; 0 when nothing is overdue.</param>
/// <param name="Class">Regular only when all arrears are paid.</param>
/// <param name="Since">The oldest missed due day.</param>
/// <param name="Principal">Overdue principal.</param>
/// <param name="Interest">Overdue interest.</param>
/// <param name="Charges">Unpaid charges.</param>
public sealed record Arrears(int DaysOverdue, ArrearsClass Class, DateOnly? Since, Money Principal, Money Interest, Money Charges)
{
    public const int VeryLateDays = 30;
    public const int InDangerDays = 60;
    public const int DefaultDays = 90;

    /// <summary>All that has to be paid for the loan to be regular again.</summary>
    public Money Total => Principal + Interest + Charges;

    /// <summary>
    /// The arrears on <paramref name="today"/>. <paramref name="before"/> is the class it had when last looked at: paying a
    /// part of the arrears never makes the class better, only paying them all does.
    /// </summary>
    public static Arrears Of(LoanBook book, DateOnly today, ArrearsClass before = ArrearsClass.Regular)
    {
        ArgumentNullException.ThrowIfNull(book);
        var lines = book.Accrue(today).Instalments;
        var (principal, interest, charges) = (Money.Zero, Money.Zero, Money.Zero);
        DateOnly? since = null;
        foreach (var line in lines)
        {
            charges += line.ChargeLeft;
            if (line.IsMissedBy(today))
            {
                principal += line.PrincipalLeft;
                interest += line.InterestLeft;
                since ??= line.DueOn;
            }
        }
        var days = since is { } oldest ? today.DayNumber - oldest.DayNumber : 0;
        var byDays = ClassOf(days);
        var lateness = byDays == ArrearsClass.Regular || byDays > before ? byDays : before;
        return new(days, lateness, since, principal, interest, charges);
    }

    /// <summary>The class of a number of days overdue.</summary>
    public static ArrearsClass ClassOf(int days) =>
        days switch
        {
            <= 0 => ArrearsClass.Regular,
            < VeryLateDays => ArrearsClass.Late,
            < InDangerDays => ArrearsClass.VeryLate,
            < DefaultDays => ArrearsClass.InDanger,
            _ => ArrearsClass.Default,
        };

    /// <summary>
    /// The late charges that <see cref="LoanBook.Accrue"/> would add by <paramref name="today"/>: one for each missed due day, once.
    /// Empty when the terms have no late charge. Store the accrued lines and they are not due again.
    /// </summary>
    public static IReadOnlyList<LateCharge> ChargesDue(LoanBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
        [
            .. book.Accrue(today)
                .ChangesSince(book)
                .Where(line => line.Charge.IsPositive && !book.Instalments.Any(old => old.Number == line.Number && old.Charge.IsPositive))
                .Select(line => new LateCharge(line.Number, line.DueOn, line.Charge)),
        ];
    }
}
