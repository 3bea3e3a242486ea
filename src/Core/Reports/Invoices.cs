using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Reports;

/// <summary>What one member is to pay on one day: her saving with its fine, and the instalments of her loans.</summary>
public sealed record Invoice(MemberNumber Member, DateOnly DueOn, Money Saving, Money Fine, Money Instalments)
{
    public Money Total => Saving + Fine + Instalments;
}

/// <summary>The dues notices of some days, from the dues and schedules as they stand: what is paid is not on them.</summary>
public static class Invoices
{
    /// <summary>By member, then by day; both days included. Only members who are in.</summary>
    public static IReadOnlyList<Invoice> Of(GroupState group, DateOnly from, DateOnly to)
    {
        var dues = group
            .Dues.Where(d => d.PeriodOn >= from && d.PeriodOn <= to && !d.IsSettled)
            .Select(d => new Invoice(d.Member, d.PeriodOn, d.Amount - d.Paid, d.Fine - d.FinePaid, Money.Zero));
        var instalments = group
            .Loans.Where(l => l.Status == LoanStatus.Active)
            .SelectMany(l => l.Instalments.Where(i => i.DueOn >= from && i.DueOn <= to && !i.IsPaid).Select(i => new Invoice(l.Borrower, i.DueOn, Money.Zero, Money.Zero, i.Left)));
        return dues.Concat(instalments)
            .Where(i => group.FindMember(i.Member) is { IsActive: true })
            .GroupBy(i => (i.Member, i.DueOn))
            .OrderBy(i => i.Key.Member)
            .ThenBy(i => i.Key.DueOn)
            .Select(i => new Invoice(i.Key.Member, i.Key.DueOn, Sum(i, x => x.Saving), Sum(i, x => x.Fine), Sum(i, x => x.Instalments)))
            .ToList();
    }

    private static Money Sum(IEnumerable<Invoice> invoices, Func<Invoice, Money> part) => invoices.Aggregate(Money.Zero, (sum, i) => sum + part(i));
}
