namespace DiGiBachat.Core.Loans;

/// <summary>requested → approved → active → closed; requested → rejected | withdrawn; approved → cancelled; active → written off.</summary>
public enum LoanStatus
{
    Requested,
    Approved,
    Active,
    Closed,
    Rejected,
    Withdrawn,
    Cancelled,
    WrittenOff,
}

/// <summary>
/// A loan: money of the group in a member's hands, to come back by instalments. It keeps a copy of the terms of the day it was
/// approved. Money moves only at disbursement; until then it has no instalments.
/// </summary>
/// <param name="Guarantors">The members who stand for it, those who have said yes; null or empty for none.</param>
/// <param name="Terms">While requested: the terms quoted; from approval on: the terms agreed.</param>
public sealed record Loan(
    LoanNumber Number,
    MemberNumber Borrower,
    LoanTerms Terms,
    string Purpose,
    LoanStatus Status,
    DateOnly RequestedOn,
    MemberNumber? DecidedBy,
    DateOnly? DisbursedOn,
    IReadOnlyList<Instalment> Instalments,
    IReadOnlyList<MemberNumber>? Guarantors = null
)
{
    /// <summary>Principal not yet repaid; zero before disbursement and after closing.</summary>
    public Money Outstanding => Instalments.Aggregate(Money.Zero, (sum, i) => sum + i.PrincipalLeft);

    /// <summary>Requested, approved or active: it counts against the number of loans a member may have.</summary>
    public bool IsOpen => Status is LoanStatus.Requested or LoanStatus.Approved or LoanStatus.Active;

    /// <summary>Those who stand for it.</summary>
    public IReadOnlyList<MemberNumber> StandingFor => Guarantors ?? [];

    /// <summary>What is overdue today, in the class that it keeps until all arrears are paid.</summary>
    public Arrears ArrearsIn(GroupState group, DateOnly today) => Arrears.Of(BookIn(group), today, group.MatterOf(Number).Class);

    /// <summary>The book of a loan whose money was handed over; throws before that.</summary>
    public LoanBook BookIn(GroupState group) =>
        DisbursedOn is { } on
            ? new(Terms, on, Groups.FormerRules.CalendarOf(group, this), Instalments)
            : throw new InvalidOperationException($"Loan {Number} was not disbursed.");
}
