using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// The plan of a loan: what falls due when, in principal and interest. It is the one truth that the calculator,
/// the offer, the PDF, the reminders and the allocation of repayments all read.
/// </summary>
public sealed record RepaymentSchedule(LoanTerms Terms, DateOnly DisbursedOn, IReadOnlyList<Instalment> Instalments)
{
    /// <summary>The first instalment falls due at least this many days after the money was handed over.</summary>
    public const int DaysToFirstInstalment = 15;

    private const int MonthsInYear = 12;

    // Halving the bracket 40 times leaves less than a millionth of a percent of doubt.
    private const int Halvings = 40;

    public Money TotalInterest => Instalments.Aggregate(Money.Zero, (sum, line) => sum + line.Interest);

    public Money TotalToPay => Terms.Principal + TotalInterest;

    /// <summary>
    /// The monthly instalment that the offer names. With <c>emi</c> and <c>flat</c> all but the last are equal to it;
    /// with <c>shg</c> it is the first, and they fall from month to month (<see cref="InstalmentsAreEqual"/>).
    /// </summary>
    public Money Instalment => Instalments[0].Total;

    public bool InstalmentsAreEqual => Terms.Method != InterestMethod.Shg;

    public DateOnly EndsOn => Instalments[^1].DueOn;

    /// <summary>
    /// Draws the schedule: one instalment a month on the group's instalment day
    /// (<see cref="DueCalendar.InstalmentDayIn"/>), the first at least 15 days after <paramref name="disbursedOn"/>.
    /// Each bears one month's interest, however long the first month is. Throws on terms out of bounds.
    /// </summary>
    public static RepaymentSchedule Draw(LoanTerms terms, DateOnly disbursedOn, DueCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(calendar);
        terms.EnsureValid();
        var parts = PartsOf(terms);
        var lines = new List<Instalment>(terms.Months);
        var dueOn = calendar.InstalmentDayFrom(disbursedOn.AddDays(DaysToFirstInstalment));
        foreach (var part in parts)
        {
            lines.Add(new(lines.Count + 1, dueOn, part.Principal, part.Interest));
            dueOn = calendar.InstalmentDayInMonthAfter(dueOn);
        }
        return new(terms, disbursedOn, terms.Method == InterestMethod.Shg ? ShgPlan.WithInterest(terms, lines) : lines);
    }

    /// <summary>
    /// The yearly rate in percent, to one decimal (half-even), at which a reducing-balance loan would have the same
    /// equal instalments: 12 % a year flat over 36 months is 21.2 %. For <c>emi</c> and <c>shg</c> the rate itself × 12.
    /// Found by halving: the instalment grows with the rate and is convex in it, so the answer lies between
    /// the flat rate and twice the flat rate.
    /// </summary>
    public static decimal ReducingBalanceEquivalent(InterestMethod method, Rate rate, int months)
    {
        var (low, high) = (rate.PerMonth, rate.PerMonth * 2);
        if (method == InterestMethod.Flat && rate.PerMonth > 0)
        {
            var wanted = (1 + (rate.PerMonth * months)) / months;
            for (var step = 0; step < Halvings; step++)
            {
                var middle = (low + high) / 2;
                (low, high) = InstalmentPerRupee(middle, months) < wanted ? (middle, high) : (low, middle);
            }
        }
        return Math.Round(low * MonthsInYear * 100, 1, MidpointRounding.ToEven);
    }

    /// <summary>What each month takes off a loan of these terms.</summary>
    internal static IReadOnlyList<MonthlyPart> PartsOf(LoanTerms terms) =>
        terms.Method switch
        {
            InterestMethod.Emi => Amortisation.Emi(terms, terms.Principal, terms.Months),
            InterestMethod.Flat => Amortisation.Flat(
                terms,
                terms.Principal,
                terms.RoundInterest(terms.Principal.Paise * terms.Rate.PerMonth * terms.Months),
                terms.Months
            ),
            InterestMethod.Shg => Amortisation.Shg(terms, terms.Principal, terms.Months),
        };

    private static decimal InstalmentPerRupee(decimal rate, int months)
    {
        var discount = 1m;
        for (var month = 0; month < months; month++)
        {
            discount /= 1 + rate;
        }
        return rate / (1 - discount);
    }
}
