namespace DiGiBachat.Core.Loans;

/// <summary>What is still owed on a loan that was written off; money that comes on it later counts against this.</summary>
/// <param name="On">The day of the write-off.</param>
/// <param name="Principal">Booked as expense; what comes back lessens the expense again.</param>
/// <param name="Interest">Owed on that day and never booked; income when it comes.</param>
/// <param name="Charges">The same for late charges.</param>
public sealed record WrittenOff(MemberNumber Borrower, DateOnly On, Money Principal, Money Interest, Money Charges)
{
    public Money Total => Principal + Interest + Charges;
}

/// <summary>What is kept of a loan beside its terms and its lines. Most loans have none of it, and then nothing is kept.</summary>
public sealed record LoanMatter(LoanNumber Loan)
{
    /// <summary>How late it counts until all arrears are paid.</summary>
    public ArrearsClass Class { get; init; }

    /// <summary>The day on which its instalments were last drawn anew; null for never.</summary>
    public DateOnly? RescheduledOn { get; init; }

    /// <summary>The group's last ledger entry before that: repayments up to it cannot be undone any more.</summary>
    public long RescheduledAfter { get; init; }

    /// <summary>Null unless it was written off.</summary>
    public WrittenOff? WrittenOff { get; init; }

    internal bool IsNothing => Class == ArrearsClass.Regular && RescheduledOn is null && WrittenOff is null;
}

/// <summary>The matters of loans, by number.</summary>
public static class LoanMatters
{
    /// <summary>What is kept of this loan; nothing, when nothing is.</summary>
    public static LoanMatter MatterOf(this GroupState group, LoanNumber loan) =>
        group.Matters.Loans.FirstOrDefault(m => m.Loan == loan) ?? new(loan);

    /// <summary>What she still owes on loans that were written off.</summary>
    public static IEnumerable<LoanMatter> WrittenOffOf(this GroupState group, MemberNumber borrower) =>
        group.Matters.Loans.Where(m => m.WrittenOff is { } off && off.Borrower == borrower && off.Total.IsPositive);

    internal static GroupState ChangeMatter(this GroupState group, LoanNumber loan, Func<LoanMatter, LoanMatter> change)
    {
        var after = change(group.MatterOf(loan));
        var others = group.Matters.Loans.Where(m => m.Loan != loan);
        return group with
        {
            Matters = group.Matters with { Loans = after.IsNothing ? [.. others] : [.. others.Append(after).OrderBy(m => m.Loan)] },
        };
    }
}
