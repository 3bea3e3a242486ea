namespace DiGiBachat.Core.Loans;

/// <summary>What one month takes off a loan.</summary>
internal readonly record struct MonthlyPart(Money Principal, Money Interest);

/// <summary>
/// Cuts a balance into monthly parts, for a new loan and for what is left after a prepayment alike.
/// In every method the last part takes what is left, so the parts always sum to the balance.
/// </summary>
internal static class Amortisation
{
    /// <summary>
    /// Reducing balance: P·r·(1+r)ⁿ / ((1+r)ⁿ − 1), half-even to the rounding unit; r = 0 gives P/n.
    /// The published schedules of Apache Fineract come out of the same rules.
    /// </summary>
    public static IReadOnlyList<MonthlyPart> Emi(LoanTerms terms, Money balance, int months)
    {
        var exact = ExactInstalment(balance, terms.Rate.PerMonth, months);
        return FirstGood(terms, unit => AtInstalment(terms, balance, Rounding.HalfEven(exact, unit), months));
    }

    /// <summary>Reducing balance at a given instalment; months that are not needed any more come out as zeros.</summary>
    public static IReadOnlyList<MonthlyPart> AtInstalment(LoanTerms terms, Money balance, Money instalment, int months)
    {
        var parts = new MonthlyPart[months];
        var left = balance;
        for (var month = 0; month < months; month++)
        {
            var interest = terms.InterestOn(left);
            var regular = Money.Min(left, Money.Max(Money.Zero, instalment - interest));
            var principal = month == months - 1 ? left : regular;
            parts[month] = new(principal, interest);
            left -= principal;
        }
        return parts;
    }

    /// <summary>
    /// Interest and principal spread evenly, both rounded down, the remainders in the last; the instalment is a multiple
    /// of the rounding unit.
    /// </summary>
    public static IReadOnlyList<MonthlyPart> Flat(LoanTerms terms, Money balance, Money interest, int months)
    {
        var step = terms.InterestInWholeRupees ? LoanTerms.Rupee : LoanTerms.Paisa;
        var each = Rounding.Down((decimal)interest.Paise / months, step);
        return FirstGood(terms, unit => Even(new(balance, interest), each, unit, months));
    }

    /// <summary>
    /// The register's suggestion, principal only: P/n rounded down to the rounding unit (to whole rupees at least
    /// when interest is in whole rupees), the rest in the last month.
    /// </summary>
    public static IReadOnlyList<MonthlyPart> Shg(LoanTerms terms, Money balance, int months)
    {
        var least = terms.InterestInWholeRupees ? LoanTerms.Rupee : LoanTerms.Paisa;
        var inUnits = terms with { RoundingUnit = Money.Max(terms.RoundingUnit, least) };
        return FirstGood(inUnits, unit => Even(new(balance, Money.Zero), Money.Zero, unit, months));
    }

    private static MonthlyPart[] Even(MonthlyPart all, Money eachInterest, Money unit, int months)
    {
        var instalment = Rounding.Down(((decimal)all.Principal.Paise / months) + eachInterest.Paise, unit);
        var eachPrincipal = Money.Max(Money.Zero, instalment - eachInterest);
        var parts = new MonthlyPart[months];
        Array.Fill(parts, new(eachPrincipal, eachInterest));
        parts[^1] = new(all.Principal - (eachPrincipal * (months - 1)), all.Interest - (eachInterest * (months - 1)));
        return parts;
    }

    private static IReadOnlyList<MonthlyPart> FirstGood(LoanTerms terms, Func<Money, IReadOnlyList<MonthlyPart>> cut)
    {
        IReadOnlyList<MonthlyPart> parts = [];
        foreach (var unit in terms.Units())
        {
            parts = cut(unit);
            if (parts.All(part => part.Principal.IsPositive))
            {
                break;
            }
        }
        return parts;
    }

    private static decimal ExactInstalment(Money balance, decimal rate, int months)
    {
        if (rate == 0)
        {
            return (decimal)balance.Paise / months;
        }
        var growth = 1m;
        for (var month = 0; month < months; month++)
        {
            growth *= 1 + rate;
        }
        return balance.Paise * rate * growth / (growth - 1);
    }
}
