namespace DiGiBachat.Core.Loans;

/// <summary>
/// Money beyond the running month's instalment. What goes to principal is booked on the running month's line; the
/// lines after it are drawn anew for the smaller balance, on the days they had. A line with nothing left keeps its place with zeros.
/// </summary>
internal static class Prepayment
{
    /// <summary>
    /// Applies <paramref name="amount"/>, which is less than the principal of the lines after <paramref name="current"/>.
    /// <c>emi</c>: interest anew on the smaller balance, at the same instalment (shorten) or over the same months (lower).
    /// <c>flat</c>: shorten takes principal off the last lines, and a line left without principal loses its interest;
    /// lower spreads principal evenly and the interest in the same proportion.
    /// <c>shg</c>: shorten takes suggestions off the last months, lower spreads evenly, next takes them off the next months.
    /// </summary>
    public static void Apply(LoanTerms terms, Instalment[] lines, int current, Money amount)
    {
        var later = new ArraySegment<Instalment>(lines, current + 1, lines.Length - current - 1);
        if (terms.Prepayment == PrepaymentRule.NextInstalments && terms.Method != InterestMethod.Shg)
        {
            PayAhead(later, amount);
            return;
        }
        lines[current] = Booked(lines[current], amount);
        switch (terms.Method)
        {
            case InterestMethod.Emi:
                RedrawEmi(terms, later, amount);
                break;
            case InterestMethod.Flat:
                RedrawFlat(terms, later, amount);
                break;
            case InterestMethod.Shg:
                RedrawShg(terms, later, amount);
                ShgPlan.PlanInterest(terms, lines, current + 1);
                break;
        }
    }

    /// <summary>Prepaid principal on the line of the month in which it came.</summary>
    public static Instalment Booked(Instalment line, Money principal) =>
        line with { Principal = line.Principal + principal, PrincipalPaid = line.PrincipalPaid + principal };

    private static void PayAhead(ArraySegment<Instalment> later, Money amount)
    {
        for (var index = 0; index < later.Count; index++)
        {
            later[index] = Repayment.PayPrincipal(Repayment.PayInterest(later[index], ref amount), ref amount);
        }
    }

    private static void RedrawEmi(LoanTerms terms, ArraySegment<Instalment> later, Money prepaid)
    {
        var (balance, months) = (BalanceOf(later) - prepaid, MonthsOf(later));
        var parts = terms.Prepayment == PrepaymentRule.LowerInstalment
            ? Amortisation.Emi(terms, balance, months)
            : Amortisation.AtInstalment(terms, balance, later[0].Principal + later[0].Interest, months);
        Put(later, parts);
    }

    private static void RedrawFlat(LoanTerms terms, ArraySegment<Instalment> later, Money prepaid)
    {
        if (terms.Prepayment == PrepaymentRule.ShortenLoan)
        {
            TakeOffLast(later, prepaid);
            return;
        }
        var balance = BalanceOf(later);
        var interest = later.Aggregate(Money.Zero, (sum, line) => sum + line.Interest);
        var lower = terms.RoundInterest((decimal)interest.Paise * (balance - prepaid).Paise / balance.Paise);
        Put(later, Amortisation.Flat(terms, balance - prepaid, Money.Min(interest, lower), MonthsOf(later)));
    }

    private static void RedrawShg(LoanTerms terms, ArraySegment<Instalment> later, Money prepaid)
    {
        switch (terms.Prepayment)
        {
            case PrepaymentRule.ShortenLoan:
                TakeOffLast(later, prepaid);
                break;
            case PrepaymentRule.LowerInstalment:
                Put(later, Amortisation.Shg(terms, BalanceOf(later) - prepaid, MonthsOf(later)));
                break;
            case PrepaymentRule.NextInstalments:
                for (var index = 0; index < later.Count; index++)
                {
                    later[index] = TakenOff(later[index], ref prepaid);
                }
                break;
        }
    }

    private static void TakeOffLast(ArraySegment<Instalment> later, Money prepaid)
    {
        for (var index = later.Count - 1; index >= 0; index--)
        {
            var line = TakenOff(later[index], ref prepaid);
            later[index] = line.Principal.IsZero ? line with { Interest = line.InterestPaid } : line;
        }
    }

    private static Instalment TakenOff(Instalment line, ref Money prepaid)
    {
        var off = Money.Min(prepaid, line.PrincipalLeft);
        prepaid -= off;
        return line with { Principal = line.Principal - off };
    }

    private static Money BalanceOf(ArraySegment<Instalment> later) =>
        later.Aggregate(Money.Zero, (sum, line) => sum + line.PrincipalLeft);

    /// <summary>The months that still have something to pay: those an earlier prepayment emptied stay empty.</summary>
    private static int MonthsOf(ArraySegment<Instalment> later) => later.ToList().FindLastIndex(line => line.Principal.IsPositive) + 1;

    private static void Put(ArraySegment<Instalment> later, IReadOnlyList<MonthlyPart> parts)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            later[index] = later[index] with { Principal = parts[index].Principal, Interest = parts[index].Interest };
        }
    }
}
