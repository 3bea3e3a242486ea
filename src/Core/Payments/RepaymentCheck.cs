using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Payments;

/// <summary>What every repayment is checked for, whoever books it.</summary>
internal static class RepaymentCheck
{
    /// <summary>Refuses a loan that is not hers or not active, and more than its pay-off on the actor's day.</summary>
    public static Refusal? Refuse(GroupState group, Actor actor, LoanNumber number, MemberNumber borrower, Money amount)
    {
        if (group.FindLoan(number) is not { Status: LoanStatus.Active } loan || loan.Borrower != borrower)
            return new NoSuchLoan(number, LoanNumbers.Of(group, borrower, LoanStatus.Active));
        var payOff = PayOff.Of(loan.BookIn(group), actor.Today).Total;
        return amount > payOff ? new MoreThanPayOff(number, payOff) : null;
    }
}
