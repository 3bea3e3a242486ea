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

/// <summary>An instalment is overdue for more than 30 days; <paramref name="Overdue"/> has to be paid for the loan to be regular.</summary>
public sealed record InArrears(int Days, Money Overdue) : Refusal;

/// <summary>Nobody decides on her own loan; <paramref name="Decider"/> does.</summary>
public sealed record OwnLoan(string Decider) : Refusal;

/// <summary>The borrower is the group's only officer: the group needs one more before it can lend to her.</summary>
public sealed record NobodyElseDecides : Refusal;

/// <summary>Neither approved nor rejected by a treasurer; <paramref name="Admin"/> decides.</summary>
public sealed record LoanOverTreasurerLimit(Money Asked, Money Limit, string Admin) : Refusal;

/// <summary>The loan is at another stage than the act needs.</summary>
public sealed record LoanNotInStatus(LoanNumber Loan, LoanStatus Status, LoanStatus Needed) : Refusal;

/// <summary>Cash or bank does not hold what is to be paid out.</summary>
public sealed record PurseTooSmall(Money Holds, Money Needed) : Refusal;

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
