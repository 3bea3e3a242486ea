using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Groups;

/// <summary>The book at the end of a month: what all have saved, and what is out on loan. The last one is as of today.</summary>
public sealed record MonthEnd(DateOnly On, Money Savings, Money LoansOut);

/// <summary>How much of the dues of one saving day has come in.</summary>
public sealed record PeriodPaid(DateOnly PeriodOn, Money Asked, Money Paid)
{
    /// <summary>Whole percent, rounded down: 100 only when all of it came.</summary>
    public int Percent => Asked.IsZero ? 100 : (int)(Paid.Paise * 100 / Asked.Paise);
}

/// <summary>What a group looks at to know how it does. Figures only; the words are the reader's language's.</summary>
/// <param name="AtRisk">Principal out on loans that have been overdue for 30 days or more.</param>
/// <param name="DueSoFar">What fell due on running loans up to today.</param>
/// <param name="PaidSoFar">What of that was paid.</param>
/// <param name="Before">The book three months ago; null when it was not there yet.</param>
public sealed record GroupHealth(
    DateOnly On,
    int Members,
    Money Savings,
    Money LoansOut,
    int Loans,
    Money AtRisk,
    int LoansAtRisk,
    Money Cash,
    Money Bank,
    Money Lendable,
    Money DueSoFar,
    Money PaidSoFar,
    MonthEnd? Before
)
{
    public const int RiskDays = 30;
    public const int ComparedMonths = 3;

    /// <summary>Portfolio at risk 30: the share of what is out that stands on loans overdue for 30 days or more; percent, rounded up.</summary>
    public int RiskPercent => LoansOut.IsZero ? 0 : (int)((AtRisk.Paise * 100 + LoansOut.Paise - 1) / LoansOut.Paise);

    /// <summary>The share of what fell due on running loans that was paid; percent, rounded down. Null when nothing fell due yet.</summary>
    public int? RepaymentPercent => DueSoFar.IsZero ? null : (int)(PaidSoFar.Paise * 100 / DueSoFar.Paise);

    /// <summary>The figures of a group that was read whole.</summary>
    /// <param name="months">Its month ends, in order.</param>
    public static GroupHealth Of(GroupState group, DateOnly today, IReadOnlyList<MonthEnd> months)
    {
        var active = group.Loans.Where(l => l.Status == LoanStatus.Active).ToList();
        var risky = active.Where(l => Arrears.Of(l.BookIn(group), today).DaysOverdue >= RiskDays).ToList();
        var fallen = active.SelectMany(l => l.BookIn(group).Accrue(today).Instalments).Where(i => i.DueOn <= today).ToList();
        var then = today.AddMonths(-ComparedMonths);
        return new(
            today,
            group.ActiveMembers.Count(),
            -Sum(group, AccountKind.Savings),
            Sum(group, AccountKind.Loan),
            active.Count,
            risky.Aggregate(Money.Zero, (sum, l) => sum + l.Outstanding),
            risky.Count,
            group.Balances[Account.Cash],
            group.Balances[Account.Bank],
            group.Lendable,
            fallen.Aggregate(Money.Zero, (sum, i) => sum + i.Total),
            fallen.Aggregate(Money.Zero, (sum, i) => sum + i.Paid),
            months.LastOrDefault(m => m.On <= then)
        );
    }

    private static Money Sum(GroupState group, AccountKind kind) =>
        group.Balances.All.Where(b => b.Key.Kind == kind).Aggregate(Money.Zero, (sum, b) => sum + b.Value);
}
