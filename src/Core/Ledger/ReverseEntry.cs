using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Ledger;

/// <summary>The entry was reversed before, or it is a reversal itself.</summary>
public sealed record CannotReverse(long Entry) : Refusal;

/// <summary>Later repayments of this loan must be reversed first.</summary>
public sealed record NewerRepaymentFirst(LoanNumber Loan) : Refusal;

/// <summary>
/// Undoes a booked payment, or an entry of other money, by a mirrored entry that names it; nothing is changed or deleted. The dues or
/// instalments are as if it had never come.
/// </summary>
public static class ReverseEntry
{
    /// <summary>
    /// Refuses without a reason, what was reversed before, what is no payment, a repayment that has a newer one after it or whose loan was drawn anew or
    /// given up since, and when
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
        Result<IReadOnlyList<GroupEvent>> reversed = booked.Cause switch
        {
            ContributionReceived e => new GroupEvent[] { Contribution(group, booked.Entry, e, reason.Trim()) },
            RepaymentReceived e => Repayment(group, actor, (booked.Entry, reason.Trim()), e),
            LoanRecovered e => new GroupEvent[] { Recovery(booked.Entry, e, reason.Trim()) },
            ExpensePaid or BankInterestReceived or GrantReceived or MoneyMoved or SharePaid => OtherMoney(booked.Entry, reason),
            InvestmentPlaced { Investment: var i } when group.Matters.Investments.Any(o => o.Number == i.Number) => OtherMoney(
                booked.Entry,
                reason,
                gone: i.Number
            ),
            InvestmentMatured e => OtherMoney(booked.Entry, reason, open: e.Investment),
            _ => new CannotReverse(booked.Entry.Number),
        };
        return reversed.IsRefused ? reversed : (GroupEvent[])[.. reversed.Value, .. Resolved(group, booked.Entry.Number)];
    }

    /// <summary>Who said that the entry is wrong was right: what is undone is off the table.</summary>
    private static IEnumerable<GroupEvent> Resolved(GroupState group, long entry) =>
        group.Matters.Objections.Where(o => o.Entry == entry).Select(o => new ObjectionResolved(o, null));

    /// <summary>Money that was lent on cannot leave the cash box or the bank a second time.</summary>
    private static Loans.PurseTooSmall? Missing(GroupState group, LedgerEntry entry) =>
        entry
            .Postings.Where(p => p.Account.Kind is AccountKind.Cash or AccountKind.Bank && group.Balances[p.Account] < p.Amount)
            .Select(p => new Loans.PurseTooSmall(group.Balances[p.Account], p.Amount))
            .FirstOrDefault();

    private static GroupEvent[] OtherMoney(LedgerEntry entry, string reason, int? gone = null, Fund.Investment? open = null) =>
        [new OtherMoneyReversed(entry.Number, reason.Trim(), entry.Narration, gone, open, entry.Postings)];

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

    /// <summary>The advance goes first, then the newest dues are owed again; so are the other fines that it paid.</summary>
    private static ContributionReversed Contribution(
        GroupState group,
        LedgerEntry entry,
        ContributionReceived e,
        string reason
    )
    {
        var left = e.Savings;
        var fineLeft = (e.Fines ?? []).Aggregate(e.Fine, (sum, f) => sum - f.Paid);
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
            ? new(entry.Number, reason, e.Payment, e.Member, advance, unsettled, entry.Postings, e.Fines)
            : throw new InvalidOperationException($"Dues of member {e.Member} do not add up to entry {entry.Number}.");
    }

    private static Result<IReadOnlyList<GroupEvent>> Repayment(
        GroupState group,
        Actor actor,
        (LedgerEntry Entry, string Reason) booked,
        RepaymentReceived e
    )
    {
        var (entry, reason) = booked;
        if (group.FindLoan(e.Loan) is not { } loan || !PaidOf(loan.Instalments).SequenceEqual(PaidOf(e.After)))
            return new NewerRepaymentFirst(e.Loan);
        if (loan.Status == LoanStatus.WrittenOff)
            return new LoanNotInStatus(e.Loan, loan.Status, LoanStatus.Active);
        var matter = group.MatterOf(e.Loan);
        if (matter.RescheduledOn is { } on && entry.Number <= matter.RescheduledAfter)
            return new RescheduledSince(e.Loan, on);
        var reversed = new RepaymentReversed(entry.Number, reason, e.Payment, e.Loan, e.Borrower, e.Before, entry.Postings);
        if (e.Class <= matter.Class)
            return new GroupEvent[] { reversed };
        // It counts as late as before the payment.
        var before = Arrears.Of(loan.BookIn(group) with { Instalments = e.Before }, actor.Today, e.Class);
        return new GroupEvent[]
        {
            reversed,
            new LoanClassChanged(e.Loan, e.Borrower, matter.Class, e.Class, before.DaysOverdue, before.Total),
        };
    }

    private static RecoveryReversed Recovery(LedgerEntry entry, LoanRecovered e, string reason) =>
        new(entry.Number, reason, e.Payment, e.Loan, e.Borrower, e.Principal, e.Interest, e.Charge, entry.Postings);

    private static IEnumerable<(int, Money, Money, Money)> PaidOf(IEnumerable<Instalment> lines) =>
        lines.Where(l => l.Paid.IsPositive).Select(l => (l.Number, l.PrincipalPaid, l.InterestPaid, l.ChargePaid));
}
