using CsCheck;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;
using static DiGiBachat.Core.Tests.Loans.Example;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class RepaymentScheduleTests
{
    [Fact]
    public void Twelve_thousand_at_two_percent_over_four_months_is_what_Apache_Fineract_publishes()
    {
        // ClientLoanIntegrationTest of apache/fineract: principal and interest due of the four periods.
        Lines(Draw(Terms).Instalments)
            .Should()
            .Equal("2026-01-20 2911.49 240.00", "2026-02-20 2969.72 181.77", "2026-03-20 3029.11 122.38", "2026-04-20 3089.68 61.79");
    }

    [Fact]
    public void Five_thousand_at_two_percent_over_six_months_is_892_63_a_month_and_355_77_interest()
    {
        var schedule = Draw(Terms with { Principal = Money.Rupees(5_000), Months = 6 });
        schedule.Instalment.Should().Be(new Money(892_63));
        schedule.TotalInterest.Should().Be(new Money(355_77));
        schedule.TotalToPay.Should().Be(new Money(5_355_77));
        schedule.Instalments.Take(5).Should().OnlyContain(line => line.Total == new Money(892_63));
        schedule.Instalments[5].Total.Should().Be(new Money(892_62));
    }

    [Fact]
    public void Without_interest_the_principal_is_cut_evenly_and_the_last_takes_what_is_left()
    {
        Lines(Draw(Terms with { Principal = Money.Rupees(1_000), Months = 3, Rate = new(0) }).Instalments)
            .Should()
            .Equal("2026-01-20 333.33 0.00", "2026-02-20 333.33 0.00", "2026-03-20 333.34 0.00");
    }

    [Theory]
    [InlineData(1_00, 3151_00)]
    [InlineData(10_00, 3150_00)]
    public void The_instalment_is_a_multiple_of_the_rounding_unit(long unit, long instalment)
    {
        var schedule = Draw(Terms with { RoundingUnit = new(unit) });
        schedule.Instalments.Take(3).Should().OnlyContain(line => line.Total == new Money(instalment));
        schedule.Instalments.Sum(line => line.Principal).Should().Be(Money.Rupees(12_000));
    }

    [Fact]
    public void A_rounding_unit_too_coarse_for_the_loan_gives_way_to_a_finer_one()
    {
        // 100 rupees over 60 months: 1.67 a month would be 0 in tens and 2 in rupees, which is done after 50 months.
        var schedule = Draw(Terms with { Principal = Money.Rupees(100), Months = 60, Rate = new(0), RoundingUnit = LoanTerms.TenRupees });
        schedule.Instalment.Should().Be(new Money(1_67));
    }

    [Fact]
    public void Flat_interest_is_spread_evenly_with_the_remainders_in_the_last()
    {
        Lines(Draw(Terms with { Principal = Money.Rupees(1_000), Months = 3, Rate = Rate.FromPercent(1.1m), Method = InterestMethod.Flat }).Instalments)
            .Should()
            .Equal("2026-01-20 333.33 11.00", "2026-02-20 333.33 11.00", "2026-03-20 333.34 11.00");
    }

    [Fact]
    public void Flat_interest_in_whole_rupees_leaves_its_remainder_to_the_last_and_the_principal_even()
    {
        // 1,000 × 1.1 % × 4 = 44, but × 1.11 % × 4 = 44.40: 45 in all, 11 a month, 12 in the last.
        var terms = Terms with { Principal = Money.Rupees(1_000), Rate = Rate.FromPercent(1.11m), Method = InterestMethod.Flat };
        Lines(Draw(terms with { InterestInWholeRupees = true }).Instalments)
            .Should()
            .Equal("2026-01-20 250.00 11.00", "2026-02-20 250.00 11.00", "2026-03-20 250.00 11.00", "2026-04-20 250.00 12.00");
    }

    [Fact]
    public void For_all_terms_the_even_methods_cut_principal_evenly_to_the_rounding_unit()
    {
        LoanGen.Book.Where(book => book.Terms.Method != InterestMethod.Emi && book.Terms.Months > 1)
            .Sample(book =>
            {
                var (first, last) = (book.Instalments[0].Principal, book.Instalments[^1].Principal);
                book.Instalments.SkipLast(1).Should().OnlyContain(line => line.Principal == first);
                last.Should().BeGreaterThanOrEqualTo(first);
                (last - first).Should().BeLessThan(LoanTerms.TenRupees * book.Terms.Months);
            });
    }

    [Fact]
    public void A_register_loan_bears_interest_on_the_balance_before_each_suggested_repayment()
    {
        // 920 at 2 % is 18.40: the register writes 19.
        Lines(Draw(Register with { Principal = Money.Rupees(920), Months = 3 }).Instalments)
            .Should()
            .Equal("2026-01-20 306.00 19.00", "2026-02-20 306.00 13.00", "2026-03-20 308.00 7.00");
    }

    [Theory]
    [InlineData(100, 36, 21.2)]
    [InlineData(100, 12, 21.5)]
    [InlineData(200, 12, 41.7)]
    [InlineData(200, 1, 24.0)]
    [InlineData(0, 12, 0.0)]
    public void A_flat_rate_is_shown_with_the_reducing_balance_rate_that_it_equals(int rate, int months, double percentAYear)
    {
        RepaymentSchedule.ReducingBalanceEquivalent(InterestMethod.Flat, new(rate), months).Should().Be((decimal)percentAYear);
    }

    [Fact]
    public void A_reducing_balance_rate_equals_itself()
    {
        RepaymentSchedule.ReducingBalanceEquivalent(InterestMethod.Emi, new(200), 12).Should().Be(24.0m);
        RepaymentSchedule.ReducingBalanceEquivalent(InterestMethod.Shg, new(150), 12).Should().Be(18.0m);
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-20")]
    [InlineData("2026-01-06", "2026-02-20")]
    [InlineData("2026-01-20", "2026-02-20")]
    public void The_first_instalment_falls_due_at_least_fifteen_days_after_the_disbursement(string disbursedOn, string firstDueOn)
    {
        var schedule = RepaymentSchedule.Draw(Terms, DateOnly.Parse(disbursedOn, null), OnThe20th);
        schedule.Instalments[0].DueOn.Should().Be(DateOnly.Parse(firstDueOn, null));
    }

    [Fact]
    public void Due_on_the_31st_falls_on_the_last_day_of_shorter_months_and_returns()
    {
        RepaymentSchedule
            .Draw(Terms, new(2027, 12, 20), DueCalendar.Monthly(31, Disbursed))
            .Instalments.Select(line => line.DueOn)
            .Should()
            .Equal(new DateOnly(2028, 1, 31), new(2028, 2, 29), new(2028, 3, 31), new(2028, 4, 30));
    }

    [Fact]
    public void A_weekly_group_repays_on_the_first_due_weekday_of_each_month()
    {
        RepaymentSchedule
            .Draw(Terms, Disbursed, DueCalendar.Weekly(DayOfWeek.Tuesday, Disbursed))
            .Instalments.Select(line => line.DueOn)
            .Should()
            .Equal(new DateOnly(2026, 2, 3), new(2026, 3, 3), new(2026, 4, 7), new(2026, 5, 5));
    }

    [Theory]
    [InlineData(99, 12, 200)]
    [InlineData(1_00_00_000_01, 12, 200)]
    [InlineData(500_00, 0, 200)]
    [InlineData(500_00, 61, 200)]
    [InlineData(500_00, 12, -1)]
    [InlineData(500_00, 12, 501)]
    public void Terms_out_of_bounds_are_not_drawn(long paise, int months, int rate)
    {
        var drawing = () => Draw(Terms with { Principal = new(paise), Months = months, Rate = new(rate) });
        drawing.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(1_00, 1, 0)]
    [InlineData(1_00_00_000_00, 60, 500)]
    public void Terms_at_their_bounds_are_drawn(long paise, int months, int rate)
    {
        var schedule = Draw(Terms with { Principal = new(paise), Months = months, Rate = new(rate) });
        schedule.Instalments.Sum(line => line.Principal).Should().Be(new Money(paise));
    }

    [Fact]
    public void A_rounding_unit_of_five_rupees_is_not_known()
    {
        var drawing = () => Draw(Terms with { RoundingUnit = Money.Rupees(5) });
        drawing.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void For_all_terms_the_parts_sum_to_the_principal_and_each_pays_some_of_it()
    {
        LoanGen.Book.Sample(book =>
        {
            book.Instalments.Should().HaveCount(book.Terms.Months);
            book.Instalments.Sum(line => line.Principal).Should().Be(book.Terms.Principal);
            book.Instalments.Should().OnlyContain(line => line.Principal >= Money.Zero && line.Interest >= Money.Zero);
            book.Outstanding.Should().Be(book.Terms.Principal);
        });
    }

    [Fact]
    public void For_all_terms_due_days_increase_by_one_month_each()
    {
        LoanGen.Book.Sample(book =>
        {
            var days = book.Instalments.Select(line => line.DueOn).ToArray();
            (days[0].DayNumber - book.DisbursedOn.DayNumber).Should().BeInRange(15, 15 + 45);
            for (var index = 1; index < days.Length; index++)
            {
                (((days[index].Year * 12) + days[index].Month) - ((days[index - 1].Year * 12) + days[index - 1].Month)).Should().Be(1);
                days[index].Should().BeAfter(days[index - 1]);
            }
        });
    }

    [Fact]
    public void For_all_flat_loans_the_interest_is_the_rate_times_the_months()
    {
        LoanGen.Terms.Sample(terms =>
        {
            var flat = Draw(terms with { Method = InterestMethod.Flat, InterestInWholeRupees = false });
            var exact = terms.Principal.Paise * terms.Rate.PerMonth * terms.Months;
            Math.Abs(flat.TotalInterest.Paise - exact).Should().BeLessThanOrEqualTo(0.5m);
        });
    }

    private static RepaymentSchedule Draw(LoanTerms terms) => RepaymentSchedule.Draw(terms, Disbursed, OnThe20th);
}
