using DiGiBachat.Core.Decisions;

namespace DiGiBachat.Core.Loans;

/// <summary>An act about one loan, with the figures that those who are asked must see.</summary>
public abstract record LoanAct(LoanNumber Loan, MemberNumber Borrower) : Act;

/// <summary>Somebody stands for the loan of another; hers alone to answer.</summary>
public sealed record GuaranteeLoan(LoanNumber Loan, MemberNumber Borrower, MemberNumber Guarantor, Money Amount, int Months)
    : LoanAct(Loan, Borrower);

/// <summary>All decide on a loan.</summary>
/// <param name="By">The officer who brought it to the vote; null when no officer but the borrower is there.</param>
public sealed record ApproveLoan(LoanNumber Loan, MemberNumber Borrower, Money Amount, int Months, MemberNumber? By)
    : LoanAct(Loan, Borrower);

/// <summary>What is left of a loan in new instalments; the borrower's to answer.</summary>
/// <param name="Outstanding">The principal that is spread anew.</param>
/// <param name="Months">Over so many months.</param>
/// <param name="Old">The instalment as it stands, without charges.</param>
/// <param name="New">The first new instalment, due on <paramref name="FirstOn"/>.</param>
public sealed record ChangeInstalments(
    LoanNumber Loan,
    MemberNumber Borrower,
    Money Outstanding,
    int Months,
    Money Old,
    Money New,
    DateOnly FirstOn,
    MemberNumber By
) : LoanAct(Loan, Borrower);

/// <summary>All decide whether a loan is given up.</summary>
public sealed record WriteOffLoan(LoanNumber Loan, MemberNumber Borrower, Money Outstanding, MemberNumber By) : LoanAct(Loan, Borrower);

/// <summary>Open decisions about loans.</summary>
internal static class LoanDecisions
{
    /// <summary>The open ballot of this kind about a loan.</summary>
    public static DecisionOpen? Open<T>(GroupState group, LoanNumber loan)
        where T : LoanAct => group.Matters.Ballots.FirstOrDefault(b => b.Act is T act && act.Loan == loan) is { } b ? new(loan, b.Number) : null;

    /// <summary>All that is being asked about a loan ends with it.</summary>
    public static IEnumerable<GroupEvent> Dropped(GroupState group, LoanNumber loan) =>
        group.Matters.Ballots.Where(b => b.Act is LoanAct act && act.Loan == loan).Select(b => new BallotClosed(b, BallotOutcome.Withdrawn));

    /// <summary>Who answers for her: she herself, or her helper when she has no phone.</summary>
    public static Result<Groups.Member> VoiceOf(GroupState group, MemberNumber number)
    {
        var member = group.Member(number);
        if (member.Person is not null)
            return member;
        return member.More.Helper is { } helper && group.FindMember(helper) is { IsActive: true, Person: not null } voice
            ? voice
            : new CannotAnswer(member.Name);
    }
}
