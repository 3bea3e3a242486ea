using CsCheck;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;
using static DiGiBachat.Core.Tests.Loans.Example;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class ArrearsTests
{
    [Theory]
    [InlineData("2026-03-31", 0, ArrearsClass.Regular)]
    [InlineData("2026-04-01", 1, ArrearsClass.Late)]
    [InlineData("2026-04-29", 29, ArrearsClass.Late)]
    [InlineData("2026-04-30", 30, ArrearsClass.VeryLate)]
    [InlineData("2026-05-29", 59, ArrearsClass.VeryLate)]
    [InlineData("2026-05-30", 60, ArrearsClass.InDanger)]
    [InlineData("2026-06-28", 89, ArrearsClass.InDanger)]
    [InlineData("2026-06-29", 90, ArrearsClass.Default)]
    [InlineData("2027-06-29", 455, ArrearsClass.Default)]
    public void Due_on_31_March_the_clock_of_the_Reserve_Bank_runs(string today, int days, ArrearsClass expected)
    {
        var book = LoanBook.Open(Terms with { Months = 1 }, new(2026, 3, 1), DueCalendar.Monthly(31, Disbursed));
        var arrears = Arrears.Of(book, DateOnly.Parse(today, null));
        arrears.DaysOverdue.Should().Be(days);
        arrears.Class.Should().Be(expected);
        arrears.Since.Should().Be(days == 0 ? null : new DateOnly(2026, 3, 31));
    }

    [Fact]
    public void It_counts_from_the_oldest_missed_due_day_and_shows_all_that_is_overdue()
    {
        var arrears = Arrears.Of(Open(Terms with { LateCharge = Money.Rupees(50) }), new(2026, 3, 1));
        arrears.Should()
            .Be(new Arrears(40, ArrearsClass.VeryLate, new(2026, 1, 20), new(2911_49 + 2969_72), new(421_77), Money.Rupees(100)));
        arrears.Total.Should().Be(new Money(6402_98));
    }

    [Fact]
    public void Only_paying_all_arrears_makes_the_loan_regular_again()
    {
        // All overdue interest comes first, then the principal of 20 January.
        var part = Repaid(Open(Terms), new(421_77 + 2911_49), "2026-03-01");
        Arrears.Of(part, new(2026, 3, 1)).DaysOverdue.Should().Be(9);
        Arrears.Of(part, new(2026, 3, 1), before: ArrearsClass.VeryLate).Class.Should().Be(ArrearsClass.VeryLate);
        var all = Repaid(part, new(2969_72), "2026-03-01");
        Arrears.Of(all, new(2026, 3, 1), before: ArrearsClass.VeryLate).Class.Should().Be(ArrearsClass.Regular);
    }

    [Fact]
    public void A_register_loan_is_overdue_with_its_interest_and_with_principal_after_the_term()
    {
        var interestOnly = Repaid(Open(Register), Money.Rupees(240), "2026-01-20");
        Arrears.Of(interestOnly, new(2026, 2, 1)).Class.Should().Be(ArrearsClass.Regular);
        Arrears.Of(interestOnly, new(2026, 2, 21)).Interest.Should().Be(Money.Rupees(240));
        Arrears.Of(interestOnly, new(2026, 2, 21)).Principal.Should().Be(Money.Zero);
        Arrears.Of(interestOnly, new(2026, 4, 20)).Principal.Should().Be(Money.Zero);
        Arrears.Of(interestOnly, new(2026, 4, 21)).Principal.Should().Be(Money.Rupees(12_000));
    }

    [Fact]
    public void Charges_fall_due_once_for_each_missed_due_day()
    {
        var book = Open(Terms with { LateCharge = Money.Rupees(50) });
        Arrears.ChargesDue(book, new(2026, 1, 20)).Should().BeEmpty();
        Arrears.ChargesDue(book, new(2026, 2, 21))
            .Should()
            .Equal(new LateCharge(1, new(2026, 1, 20), Money.Rupees(50)), new LateCharge(2, new(2026, 2, 20), Money.Rupees(50)));
        Arrears.ChargesDue(book.Accrue(new(2026, 2, 21)), new(2026, 2, 21)).Should().BeEmpty();
        Arrears.ChargesDue(book.Accrue(new(2026, 1, 21)), new(2026, 2, 21)).Should().ContainSingle().Which.Number.Should().Be(2);
    }

    [Fact]
    public void Without_a_late_charge_none_falls_due()
    {
        Arrears.ChargesDue(Open(Terms), new(2026, 3, 1)).Should().BeEmpty();
        Arrears.ChargesDue(Open(Register), new(2026, 3, 1)).Should().BeEmpty();
    }

    [Fact]
    public void For_all_loans_paying_the_arrears_makes_them_regular()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 800])
            .Sample(
                (book, repayments, days) =>
                {
                    var (before, last) = LoanGen.Run(book, repayments);
                    var on = last.AddDays(days);
                    var arrears = Arrears.Of(before, on);
                    if (!arrears.Total.IsPositive)
                    {
                        return;
                    }
                    arrears.Class.Should().NotBe(ArrearsClass.Regular);
                    Arrears.Of(Repaid(before, arrears.Total, $"{on:yyyy-MM-dd}"), on).Class.Should().Be(ArrearsClass.Regular);
                },
                iter: 3_000
            );
    }
}
