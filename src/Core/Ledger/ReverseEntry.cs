using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Ledger;

/// <summary>The entry was reversed before, or it is a reversal itself.</summary>
public sealed record CannotReverse(long Entry) : Refusal;

/// <summary>Later repayments of this loan must be reversed first.</summary>
public sealed record NewerRepaymentFirst(LoanNumber Loan) : Refusal;

/// <summary>
/// Undoes a booked payment by a mirrored entry that names it; nothing is changed or deleted. The dues or instalments are as if it
/// had never come.
/// </summary>
public static class ReverseEntry
{
    /// <summary>
    /// Refuses without a reason, what was reversed before, what is no payment, a repayment that has a newer one after it, and when
    /// the money is no longer in the cash box or the bank.
    /// </summary>
    /// <param name="group">Read with the member's settled dues, and with the loan whatever its status.</param>
    /// <param name="booked">The entry, and the event that made it from the audit log; null when its kind is not reversed.</param>
    /// <param name="reason">Said to the member.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        (LedgerEntry Entry, GroupEvent? Cause) booked,
        string reason
    )
    {
        var officer = Permissions.Check(group, actor, Permission.ReverseEntry);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (string.IsNullOrWhiteSpace(reason))
            return new Payments.ReasonMissing();
        if (booked.Cause is not null && Missing(group, booked.Entry) is { } missing)
            return missing;
        Result<IReadOnlyList<GroupEvent>> reversed = booked.Cause switch
        {
            ContributionReceived e => new GroupEvent[] { Contribution(group, booked.Entry, e, reason.Trim()) },
            RepaymentReceived e => Repayment(group, booked.Entry, e, reason.Trim()),
            _ => new CannotReverse(booked.Entry.Number),
        };
        return reversed.IsRefused ? reversed : (GroupEvent[])[.. reversed.Value, .. Resolved(group, booked.Entry.Number)];
    }

    /// <summary>Who said that the entry is wrong was right: what is undone is off the table.</summary>
    private static IEnumerable<GroupEvent> Resolved(GroupState group, long entry) =>
        group.Matters.Objections.Where(o => o.Entry == entry).Select(o => new ObjectionResolved(o, null));

    /// <summary>Money that was lent on cannot leave the cash box or the bank a second time.</summary>
    private static Loans.PurseTooSmall? Missing(GroupState group, LedgerEntry entry)
    {
        var (purse, came) = entry.Postings.FirstOrDefault(p => p.Account.Kind is AccountKind.Cash or AccountKind.Bank);
        return group.Balances[purse] < came ? new(group.Balances[purse], came) : null;
    }

    /// <summary>The advance goes first, then the newest dues are owed again.</summary>
    private static ContributionReversed Contribution(
        GroupState group,
        LedgerEntry entry,
        ContributionReceived e,
        string reason
    )
    {
        var left = e.Savings;
        var fineLeft = e.Fine;
        var advance = Money.Min(left, group.Member(e.Member).Advance);
        left -= advance;
        // A fine that was waived for this money is owed again, unless the calendar has charged another by now.
        var waived = e.Settled.Where(s => s.Waived is not null).ToDictionary(s => s.PeriodOn, s => s.Waived!.Value);
        var unsettled = new List<DueSettled>();
        foreach (var due in group.Dues.Where(d => d.Member == e.Member).OrderByDescending(d => d.PeriodOn))
        {
            var paid = Money.Min(left, due.Paid);
            var fine = Money.Min(fineLeft, due.FinePaid);
            left -= paid;
            fineLeft -= fine;
            var again = due.Fine.IsZero ? waived.GetValueOrDefault(due.PeriodOn) : Money.Zero;
            if ((paid + fine + again).IsPositive)
                unsettled.Add(new(due.PeriodOn, paid, fine, again.IsPositive ? again : null));
        }
        return left.IsZero && fineLeft.IsZero
            ? new(entry.Number, reason, e.Payment, e.Member, advance, unsettled, entry.Postings)
            : throw new InvalidOperationException($"Dues of member {e.Member} do not add up to entry {entry.Number}.");
    }

    private static Result<IReadOnlyList<GroupEvent>> Repayment(
        GroupState group,
        LedgerEntry entry,
        RepaymentReceived e,
        string reason
    )
    {
        var loan = group.FindLoan(e.Loan);
        return loan is not null && PaidOf(loan.Instalments).SequenceEqual(PaidOf(e.After))
            ? new GroupEvent[]
            {
                new RepaymentReversed(entry.Number, reason, e.Payment, e.Loan, e.Borrower, e.Before, entry.Postings),
            }
            : new NewerRepaymentFirst(e.Loan);
    }

    private static IEnumerable<(int, Money, Money, Money)> PaidOf(IEnumerable<Loans.Instalment> lines) =>
        lines.Where(l => l.Paid.IsPositive).Select(l => (l.Number, l.PrincipalPaid, l.InterestPaid, l.ChargePaid));
}
