namespace DiGiBachat.Core.Loans;

/// <summary>A running loan with what is overdue on it.</summary>
public sealed record OverdueLoan(Loan Loan, Arrears Arrears);

/// <summary>The group's running loans by how late they are.</summary>
/// <param name="Outstanding">Principal out on all of them.</param>
/// <param name="Overdue">Those that are not regular, the latest first.</param>
public sealed record Portfolio(Money Outstanding, IReadOnlyList<OverdueLoan> Overdue)
{
    /// <summary>Principal out on loans of which something is overdue for 30 days or more.</summary>
    public Money AtRisk => Out(Overdue.Where(o => o.Arrears.Class >= ArrearsClass.VeryLate));

    /// <summary>
    /// The share at risk in percent, to one decimal (half-even): "portfolio at risk, 30 days", the measure by which lenders of small loans
    /// are compared. 0 when nothing is lent.
    /// </summary>
    public decimal ShareAtRisk =>
        Outstanding.IsZero ? 0 : Math.Round(100m * AtRisk.Paise / Outstanding.Paise, 1, MidpointRounding.ToEven);

    /// <summary>All running loans, as they stand on <paramref name="today"/>. Needs the whole group.</summary>
    public static Portfolio Of(GroupState group, DateOnly today)
    {
        var running = group.Loans.Where(l => l.Status == LoanStatus.Active).ToList();
        return new(
            running.Aggregate(Money.Zero, (sum, l) => sum + l.Outstanding),
            [
                .. running
                    .Select(l => new OverdueLoan(l, l.ArrearsIn(group, today)))
                    .Where(o => o.Arrears.Class != ArrearsClass.Regular)
                    .OrderByDescending(o => o.Arrears.Class)
                    .ThenByDescending(o => o.Arrears.DaysOverdue)
                    .ThenBy(o => o.Loan.Number),
            ]
        );
    }

    private static Money Out(IEnumerable<OverdueLoan> loans) => loans.Aggregate(Money.Zero, (sum, o) => sum + o.Loan.Outstanding);
}
