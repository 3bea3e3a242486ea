using CsCheck;
using DiGiBachat.Core.Loans;
using static DiGiBachat.Core.Tests.Loans.Example;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class LoanBookTests
{
    [Fact]
    public void Register_interest_is_fixed_when_the_month_opens_on_the_balance_before_its_repayment()
    {
        var book = Repaid(Open(Register with { Principal = Money.Rupees(920), Months = 3 }), Money.Rupees(19 + 20), "2026-01-20");
        // 900 is out when the second month opens: 18, whatever she pays within the month.
        book.Accrue(new(2026, 1, 21)).Instalments[1].Interest.Should().Be(Money.Rupees(18));
        var repaid = Repaid(book, Money.Rupees(518), "2026-02-10");
        repaid.Accrue(new(2026, 2, 20)).Instalments[1].Interest.Should().Be(Money.Rupees(18));
        repaid.Accrue(new(2026, 2, 21)).Instalments[2].Interest.Should().Be(Money.Rupees(8));
    }

    [Fact]
    public void On_the_due_day_itself_the_next_month_has_not_opened_and_shows_the_plan()
    {
        Open(Register).Accrue(new(2026, 1, 20)).Instalments[1].Interest.Should().Be(Money.Rupees(180));
        Open(Register).Accrue(new(2026, 1, 21)).Instalments[1].Interest.Should().Be(Money.Rupees(240));
    }

    [Fact]
    public void A_loan_paid_off_with_an_earlier_day_stays_closed()
    {
        // Part of February's interest is paid; then a pay-off of 18 January is entered, which waives the rest of it.
        var begun = Repaid(Repaid(Open(Register), Money.Rupees(3_240), "2026-01-20"), Money.Rupees(100), "2026-02-10");
        var closed = Repaid(begun, PayOff.Of(begun, new(2026, 1, 18)).Total, "2026-01-18");
        closed.IsClosed.Should().BeTrue();
        closed.Accrue(new(2026, 9, 1)).IsClosed.Should().BeTrue();
    }

    [Fact]
    public void A_skipped_month_of_the_register_adds_its_interest_simply()
    {
        var book = Open(Register with { Principal = Money.Rupees(920), Months = 4 }).Accrue(new(2026, 3, 25));
        book.Instalments.Select(line => line.Interest).Should().Equal(Enumerable.Repeat(Money.Rupees(19), 4));
        book.Instalments.Where(line => line.DueOn < new DateOnly(2026, 3, 25)).Sum(line => line.Left).Should().Be(Money.Rupees(57));
        book.Outstanding.Should().Be(Money.Rupees(920));
    }

    [Fact]
    public void Suggested_principal_not_paid_moves_to_the_end_of_the_term()
    {
        var book = Repaid(Open(Register), Money.Rupees(240), "2026-01-20").Accrue(new(2026, 1, 21));
        book.Instalments.Select(line => line.Principal)
            .Should()
            .Equal(Money.Zero, Money.Rupees(3_000), Money.Rupees(3_000), Money.Rupees(6_000));
    }

    [Fact]
    public void Suggested_principal_moves_first_to_months_that_a_prepayment_had_emptied()
    {
        var ahead = Repaid(Open(Register), Money.Rupees(240 + 3_000 + 4_000), "2026-01-20");
        Lines(ahead.Instalments).Should().Equal("2026-01-20 7000.00 240.00", "2026-02-20 3000.00 100.00", "2026-03-20 2000.00 40.00");
        var behind = Repaid(ahead, Money.Rupees(100 + 1_000), "2026-02-20").Accrue(new(2026, 2, 21));
        Lines(behind.Instalments)
            .Should()
            .Equal("2026-01-20 7000.00 240.00", "2026-02-20 1000.00 100.00", "2026-03-20 3000.00 80.00", "2026-04-20 1000.00 20.00");
    }

    [Fact]
    public void Each_month_after_the_term_adds_a_line_of_interest_while_principal_is_out()
    {
        var book = Open(Register with { Months = 1 }).Accrue(new(2026, 3, 1));
        Lines(book.Instalments).Should().Equal("2026-01-20 12000.00 240.00", "2026-02-20 0.00 240.00", "2026-03-20 0.00 240.00");
        var paid = Repaid(book, Money.Rupees(480 + 11_000), "2026-03-01");
        // The running month's 240 stays as it was fixed; the next month's is on the 1,000 left.
        Lines(paid.Accrue(new(2026, 3, 21)).Instalments).Skip(2).Should().Equal("2026-03-20 0.00 240.00", "2026-04-20 0.00 20.00");
    }

    [Fact]
    public void Register_prepayments_follow_the_rule_in_what_is_suggested_next()
    {
        Suggested(PrepaymentRule.ShortenLoan).Should().Equal(6_000, 3_000, 3_000, 0);
        Suggested(PrepaymentRule.LowerInstalment).Should().Equal(6_000, 2_000, 2_000, 2_000);
        Suggested(PrepaymentRule.NextInstalments).Should().Equal(6_000, 0, 3_000, 3_000);
    }

    [Fact]
    public void A_missed_due_day_is_charged_once_and_the_charge_bears_no_interest()
    {
        var terms = Register with { LateCharge = Money.Rupees(50) };
        var book = Open(terms).Accrue(new(2026, 1, 21)).Accrue(new(2026, 1, 22)).Accrue(new(2026, 2, 21));
        book.Instalments.Select(line => line.Charge.Paise / 100).Should().Equal(50, 50, 0, 0);
        book.Instalments.Take(3).Should().OnlyContain(line => line.Interest == Money.Rupees(240));
    }

    [Fact]
    public void A_charge_once_paid_does_not_come_again()
    {
        var book = Repaid(Open(Terms with { LateCharge = Money.Rupees(50) }), Money.Rupees(50), "2026-01-25");
        book.Accrue(new(2026, 2, 20)).Instalments.Sum(line => line.Charge).Should().Be(Money.Rupees(50));
    }

    [Fact]
    public void For_all_loans_accruing_twice_changes_nothing()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 1500])
            .Sample(
                (book, repayments, days) =>
                {
                    var (after, on) = LoanGen.Run(book, repayments);
                    var once = after.Accrue(on.AddDays(days));
                    once.Accrue(on.AddDays(days)).ChangesSince(once).Should().BeEmpty();
                },
                iter: 3_000
            );
    }

    [Fact]
    public void For_all_loans_accruing_every_day_is_accruing_once_at_the_end()
    {
        Gen.Select(LoanGen.Book, LoanGen.Repayments, Gen.Int[0, 200])
            .Sample(
                (book, repayments, days) =>
                {
                    var (after, on) = LoanGen.Run(book, repayments);
                    var daily = after;
                    for (var day = 0; day <= days; day++)
                    {
                        daily = daily.Accrue(on.AddDays(day));
                    }
                    daily.Instalments.Should().Equal(after.Accrue(on.AddDays(days)).Instalments);
                },
                iter: 500
            );
    }

    [Fact]
    public void For_all_loans_paid_as_scheduled_the_interest_is_what_was_offered()
    {
        LoanGen.Book.Sample(book =>
        {
            var paid = Money.Zero;
            var kept = book;
            foreach (var line in book.Instalments)
            {
                var due = kept.Accrue(line.DueOn).Instalments[line.Number - 1].Left;
                var allocation = Repayment.Allocate(kept, due, line.DueOn);
                kept = allocation.Book;
                paid += allocation.Interest;
            }
            kept.IsClosed.Should().BeTrue();
            paid.Should().Be(book.Instalments.Sum(line => line.Interest));
        });
    }

    [Fact]
    public void Stored_lines_put_over_the_book_give_the_book()
    {
        var before = Open(Register);
        var after = before.Accrue(new(2026, 9, 1));
        before.With(after.ChangesSince(before)).Instalments.Should().Equal(after.Instalments);
        after.Instalments.Count.Should().Be(9);
    }

    private static IEnumerable<long> Suggested(PrepaymentRule rule) =>
        Repaid(Open(Register with { Prepayment = rule }), Money.Rupees(240 + 6_000), "2026-01-20")
            .Instalments.Select(line => line.Principal.Paise / 100);
}
