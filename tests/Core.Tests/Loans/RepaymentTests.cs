using CsCheck;
using DiGiBachat.Core.Loans;
using static DiGiBachat.Core.Tests.Loans.Example;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class RepaymentTests
{
    [Fact]
    public void An_instalment_pays_its_interest_and_its_principal()
    {
        var allocation = Repayment.Allocate(Open(Terms), new(3151_49), new(2026, 1, 20));
        allocation.Interest.Should().Be(new Money(240_00));
        allocation.Principal.Should().Be(new Money(2911_49));
        allocation.Changed.Should().ContainSingle().Which.IsPaid.Should().BeTrue();
        allocation.Closes.Should().BeFalse();
        allocation.InterestSaved.Should().Be(Money.Zero);
    }

    [Fact]
    public void An_instalment_paid_some_days_early_is_that_instalment_and_no_prepayment()
    {
        var after = Repaid(Open(Terms), new(3151_49), "2026-01-17");
        after.Next!.Number.Should().Be(2);
        Lines(after.Instalments).Should().Equal(Lines(Open(Terms).Instalments));
    }

    [Fact]
    public void Charges_come_before_interest_and_interest_before_principal_each_oldest_first()
    {
        var book = Open(Terms with { LateCharge = Money.Rupees(50) });
        // Two due days missed: charges 100, interest 240 + 181.77, then principal.
        var allocation = Repayment.Allocate(book, new(600_00), new(2026, 3, 1));
        allocation.Charge.Should().Be(new Money(100_00));
        allocation.Interest.Should().Be(new Money(421_77));
        allocation.Principal.Should().Be(new Money(78_23));
        allocation.Book.Instalments[0].PrincipalPaid.Should().Be(new Money(78_23));
        allocation.Book.Instalments[1].PrincipalPaid.Should().Be(Money.Zero);
        allocation.Book.Instalments[2].Paid.Should().Be(Money.Zero);
    }

    [Fact]
    public void The_interest_due_today_waits_for_the_principal_overdue()
    {
        var allocation = Repayment.Allocate(Open(Terms), new(240_00 + 2911_49 + 1), new(2026, 2, 20));
        allocation.Book.Instalments[0].IsPaid.Should().BeTrue();
        allocation.Book.Instalments[1].InterestPaid.Should().Be(new Money(1));
    }

    [Fact]
    public void A_prepayment_shortens_the_loan_at_the_same_instalment()
    {
        var allocation = Repayment.Allocate(Open(Terms), new(3151_49 + 4000_00), new(2026, 1, 20));
        Lines(allocation.Book.Instalments)
            .Should()
            .Equal("2026-01-20 6911.49 240.00", "2026-02-20 3049.72 101.77", "2026-03-20 2038.79 40.78");
        allocation.Book.Instalments[3].IsNeedless.Should().BeTrue();
        allocation.InterestSaved.Should().Be(new Money(365_94 - 142_55));
    }

    [Fact]
    public void A_prepayment_lowers_the_instalment_over_the_same_months()
    {
        var book = Open(Terms with { Prepayment = PrepaymentRule.LowerInstalment });
        Lines(Repaid(book, new(3151_49 + 4000_00), "2026-01-20").Instalments)
            .Should()
            .Equal("2026-01-20 6911.49 240.00", "2026-02-20 1662.69 101.77", "2026-03-20 1695.94 68.52", "2026-04-20 1729.88 34.60");
    }

    [Fact]
    public void A_prepayment_pays_the_next_instalments_as_they_stand()
    {
        var book = Open(Terms with { Prepayment = PrepaymentRule.NextInstalments });
        var after = Repaid(book, new(3151_49 + 4000_00), "2026-01-20");
        Lines(after.Instalments).Should().Equal(Lines(book.Instalments));
        after.Instalments[1].IsPaid.Should().BeTrue();
        after.Instalments[2].InterestPaid.Should().Be(new Money(122_38));
        after.Instalments[2].PrincipalPaid.Should().Be(new Money(726_13));
    }

    [Fact]
    public void A_flat_prepayment_drops_the_last_months_with_their_interest()
    {
        var book = Open(Terms with { Method = InterestMethod.Flat });
        Lines(Repaid(book, new(3240_00 + 4000_00), "2026-01-20").Instalments)
            .Should()
            .Equal("2026-01-20 7000.00 240.00", "2026-02-20 3000.00 240.00", "2026-03-20 2000.00 240.00");
    }

    [Fact]
    public void A_flat_prepayment_lowers_interest_in_the_proportion_of_the_principal()
    {
        var book = Open(Terms with { Method = InterestMethod.Flat, Prepayment = PrepaymentRule.LowerInstalment });
        // 4,500 of 9,000 is left: 360 of 720 interest.
        Lines(Repaid(book, new(3240_00 + 4500_00), "2026-01-20").Instalments)
            .Should()
            .Equal("2026-01-20 7500.00 240.00", "2026-02-20 1500.00 120.00", "2026-03-20 1500.00 120.00", "2026-04-20 1500.00 120.00");
    }

    [Fact]
    public void More_than_the_pay_off_comes_back_as_excess()
    {
        var allocation = Repayment.Allocate(Open(Terms), Money.Rupees(13_000), new(2026, 1, 20));
        allocation.Closes.Should().BeTrue();
        allocation.Principal.Should().Be(Money.Rupees(12_000));
        allocation.Interest.Should().Be(Money.Rupees(240));
        allocation.Excess.Should().Be(Money.Rupees(760));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_or_less_is_no_repayment(long paise)
    {
        var repaying = () => Repayment.Allocate(Open(Terms), new(paise), new(2026, 1, 20));
        repaying.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Money_before_the_disbursement_is_no_repayment()
    {
        var repaying = () => Repayment.Allocate(Open(Terms), new(1), Disbursed.AddDays(-1));
        repaying.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Money_of_an_earlier_day_booked_after_a_later_payment_overwrites_nothing()
    {
        var paid = Repaid(Open(Terms), new(3151_49), "2026-01-20");
        var second = Repaid(paid, new(3151_49), "2026-02-10");
        // Received on 18 January, entered in February: both instalments are paid, so it shortens what is left.
        var late = Repaid(second, Money.Rupees(1_000), "2026-01-18");
        Lines(late.Instalments).Take(3).Should().Equal("2026-01-20 2911.49 240.00", "2026-02-20 3969.72 181.77", "2026-03-20 3049.11 102.38");
        late.Outstanding.Should().Be(new Money(12_000_00 - 2911_49 - 2969_72 - 1_000_00));
    }

    [Fact]
    public void A_charge_already_booked_is_paid_by_money_of_an_earlier_day_too()
    {
        var charged = Open(Terms with { LateCharge = Money.Rupees(50) }).Accrue(new(2026, 1, 25));
        var allocation = Repayment.Allocate(charged, new(12_289_99), new(2026, 1, 20));
        allocation.Charge.Should().Be(Money.Rupees(50));
        allocation.Interest.Should().Be(Money.Rupees(240));
        allocation.Principal.Should().Be(new Money(11_999_99));
        allocation.Book.Outstanding.Should().Be(new Money(1));
    }

    [Fact]
    public void For_all_loans_an_allocation_loses_nothing_and_nothing_is_negative()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 400], Gen.Long[1, 60_000_00])
            .Sample(
                (book, repayments, days, paise) =>
                {
                    var (before, on) = LoanGen.Run(book, repayments);
                    var allocation = Repayment.Allocate(before, new(paise), on.AddDays(days));
                    (allocation.Charge + allocation.Interest + allocation.Principal + allocation.Excess).Should().Be(new Money(paise));
                    new[] { allocation.Charge, allocation.Interest, allocation.Principal, allocation.Excess }
                        .Should()
                        .OnlyContain(part => part >= Money.Zero);
                    if (book.Terms.Prepayment != PrepaymentRule.LowerInstalment)
                    {
                        allocation.InterestSaved.Should().BeGreaterThanOrEqualTo(Money.Zero);
                    }
                    if (!allocation.Closes)
                    {
                        allocation.Excess.Should().Be(Money.Zero);
                    }
                    Sound(allocation.Book);
                    before.With(allocation.Changed).Instalments.Should().Equal(allocation.Book.Instalments);
                },
                iter: 3_000
            );
    }

    [Fact]
    public void For_all_loans_money_booked_late_with_its_true_day_loses_nothing_either()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 400], Gen.Long[1, 60_000_00])
            .Sample(
                (book, repayments, back, paise) =>
                {
                    var (before, on) = LoanGen.Run(book, repayments);
                    var day = new[] { on.AddDays(-back), book.DisbursedOn }.Max();
                    var allocation = Repayment.Allocate(before.Accrue(on), new(paise), day);
                    (allocation.Charge + allocation.Interest + allocation.Principal + allocation.Excess).Should().Be(new Money(paise));
                    (allocation.Closes || allocation.Excess.IsZero).Should().BeTrue();
                    Sound(allocation.Book);
                    Sound(allocation.Book.Accrue(on.AddDays(100)));
                },
                iter: 3_000
            );
    }

    [Fact]
    public void For_all_loans_what_is_overdue_takes_the_same_parts_in_one_payment_or_two()
    {
        Gen.Select(LoanGen.Book, Gen.Int[0, 800], Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (book, days, share, split) =>
                {
                    var on = book.DisbursedOn.AddDays(days);
                    var due = book.Accrue(on).Instalments.Where(line => line.DueOn < on).Sum(line => line.Left);
                    var amount = (long)(due.Paise * share);
                    var first = (long)(amount * split);
                    if (first < 1 || amount - first < 1)
                    {
                        return;
                    }
                    var once = Repayment.Allocate(book, new(amount), on);
                    var half = Repayment.Allocate(book, new(first), on);
                    var twice = Repayment.Allocate(half.Book, new(amount - first), on);
                    twice.Book.Instalments.Should().Equal(once.Book.Instalments);
                    (half.Interest + twice.Interest).Should().Be(once.Interest);
                }
            );
    }

    private static void Sound(LoanBook book)
    {
        book.Instalments.Sum(line => line.Principal).Should().Be(book.Terms.Principal);
        book.Instalments.Should()
            .OnlyContain(line =>
                line.PrincipalLeft >= Money.Zero
                && line.InterestLeft >= Money.Zero
                && line.ChargeLeft >= Money.Zero
                && line.PrincipalPaid >= Money.Zero
                && line.Interest >= Money.Zero
            );
        book.IsClosed.Should().Be(book.Instalments.Sum(line => line.Left).IsZero);
        book.Instalments.Select(line => line.DueOn).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }
}
