namespace DiGiBachat.Core.Loans;

/// <summary>
/// Where a repayment went. <see cref="Charge"/> + <see cref="Interest"/> + <see cref="Principal"/> + <see cref="Excess"/>
/// is the amount paid, to the paisa.
/// </summary>
/// <param name="Charge">To late charges.</param>
/// <param name="Interest">To interest.</param>
/// <param name="Principal">To principal, prepaid principal included.</param>
/// <param name="Excess">More than the pay-off: must be refused or given back, it is not the group's.</param>
/// <param name="InterestSaved">Interest that will not fall due because of this payment; with a lowered instalment the rounding unit may make it a little negative.</param>
/// <param name="Book">The book after it.</param>
/// <param name="Changed">The lines to store, those that accrual changed on the way included.</param>
public sealed record Allocation(
    Money Charge,
    Money Interest,
    Money Principal,
    Money Excess,
    Money InterestSaved,
    LoanBook Book,
    IReadOnlyList<Instalment> Changed
)
{
    /// <summary>The loan is paid off.</summary>
    public bool Closes => Book.IsClosed;
}

/// <summary>
/// Money coming back on a loan. First what is overdue: charges, then interest, then principal, within each the oldest due
/// day first. Then the instalment of the running month (due today included), interest before principal, so that whoever
/// pays a few days early has paid that instalment. What is over follows the <see cref="PrepaymentRule"/>: it lowers the balance
/// from the next month on (monthly rests; only a full pay-off counts days).
/// </summary>
public static class Repayment
{
    /// <summary>
    /// Allocates <paramref name="amount"/> received on <paramref name="on"/>. An amount that reaches the
    /// <see cref="PayOff"/> closes the loan; what is more comes back as <see cref="Allocation.Excess"/>.
    /// An amount of nothing or less, and a day before the disbursement, throw: they are asked about before.
    /// </summary>
    public static Allocation Allocate(LoanBook book, Money amount, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Money.Zero);
        var payOff = PayOff.Of(book, on);
        var accrued = book.Accrue(on);
        var lines = accrued.Instalments.ToArray();
        var current = CurrentOf(lines, on);
        if (amount >= payOff.Total)
        {
            Close(lines, payOff, current);
        }
        else
        {
            Spread(accrued.Terms, lines, current, new(amount, on));
        }
        return Told(book, accrued, lines, amount);
    }

    private readonly record struct Receipt(Money Amount, DateOnly On);

    /// <summary>The line whose month is running, or a later one if money was already paid on it; none after the last due day.</summary>
    private static int CurrentOf(Instalment[] lines, DateOnly on)
    {
        var running = Array.FindIndex(lines, line => line.DueOn >= on);
        var lastPaid = Array.FindLastIndex(lines, line => line.Paid.IsPositive);
        return running < 0 ? lines.Length - 1 : Math.Max(running, lastPaid);
    }

    private static void Spread(LoanTerms terms, Instalment[] lines, int current, Receipt receipt)
    {
        var overdue = Array.FindLastIndex(lines, line => line.DueOn < receipt.On) + 1;
        var left = receipt.Amount;
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = PayCharge(lines[index], ref left);
        }
        for (var index = 0; index < overdue; index++)
        {
            lines[index] = PayInterest(lines[index], ref left);
        }
        for (var index = 0; index < overdue; index++)
        {
            lines[index] = PayPrincipal(lines[index], ref left);
        }
        for (var index = overdue; index <= current; index++)
        {
            lines[index] = PayPrincipal(PayInterest(lines[index], ref left), ref left);
        }
        if (left.IsPositive)
        {
            Prepayment.Apply(terms, lines, current, left);
        }
    }

    private static Instalment PayCharge(Instalment line, ref Money left)
    {
        var paid = Money.Min(left, line.ChargeLeft);
        left -= paid;
        return line with { ChargePaid = line.ChargePaid + paid };
    }

    internal static Instalment PayInterest(Instalment line, ref Money left)
    {
        var paid = Money.Min(left, line.InterestLeft);
        left -= paid;
        return line with { InterestPaid = line.InterestPaid + paid };
    }

    internal static Instalment PayPrincipal(Instalment line, ref Money left)
    {
        var paid = Money.Min(left, line.PrincipalLeft);
        left -= paid;
        return line with { PrincipalPaid = line.PrincipalPaid + paid };
    }

    private static void Close(Instalment[] lines, PayOff payOff, int current)
    {
        var early = Money.Zero;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            var isRunning = line.Number == payOff.Running?.Number;
            var interest = line.DueOn <= payOff.On ? line.Interest : line.InterestPaid + (isRunning ? payOff.Running!.Due : Money.Zero);
            var principal = index > current ? line.PrincipalPaid : line.Principal;
            early += line.Principal - principal;
            lines[index] = line with
            {
                Principal = principal,
                PrincipalPaid = principal,
                Interest = interest,
                InterestPaid = interest,
                ChargePaid = line.Charge,
            };
        }
        lines[current] = Prepayment.Booked(lines[current], early);
    }

    private static Allocation Told(LoanBook before, LoanBook accrued, Instalment[] lines, Money amount)
    {
        var after = accrued with { Instalments = lines };
        var charge = Sum(lines, line => line.ChargePaid) - Sum(accrued.Instalments, line => line.ChargePaid);
        var interest = Sum(lines, line => line.InterestPaid) - Sum(accrued.Instalments, line => line.InterestPaid);
        var principal = accrued.Outstanding - after.Outstanding;
        var saved = Sum(accrued.Instalments, line => line.Interest) - Sum(lines, line => line.Interest);
        var excess = amount - charge - interest - principal;
        return new(charge, interest, principal, excess, saved, after, after.ChangesSince(before));
    }

    private static Money Sum(IEnumerable<Instalment> lines, Func<Instalment, Money> part) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + part(line));
}
