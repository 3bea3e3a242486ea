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
        if (Settled(group, booked) is { } settled)
            return settled;
        return booked.Cause switch
        {
            ContributionReceived e => new GroupEvent[] { Contribution(group, booked.Entry, e, reason.Trim()) },
            RepaymentReceived e => Repayment(group, booked.Entry, e, reason.Trim()),
            _ => new CannotReverse(booked.Entry.Number),
        };
    }

    /// <summary>Money that was lent on cannot leave the cash box or the bank a second time.</summary>
    private static Loans.PurseTooSmall? Missing(GroupState group, LedgerEntry entry)
    {
        var (purse, came) = entry.Postings.FirstOrDefault(p => p.Account.Kind is AccountKind.Cash or AccountKind.Bank);
        return group.Balances[purse] < came ? new(group.Balances[purse], came) : null;
    }

    /// <summary>Who left is settled for good; and what was taken out again cannot be undone a second time.</summary>
    private static Refusal? Settled(GroupState group, (LedgerEntry Entry, GroupEvent? Cause) booked)
    {
        var (whose, brought) = booked.Cause switch
        {
            ContributionReceived e => (group.Member(e.Member), e.Savings),
            RepaymentReceived e => (group.Member(e.Borrower), Money.Zero),
            _ => (null, Money.Zero),
        };
        if (whose is null)
            return null;
        if (!whose.IsActive || booked.Entry.Number <= whose.More.SettledUpTo)
            return new AlreadySettled(whose.Name);
        return group.SavingsOf(whose.Number) < brought ? new SavingsTakenOut(whose.Name, group.SavingsOf(whose.Number)) : null;
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
        var unsettled = new List<DueSettled>();
        foreach (var due in group.Dues.Where(d => d.Member == e.Member).OrderByDescending(d => d.PeriodOn))
        {
            var paid = Money.Min(left, due.Paid);
            var fine = Money.Min(fineLeft, due.FinePaid);
            left -= paid;
            fineLeft -= fine;
            if ((paid + fine).IsPositive)
                unsettled.Add(new(due.PeriodOn, paid, fine));
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
