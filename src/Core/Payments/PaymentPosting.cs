using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Payments;

/// <summary>What a posted payment does: it settles dues, oldest first, or it repays its loan.</summary>
internal static class PaymentPosting
{
    public static GroupEvent[] Events(GroupState group, Payment payment, DateOnly today)
    {
        var posted = new PaymentPosted(payment with { Status = PaymentStatus.Posted });
        return payment.Loan is { } number
            ?
            [
                posted,
                .. group.MatterOf(number).WrittenOff is { } off
                    ? [Recover(off, payment)]
                    : Repay(group, group.FindLoan(number)!, (payment, today)),
            ]
            : [posted, Contribute(group, payment, today)];
    }

    /// <summary>
    /// The oldest due and its fine first, then the next; then the other fines, oldest first; what is over is an advance. Nothing is
    /// rounded, nothing is lost. A due that it fills has no fine when the money counts on a day within the days of grace: the officer's
    /// time to confirm costs the member nothing.
    /// </summary>
    private static ContributionReceived Contribute(GroupState group, Payment payment, DateOnly today)
    {
        var counts = payment.CountsOn(today);
        var left = payment.Amount;
        var fines = Money.Zero;
        var settled = new List<DueSettled>();
        foreach (var due in group.DuesOf(payment.Member))
        {
            var paid = Money.Min(left, due.Amount - due.Paid);
            left -= paid;
            var inTime = due.Paid + paid == due.Amount && due.FinePaid.IsZero && counts <= due.PeriodOn.AddDays(FormerRules.FineOf(group, due).Grace);
            var waived = inTime && paid.IsPositive ? due.Fine : Money.Zero;
            var fine = Money.Min(left, due.Fine - waived - due.FinePaid);
            left -= fine;
            fines += fine;
            if ((paid + fine).IsPositive)
                settled.Add(new(due.PeriodOn, paid, fine, waived.IsPositive ? waived : null));
        }
        var others = new List<FineSettled>();
        foreach (var fine in group.FinesOf(payment.Member))
        {
            var paid = Money.Min(left, fine.Left);
            left -= paid;
            fines += paid;
            if (paid.IsPositive)
                others.Add(new(fine.Number, fine.Amount, fine.On, paid));
        }
        return new(
            payment.Number,
            payment.Member,
            payment.Amount - fines,
            fines,
            left,
            settled,
            payment.Method,
            others.Count == 0 ? null : others
        );
    }

    /// <summary>Money that was brought for fines and nothing else: oldest first. They come to it at least.</summary>
    public static IEnumerable<GroupEvent> Fines(GroupState group, Payment payment, Money left)
    {
        var settled = new List<FineSettled>();
        foreach (var fine in group.FinesOf(payment.Member))
        {
            var paid = Money.Min(left, fine.Left);
            left -= paid;
            if (paid.IsPositive)
                settled.Add(new(fine.Number, fine.Amount, fine.On, paid));
        }
        return
        [
            new PaymentPosted(payment with { Status = PaymentStatus.Posted }),
            new ContributionReceived(payment.Number, payment.Member, Money.Zero, payment.Amount, Money.Zero, [], payment.Method, settled),
        ];
    }

    /// <summary>Allocated on the day it counts; then the book goes on to today, so that what is still missed is charged again.</summary>
    private static IEnumerable<GroupEvent> Repay(GroupState group, Loan loan, (Payment Payment, DateOnly Today) paid)
    {
        var (book, on) = loan.BookIn(group).OnDay(paid.Payment.CountsOn(paid.Today));
        var allocation = Repayment.Allocate(book, paid.Payment.Amount, on);
        var later = allocation.Book.Accrue(paid.Today);
        yield return new RepaymentReceived(
            paid.Payment.Number,
            loan.Number,
            loan.Borrower,
            allocation.Charge,
            allocation.Interest,
            allocation.Principal,
            loan.Instalments,
            later.Instalments,
            paid.Payment.Method,
            group.MatterOf(loan.Number).Class
        );
        if (allocation.Closes)
            yield return new LoanClosed(loan.Number, loan.Borrower, loan.Guarantors);
        else if (ArrearsChange.Of(group, loan, later, paid.Today) is { To: ArrearsClass.Regular } regular)
            yield return regular;
    }

    /// <summary>The principal that was written off comes back first, then the interest and the charges that were owed then.</summary>
    private static LoanRecovered Recover(WrittenOff off, Payment payment)
    {
        var principal = Money.Min(payment.Amount, off.Principal);
        var interest = Money.Min(payment.Amount - principal, off.Interest);
        return new(payment.Number, payment.Loan!.Value, off.Borrower, principal, interest, payment.Amount - principal - interest, payment.Method);
    }
}
