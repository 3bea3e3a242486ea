using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Payments;

/// <summary>What every repayment is checked for, whoever books it.</summary>
internal static class RepaymentCheck
{
    /// <summary>
    /// Refuses a loan that is not hers or not active, and more than its pay-off on the actor's day. On a loan that was written off money
    /// is taken up to what was owed.
    /// </summary>
    public static Refusal? Refuse(GroupState group, Actor actor, LoanNumber number, MemberNumber borrower, Money amount) =>
        Refuse(group, number, borrower, (amount, actor.Today));

    /// <summary>The same for money that counts on a day of its own.</summary>
    public static Refusal? Refuse(GroupState group, LoanNumber number, MemberNumber borrower, (Money Amount, DateOnly On) paid)
    {
        if (group.MatterOf(number).WrittenOff is { } off && off.Borrower == borrower)
            return paid.Amount > off.Total ? new MoreThanPayOff(number, off.Total) : null;
        if (group.FindLoan(number) is not { Status: LoanStatus.Active } loan || loan.Borrower != borrower)
            return new NoSuchLoan(number, LoanNumbers.Of(group, borrower, LoanStatus.Active));
        var (book, on) = loan.BookIn(group).OnDay(paid.On);
        var payOff = PayOff.Of(book, on).Total;
        return paid.Amount > payOff ? new MoreThanPayOff(number, payOff) : null;
    }
}
