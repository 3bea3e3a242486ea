using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core;

/// <summary>
/// What the calendar alone makes happen: periods open, fines and late charges fall due, interest of <c>shg</c> loans accrues,
/// requests expire, ballots close. It runs before every decision and every day by itself; running it twice changes nothing.
/// </summary>
public static class RollForward
{
    /// <summary>The events due by the actor's day, for the members that were read, in order; empty when all is up to date.</summary>
    public static IReadOnlyList<GroupEvent> To(GroupState group, Actor actor)
    {
        if (group.Status != Groups.GroupStatus.Active)
            return [];
        var today = actor.Today;
        List<GroupEvent>? events = null;
        CatchUp();
        while (group.Status == Groups.GroupStatus.Active && Decisions.Ballots.CloseDue(group, actor).ToList() is { Count: > 0 } closed)
        {
            foreach (var happened in closed)
                group = Add(group, happened);
            // What was decided may give the calendar work: other saving days, other fines.
            CatchUp();
        }
        return events ?? [];

        void CatchUp()
        {
            if (group.Status != Groups.GroupStatus.Active)
                return;
            while (group.Rules.Calendar.DuesOpenOn(group.NextPeriodOn) <= today)
                group = Add(group, new PeriodOpened(group.NextPeriodOn, group.Rules.Contribution));
            foreach (var due in group.Dues.Where(d => Fined(d)))
                group = Add(group, new FineCharged(due.Member, due.PeriodOn, Groups.FormerRules.FineOf(group, due).Fine));
            foreach (var loan in group.Loans.Where(l => l.Status == LoanStatus.Active))
            {
                var book = loan.BookIn(group);
                var accrued = book.Accrue(today);
                if (accrued.ChangesSince(book).Count > 0)
                    group = Add(group, new LoanAccrued(loan.Number, accrued.Instalments));
                if (ArrearsChange.Of(group, loan, accrued, today) is { } changed)
                    group = Add(group, changed);
            }
            foreach (var payment in group.Payments.Where(p => Expired(p)))
                group = Add(group, new PaymentExpired(payment.Number, payment.Member));
            foreach (var held in Groups.ChangeUpiAddress.Due(group, actor))
                group = Add(group, held);
        }

        bool Fined(Due due)
        {
            var (fine, grace) = Groups.FormerRules.FineOf(group, due);
            var ends = due.PeriodOn.AddDays(grace);
            return fine.IsPositive && due.Fine.IsZero && due.Paid < due.Amount && ends < today && !ClaimedBy(due, ends);
        }

        // What she said in time is paid waits for an officer: until it is decided there is no fine. A rejected claim brings it.
        bool ClaimedBy(Due due, DateOnly ends)
        {
            var claimed = group
                .Payments.Where(p => p is { Status: Payments.PaymentStatus.Claimed, Loan: null } && p.Member == due.Member)
                .Where(p => p.CountsOn(today) <= ends)
                .Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
            var owed = group.DuesOf(due.Member).Where(d => d.PeriodOn <= due.PeriodOn).Aggregate(Money.Zero, (sum, d) => sum + d.Amount - d.Paid);
            return claimed.IsPositive && claimed >= owed;
        }

        bool Expired(Payments.Payment payment) =>
            payment.Status == Payments.PaymentStatus.Requested && payment.RequestedAt.AddDays(Payments.Payment.ExpiresAfterDays) < actor.At;

        GroupState Add(GroupState before, GroupEvent happened)
        {
            (events ??= []).Add(happened);
            return GroupFold.Apply(before, happened);
        }
    }
}
