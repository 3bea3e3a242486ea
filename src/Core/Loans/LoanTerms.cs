namespace DiGiBachat.Core.Loans;

/// <summary>
/// What was agreed on the day a loan was approved. A later change of the group's rules does not reach it.
/// </summary>
/// <param name="Principal">What is lent, 1 rupee to 1 crore.</param>
/// <param name="Months">The number of monthly instalments, 1 to 60.</param>
/// <param name="Rate">Interest per month, 0 to 5 percent.</param>
/// <param name="Method">How interest is reckoned.</param>
/// <param name="RoundingUnit">Instalments are multiples of this: 1 paisa, 1 rupee or 10 rupees. Only the last may differ.</param>
/// <param name="InterestInWholeRupees">Interest goes up to the next whole rupee (what registers do); else half-even to the paisa.</param>
/// <param name="Prepayment">Where money goes that is paid beyond the running month's instalment.</param>
/// <param name="LateCharge">Charged once for each missed due date; never part of what bears interest (RBI, 18 August 2023).</param>
public sealed record LoanTerms(
    Money Principal,
    int Months,
    Rate Rate,
    InterestMethod Method,
    Money RoundingUnit,
    bool InterestInWholeRupees,
    PrepaymentRule Prepayment,
    Money LateCharge
)
{
    public const int MaximumMonths = 60;
    public const int MaximumBasisPointsPerMonth = 500;

    public static readonly Money Paisa = new(1);
    public static readonly Money Rupee = Money.Rupees(1);
    public static readonly Money TenRupees = Money.Rupees(10);
    public static readonly Money MinimumPrincipal = Money.Rupees(1);
    public static readonly Money MaximumPrincipal = Money.Rupees(1_00_00_000);

    /// <summary>One month's interest on <paramref name="balance"/>, rounded as agreed: 920 at 2 % is 18.40, in whole rupees 19.</summary>
    public Money InterestOn(Money balance) => RoundInterest(balance.Paise * Rate.PerMonth);

    /// <summary>Interest as agreed: up to the rupee, or half-even to the paisa.</summary>
    internal Money RoundInterest(decimal paise) =>
        InterestInWholeRupees ? Rounding.UpToRupee(paise) : Rounding.HalfEven(paise);

    /// <summary>
    /// The agreed rounding unit and then the finer ones: a unit too coarse for a small loan (an instalment that
    /// would pay no principal, or all of it too soon) gives way to the next finer.
    /// </summary>
    internal IEnumerable<Money> Units() => new[] { TenRupees, Rupee, Paisa }.Where(unit => unit <= RoundingUnit);

    /// <summary>Throws when a term is out of its bounds: the group's rules refuse such terms, with words, before they get here.</summary>
    internal void EnsureValid()
    {
        Ensure(Principal >= MinimumPrincipal && Principal <= MaximumPrincipal, nameof(Principal), Principal);
        Ensure(Months is >= 1 and <= MaximumMonths, nameof(Months), Months);
        Ensure(Rate.BasisPointsPerMonth is >= 0 and <= MaximumBasisPointsPerMonth, nameof(Rate), Rate);
        Ensure(RoundingUnit == Paisa || RoundingUnit == Rupee || RoundingUnit == TenRupees, nameof(RoundingUnit), RoundingUnit);
        Ensure(!LateCharge.IsNegative, nameof(LateCharge), LateCharge);
    }

    private static void Ensure(bool holds, string term, object value)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(term, value, "The loan's terms are out of bounds.");
        }
    }
}
