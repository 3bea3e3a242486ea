using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Loans;

/// <summary>An officer hands over the money of an approved loan: only now it moves, and the instalments get their days.</summary>
public static class DisburseLoan
{
    /// <summary>
    /// Refuses what is not approved, her own loan, what the rules forbid today, and more than the cash box or the bank holds.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        LoanNumber number,
        PaymentMethod method,
        string? reference
    )
    {
        var officer = Permissions.Check(group, actor, Permission.DisburseLoan);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindLoan(number) is not { } loan)
            return new NoSuchLoan(number, LoanNumbers.Of(group, null, LoanStatus.Approved));
        if (loan.Status != LoanStatus.Approved)
            return new LoanNotInStatus(number, loan.Status, LoanStatus.Approved);
        if (OwnMoney.Refuse(group, officer.Value, loan.Borrower) is { } own)
            return own;
        if (LoanRules.Check(group, group.Member(loan.Borrower), loan.Terms, actor.Today, number) is { } refusal)
            return refusal;
        if (group.ReferenceUsed)
            return new ReferenceAlreadyUsed(reference!);
        var holds = group.Balances[Postings.Purse(method, loan.Borrower)];
        if (holds < loan.Terms.Principal)
            return new PurseTooSmall(holds, loan.Terms.Principal);
        var instalments = RepaymentSchedule.Draw(loan.Terms, actor.Today, group.Rules.Calendar).Instalments;
        return new GroupEvent[]
        {
            new LoanDisbursed(
                number,
                loan.Borrower,
                loan.Terms.Principal,
                actor.Today,
                instalments,
                method,
                reference
            ),
        };
    }
}
