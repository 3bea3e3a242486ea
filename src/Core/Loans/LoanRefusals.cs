using System.Globalization;

namespace DiGiBachat.Core.Loans;

/// <summary>No such loan for her; <paramref name="Those"/> are the numbers of those that are ("3, 12"), empty when none is.</summary>
public sealed record NoSuchLoan(LoanNumber Loan, string Those) : Refusal;

/// <summary>Less than the rules lend at all.</summary>
public sealed record LoanBelowMinimum(Money Minimum) : Refusal;

/// <summary>Above the group's own cap for one loan.</summary>
public sealed record LoanAboveMaximum(Money Maximum) : Refusal;

/// <summary>Above the multiple of her savings that the rules allow.</summary>
public sealed record LoanAboveSavingsMultiple(int Times, Money Savings, Money Maximum) : Refusal;

/// <summary>The group has not that much in cash and bank.</summary>
public sealed record GroupCannotLend(Money Lendable) : Refusal;

/// <summary>1 to <paramref name="Longest"/> months.</summary>
public sealed record MonthsOutOfBounds(int Longest) : Refusal;

/// <summary><paramref name="Open"/> counts: asked for, approved or active.</summary>
public sealed record TooManyLoans(int Allowed, LoanNumber Open) : Refusal;

/// <summary>A saving or an instalment is overdue for more than 30 days; <paramref name="Overdue"/> is all that is overdue.</summary>
public sealed record InArrears(int Days, Money Overdue) : Refusal;

/// <summary>Nobody decides on her own loan; <paramref name="Decider"/> does.</summary>
public sealed record OwnLoan(string Decider) : Refusal;

/// <summary>The borrower is the group's only officer: all vote on her loan, and she takes it back when she does not want it.</summary>
public sealed record NobodyElseDecides : Refusal;

/// <summary>Neither approved nor rejected by a treasurer; <paramref name="Admin"/> decides.</summary>
public sealed record LoanOverTreasurerLimit(Money Asked, Money Limit, string Admin) : Refusal;

/// <summary>The loan is at another stage than the act needs.</summary>
public sealed record LoanNotInStatus(LoanNumber Loan, LoanStatus Status, LoanStatus Needed) : Refusal;

/// <summary>Cash or bank does not hold what is to be paid out.</summary>
public sealed record PurseTooSmall(Money Holds, Money Needed) : Refusal;

/// <summary>The rules ask for so many different guarantors, and not so many were named.</summary>
public sealed record GuarantorsToName(int Needed) : Refusal;

/// <summary>Nobody stands for her own loan.</summary>
public sealed record OwnGuarantor : Refusal;

/// <summary>She stands for this loan already, or was asked and has not answered.</summary>
public sealed record AlreadyGuarantor(string Name, LoanNumber Loan) : Refusal;

/// <summary>Nobody stands for more than <paramref name="Most"/> running loans.</summary>
public sealed record StandsForTooMany(string Name, int Most) : Refusal;

/// <summary>No decision before as many guarantors as the rules ask for have said yes; <paramref name="Names"/> have not answered yet.</summary>
public sealed record GuarantorsMissing(LoanNumber Loan, int Missing, string Names) : Refusal;

/// <summary>Enough guarantors have said yes, or been asked.</summary>
public sealed record GuarantorsEnough(LoanNumber Loan, int Needed) : Refusal;

/// <summary>Neither she nor a helper of hers has a phone to answer with.</summary>
public sealed record CannotAnswer(string Name) : Refusal;

/// <summary>The same is being decided already.</summary>
public sealed record DecisionOpen(LoanNumber Loan, Decisions.BallotNumber Ballot) : Refusal;

/// <summary>No principal is out on it: there is nothing to spread anew or to give up.</summary>
public sealed record NothingOutstanding(LoanNumber Loan) : Refusal;

/// <summary>Repayments before the loan was drawn anew stay as they are.</summary>
public sealed record RescheduledSince(LoanNumber Loan, DateOnly On) : Refusal;

/// <summary>Loan numbers as they are named in a refusal.</summary>
internal static class LoanNumbers
{
    public static string Of(GroupState group, MemberNumber? borrower, params LoanStatus[] statuses) =>
        string.Join(
            ", ",
            group
                .Loans.Where(l => (borrower is null || l.Borrower == borrower) && statuses.Contains(l.Status))
                .Select(l => l.Number.Value.ToString(CultureInfo.InvariantCulture))
        );
}
