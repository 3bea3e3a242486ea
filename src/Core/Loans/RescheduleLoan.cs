using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>
/// An officer gives a borrower another number of months for what is left of her loan, when she can pay, but not so fast. It counts when
/// the borrower has said yes to the new instalments.
/// </summary>
public static class RescheduleLoan
{
    /// <summary>
    /// Asks the borrower (her helper when she has no phone). Refuses a loan that is not running or has no principal out, her own, one
    /// above the treasurer's limit when she is no admin, months out of the rules' bounds, and while it is being asked already.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, LoanNumber number, int months)
    {
        var officer = Permissions.Check(group, actor, Permission.RescheduleLoan);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (Refuse(group, officer.Value, number, months) is { } refusal)
            return refusal;
        var loan = group.FindLoan(number)!;
        var voice = LoanDecisions.VoiceOf(group, loan.Borrower);
        return voice.IsRefused
            ? voice.Refusal!
            : Ballots.AskSecondPerson(group, actor, Asked(group, loan, (months, officer.Value.Number), actor.Today), [voice.Value]);
    }

    /// <summary>What she would be asked, with the figures before and after; the same refusals.</summary>
    public static Result<ChangeInstalments> Preview(GroupState group, Actor actor, LoanNumber number, int months)
    {
        var officer = Permissions.Check(group, actor, Permission.RescheduleLoan);
        if (officer.IsRefused)
            return officer.Refusal!;
        return Refuse(group, officer.Value, number, months) is { } refusal
            ? refusal
            : Asked(group, group.FindLoan(number)!, (months, officer.Value.Number), actor.Today);
    }

    /// <summary>Her yes: drawn on what is left by then. It is regular again when nothing is overdue any more.</summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, ChangeInstalments act)
    {
        if (Running(group, act.Loan) is { } refusal)
            return refusal;
        var loan = group.FindLoan(act.Loan)!;
        var (book, _) = Redrawing.Of(loan.BookIn(group), act.Months, actor.Today);
        var drawn = new LoanRescheduled(
            act.Loan,
            loan.Borrower,
            loan.Terms,
            book.Terms,
            loan.Instalments,
            book.Instalments,
            actor.Today,
            act.By
        );
        var after = GroupFold.Apply(group, drawn);
        return ArrearsChange.Of(after, after.FindLoan(act.Loan)!, book, actor.Today) is { } changed
            ? new GroupEvent[] { drawn, changed }
            : new GroupEvent[] { drawn };
    }

    private static ChangeInstalments Asked(GroupState group, Loan loan, (int Months, MemberNumber By) asked, DateOnly today)
    {
        var (book, kept) = Redrawing.Of(loan.BookIn(group), asked.Months, today);
        var (old, first) = (loan.BookIn(group).Next!, book.Instalments[kept]);
        return new(loan.Number, loan.Borrower, book.Outstanding, asked.Months, old.Principal + old.Interest, first.Left, first.DueOn, asked.By);
    }

    private static Refusal? Refuse(GroupState group, Member officer, LoanNumber number, int months)
    {
        if (Running(group, number) is { } refusal)
            return refusal;
        var loan = group.FindLoan(number)!;
        var others = group.ActiveMembers.Where(m => m.IsOfficer && m.Number != loan.Borrower).ToList();
        if (loan.Borrower == officer.Number)
            return others.Count > 0 ? new OwnLoan(others[0].Name) : new NobodyElseDecides();
        var admin = others.FirstOrDefault(m => m.Role == Role.Admin);
        if (officer.Role == Role.Treasurer && loan.Outstanding > group.Rules.TreasurerLimit && admin is not null)
            return new LoanOverTreasurerLimit(loan.Outstanding, group.Rules.TreasurerLimit, admin.Name);
        return LoanRules.MonthsAllowed(group, months) ?? LoanDecisions.Open<ChangeInstalments>(group, number);
    }

    /// <summary>What every change of a running loan needs.</summary>
    internal static Refusal? Running(GroupState group, LoanNumber number)
    {
        if (group.FindLoan(number) is not { } loan)
            return new NoSuchLoan(number, LoanNumbers.Of(group, null, LoanStatus.Active));
        if (loan.Status != LoanStatus.Active)
            return new LoanNotInStatus(number, loan.Status, LoanStatus.Active);
        return loan.Outstanding.IsZero ? new NothingOutstanding(number) : null;
    }
}
