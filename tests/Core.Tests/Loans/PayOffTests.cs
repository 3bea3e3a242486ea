using CsCheck;
using DiGiBachat.Core.Loans;
using static DiGiBachat.Core.Tests.Loans.Example;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class PayOffTests
{
    [Fact]
    public void Interest_of_the_running_month_counts_by_its_days()
    {
        // After the first instalment 9,088.51 is out; 181.77 × 8 / 31 by 28 January.
        var payOff = PayOff.Of(Repaid(Open(Terms), new(3151_49), "2026-01-20"), new(2026, 1, 28));
        payOff.Principal.Should().Be(new Money(9088_51));
        payOff.Running.Should().Be(new RunningInterest(2, new(2026, 1, 20), 8, 31, new(181_77), new(46_91), new(46_91)));
        payOff.Total.Should().Be(new Money(9135_42));
        payOff.WaivedInterest.Should().Be(new Money(181_77 + 122_38 + 61_79 - 46_91));
    }

    [Fact]
    public void The_days_of_february_are_counted_as_they_are()
    {
        var book = Repaid(Repaid(Open(Terms), new(3151_49), "2026-01-20"), new(3151_49), "2026-02-20");
        PayOff.Of(book, new(2026, 3, 6)).Running!.DaysInMonth.Should().Be(28);
        PayOff.Of(book, new(2026, 3, 6)).Running!.Earned.Should().Be(new Money(61_19));
    }

    [Fact]
    public void On_a_due_day_the_whole_month_is_due_and_the_next_has_not_begun()
    {
        var payOff = PayOff.Of(Open(Terms), new(2026, 1, 20));
        payOff.DueInterest.Should().Be(Money.Rupees(240));
        payOff.Running!.Due.Should().Be(Money.Zero);
        payOff.Total.Should().Be(Money.Rupees(12_240));
    }

    [Fact]
    public void On_the_day_of_the_disbursement_it_costs_the_principal()
    {
        PayOff.Of(Open(Terms), Disbursed).Total.Should().Be(Money.Rupees(12_000));
        PayOff.Of(Open(Register), Disbursed).Total.Should().Be(Money.Rupees(12_000));
    }

    [Fact]
    public void Everything_overdue_and_every_charge_is_in_it()
    {
        var payOff = PayOff.Of(Open(Terms with { LateCharge = Money.Rupees(50) }), new(2026, 3, 1));
        payOff.Charges.Should().Be(Money.Rupees(100));
        payOff.DueInterest.Should().Be(new Money(240_00 + 181_77));
        // 20 February to 1 March: 9 of 28 days of 122.38.
        payOff.Running!.Due.Should().Be(new Money(39_34));
        payOff.Total.Should().Be(new Money(12_000_00 + 421_77 + 39_34 + 100_00));
    }

    [Fact]
    public void With_flat_interest_the_unearned_interest_is_waived()
    {
        var payOff = PayOff.Of(Open(Terms with { Method = InterestMethod.Flat }), new(2026, 1, 20));
        payOff.Interest.Should().Be(Money.Rupees(240));
        payOff.WaivedInterest.Should().Be(Money.Rupees(720));
    }

    [Fact]
    public void The_register_charges_the_month_that_has_begun_in_full()
    {
        var book = Repaid(Open(Register), Money.Rupees(3_240), "2026-01-20");
        PayOff.Of(book, new(2026, 1, 20)).Interest.Should().Be(Money.Zero);
        PayOff.Of(book, new(2026, 1, 21)).Interest.Should().Be(Money.Rupees(180));
        PayOff.Of(book, new(2026, 2, 20)).Interest.Should().Be(Money.Rupees(180));
    }

    [Fact]
    public void Interest_of_the_month_that_was_paid_ahead_is_not_asked_again_nor_given_back()
    {
        var book = Repaid(Open(Terms), Money.Rupees(300), "2026-01-10");
        // The whole month's 240 is paid, 60 went to principal.
        PayOff.Of(book, new(2026, 1, 11)).Total.Should().Be(Money.Rupees(11_940));
    }

    [Fact]
    public void A_paisa_less_does_not_close_the_loan()
    {
        var payOff = PayOff.Of(Open(Terms), new(2026, 2, 3));
        Repayment.Allocate(Open(Terms), payOff.Total, payOff.On).Closes.Should().BeTrue();
        Repayment.Allocate(Open(Terms), payOff.Total - new Money(1), payOff.On).Closes.Should().BeFalse();
    }

    [Fact]
    public void For_all_loans_paying_exactly_the_pay_off_closes_and_stays_closed()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 1200])
            .Sample(
                (book, repayments, days) =>
                {
                    var (before, last) = LoanGen.Run(book, repayments);
                    if (before.IsClosed)
                    {
                        return;
                    }
                    var on = last.AddDays(days);
                    var payOff = PayOff.Of(before, on);
                    var allocation = Repayment.Allocate(before, payOff.Total, on);
                    allocation.Closes.Should().BeTrue();
                    allocation.Excess.Should().Be(Money.Zero);
                    allocation.Principal.Should().Be(payOff.Principal);
                    allocation.Interest.Should().Be(payOff.Interest);
                    allocation.Charge.Should().Be(payOff.Charges);
                    allocation.InterestSaved.Should().Be(payOff.WaivedInterest);
                    allocation.Book.Accrue(on.AddDays(500)).IsClosed.Should().BeTrue();
                    PayOff.Of(allocation.Book, on).Total.Should().Be(Money.Zero);
                },
                iter: 3_000
            );
    }

    [Fact]
    public void For_all_loans_less_than_the_pay_off_never_closes()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 1200], Gen.Double[0, 1])
            .Sample(
                (book, repayments, days, share) =>
                {
                    var (before, last) = LoanGen.Run(book, repayments);
                    if (before.IsClosed)
                    {
                        return;
                    }
                    var on = last.AddDays(days);
                    var payOff = PayOff.Of(before, on).Total;
                    var less = Money.Max(new(1), Money.Min(payOff - new Money(1), new((long)(payOff.Paise * share))));
                    if (less < payOff)
                    {
                        Repayment.Allocate(before, less, on).Closes.Should().BeFalse();
                    }
                },
                iter: 3_000
            );
    }
}
