namespace DiGiBachat.Core.Loans;

/// <summary>When a loan counts as later than before, or as regular again.</summary>
internal static class ArrearsChange
{
    /// <summary>The change of its class by <paramref name="today"/>, its book being <paramref name="book"/>; null when it counts as before.</summary>
    public static LoanClassChanged? Of(GroupState group, Loan loan, LoanBook book, DateOnly today)
    {
        var before = group.MatterOf(loan.Number).Class;
        var arrears = Arrears.Of(book, today, before);
        return arrears.Class == before
            ? null
            : new(loan.Number, loan.Borrower, before, arrears.Class, arrears.DaysOverdue, arrears.Total);
    }
}
