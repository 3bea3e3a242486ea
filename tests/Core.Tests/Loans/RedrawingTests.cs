using CsCheck;
using DiGiBachat.Core.Loans;
using static DiGiBachat.Core.Tests.Loans.Example;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class RedrawingTests
{
    [Fact]
    public void For_all_loans_new_instalments_keep_the_principal_and_what_is_owed_besides()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[1, 60], Gen.Int[0, 400])
            .Where(t => t.Item1.Terms.Method != InterestMethod.Shg)
            .Sample(
                (book, repayments, months, days) =>
                {
                    var (paid, on) = LoanGen.Run(book, repayments);
                    var today = on.AddDays(days);
                    if (paid.Outstanding.IsZero)
                        return;
                    var before = paid.Accrue(today);
                    var (after, kept) = Redrawing.Of(paid, months, today);
                    after.Outstanding.Should().Be(before.Outstanding);
                    after.Instalments.Sum(l => l.Principal).Should().Be(book.Terms.Principal);
                    after.Instalments.Sum(l => l.ChargeLeft).Should().Be(before.Instalments.Sum(l => l.ChargeLeft));
                    Overdue(after, today).Should().Be(Overdue(before, today));
                    after.Instalments.Skip(kept).Should().HaveCount(months);
                }
            );
    }

    [Fact]
    public void For_all_loans_whose_instalments_are_new_days_rise_and_the_pay_off_closes()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[1, 60], Gen.Int[0, 400])
            .Sample(
                (book, repayments, months, days) =>
                {
                    var (paid, on) = LoanGen.Run(book, repayments);
                    var today = on.AddDays(days);
                    if (paid.Outstanding.IsZero)
                        return;
                    var (after, _) = Redrawing.Of(paid, months, today);
                    after.Outstanding.Should().Be(paid.Outstanding);
                    after.Instalments.Zip(after.Instalments.Skip(1)).Should().OnlyContain(pair => pair.First.DueOn < pair.Second.DueOn);
                    after.Accrue(today).Instalments.Should().Equal(after.Instalments, "nothing is left to accrue");
                    var payOff = PayOff.Of(after, today);
                    Repayment.Allocate(after, payOff.Total, today).Closes.Should().BeTrue();
                    Repayment.Allocate(after, payOff.Total, today).Principal.Should().Be(after.Outstanding);
                }
            );
    }

    [Fact]
    public void A_month_in_which_something_was_paid_keeps_its_line_and_the_next_one_is_new()
    {
        // 12,000 over 4 months due on the 20th; 1,000 paid in the first month, then spread over 6 months on 15 January.
        var (book, kept) = Redrawing.Of(Repaid(Open(Terms), Money.Rupees(1_000), "2026-01-10"), 6, new(2026, 1, 15));
        kept.Should().Be(1);
        book.Instalments[0].PrincipalLeft.Should().Be(Money.Zero);
        book.Instalments[1].DueOn.Should().Be(new DateOnly(2026, 2, 20));
        book.Outstanding.Should().Be(Money.Rupees(12_000) - book.Instalments[0].PrincipalPaid);
    }

    private static Money Overdue(LoanBook book, DateOnly today) =>
        book.Instalments.Where(l => l.DueOn < today).Sum(l => l.InterestLeft);
}
