using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Payments;

/// <summary>A UPI payment counts on the day it was claimed: the officer's time to confirm costs the member nothing.</summary>
public sealed class DayOfPaymentTests
{
    private const string Utr = "601012345678";
    private static readonly GroupRules WithFine = Rules with { LateContributionFine = Rs(20), DaysOfGrace = 0 };
    private static readonly GroupRules WithCharge = Rules with { LateInstalmentCharge = Rs(25) };

    [Fact]
    public void A_claim_of_the_due_day_brings_no_fine_while_it_waits_and_none_when_it_is_confirmed()
    {
        var waiting = Begins(WithFine).On("2026-01-10").After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr)).On("2026-01-20");
        waiting.Register.Events.OfType<FineCharged>().Select(f => f.Member).Should().Equal(Asha, Meera, Radha);
        var posted = waiting.After(Confirms(1));
        posted.Dues(Sunita).Should().BeEmpty();
        posted.Group.SavingsOf(Sunita).Should().Be(Rs(500));
        posted[Account.FineIncome].Should().Be(Money.Zero);
        posted.On("2026-01-27").Register.Events.OfType<FineCharged>().Should().HaveCount(3, "and none comes later");
    }

    [Fact]
    public void A_claim_that_is_rejected_brings_the_fine_that_waited_for_it()
    {
        var rejected = Begins(WithFine).On("2026-01-10").After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr)).On("2026-01-20").After(Rejects(1));
        rejected.On("2026-01-21").Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00");
    }

    [Fact]
    public void A_claim_that_does_not_fill_the_due_or_came_after_it_holds_no_fine_off()
    {
        Begins(WithFine).On("2026-01-10").After(Pays(Sunita, Rs(499)), Claims(Sunita, Utr)).On("2026-01-11").Dues(Sunita)
            .Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00");
        Begins(WithFine).On("2026-01-11").After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr)).Dues(Sunita)
            .Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00");
    }

    [Fact]
    public void A_fine_that_was_charged_before_the_bank_s_day_was_known_is_waived_by_the_posting_and_owed_again_when_it_is_undone()
    {
        var fined = Begins(WithFine).On("2026-01-09").After(Pays(Sunita, Rs(500))).On("2026-01-12");
        fined.Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00");
        var act = ConfirmsAs(1, new(Reference: Utr, On: new(2026, 1, 10)));
        fined.Events(act).OfType<ContributionReceived>().Single().Settled.Should().Equal(new DueSettled(new(2026, 1, 10), Rs(500), Money.Zero, Rs(20)));
        var posted = fined.After(act);
        posted.Dues(Sunita).Should().BeEmpty();
        posted.Group.Member(Sunita).Advance.Should().Be(Money.Zero);
        posted.After(Reverses(1)).Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00");
    }

    [Fact]
    public void The_bank_s_day_after_the_days_of_grace_waives_nothing()
    {
        var posted = Begins(WithFine).On("2026-01-09").After(Pays(Sunita, Rs(500))).On("2026-01-12").After(ConfirmsAs(1, new(Reference: Utr, On: new(2026, 1, 11))));
        posted.Dues(Sunita).Should().Equal("2026-01-10 500.00/500.00 +0.00/20.00");
    }

    [Theory]
    [InlineData("2025-12-01", "2026-01-09")]
    [InlineData("2026-01-10", "2026-01-10")]
    [InlineData("2026-02-01", "2026-01-12")]
    public void The_day_is_never_before_the_request_nor_after_today(string claimed, string counts)
    {
        var at = IndianTime.StartOf(new(2026, 1, 9)).AddHours(1);
        var payment = new Payment(new(1), "", Sunita, Sunita, null, Rs(1), PaymentMethod.Upi, PaymentStatus.Claimed, Utr, at, DateOnly.Parse(claimed, null));
        payment.CountsOn(new(2026, 1, 12)).Should().Be(DateOnly.Parse(counts, null));
    }

    [Fact]
    public void A_claimed_pay_off_closes_the_loan_at_the_figure_of_its_day()
    {
        var lent = Begins().WithSavings(2_000).WithLoan().On("2026-01-25");
        var book = lent.Loan(1).BookIn(lent.Group);
        var (then, later) = (PayOff.Of(book, new(2026, 1, 25)).Total, PayOff.Of(book, new(2026, 2, 3)).Total);
        then.Should().BeLessThan(later);
        var posted = lent.After(Pays(Sunita, then, loan: 1), Claims(Sunita, Utr)).On("2026-02-03").After(Confirms(5));
        posted.Group.Loans.Should().BeEmpty();
        posted.Register.Events.OfType<LoanClosed>().Should().ContainSingle();
        posted[Account.Loan(new(1))].Should().Be(Money.Zero);
        posted[Account.Bank].Should().Be(then);
    }

    [Fact]
    public void An_instalment_claimed_on_its_due_day_has_no_late_charge_and_a_part_of_it_has_one()
    {
        var due = Begins(WithCharge).WithSavings(2_000).WithLoan().On("2026-02-10");
        var instalment = due.Loan(1).Instalments[0];
        instalment.DueOn.Should().Be(new DateOnly(2026, 2, 10));
        var whole = due.After(Pays(Sunita, instalment.Left, loan: 1), Claims(Sunita, Utr)).On("2026-02-20");
        whole.Loan(1).Instalments[0].Charge.Should().Be(Rs(25), "it is not confirmed yet");
        whole.After(Confirms(5)).Loan(1).Instalments[0].Should().Match<Instalment>(i => i.IsPaid && i.Charge.IsZero);
        whole.After(Confirms(5), Reverses(6)).Loan(1).Instalments[0].Charge.Should().Be(Rs(25), "undone, it is as before");
        var part = due.After(Pays(Sunita, Rs(100), loan: 1), Claims(Sunita, Utr)).On("2026-02-20").After(Confirms(5));
        part.Loan(1).Instalments[0].Should().Match<Instalment>(i => i.Charge == Rs(25) && i.Paid == Rs(100));
    }

    [Theory]
    [InlineData(InterestMethod.Emi)]
    [InlineData(InterestMethod.Flat)]
    [InlineData(InterestMethod.Shg)]
    public void Confirmed_late_it_leaves_the_loan_as_if_it_had_been_confirmed_at_once(InterestMethod method)
    {
        var due = Begins(WithCharge with { InterestMethod = method }).WithSavings(2_000).WithLoan().On("2026-02-09");
        foreach (var amount in new[] { Rs(1), Rs(500), due.Loan(1).Instalments[0].Left, Rs(2_500) })
        {
            var claimed = due.After(Pays(Sunita, amount, loan: 1), Claims(Sunita, Utr));
            var atOnce = claimed.After(Confirms(5)).On("2026-03-15");
            var late = claimed.On("2026-03-15").After(Confirms(5));
            late.Loan(1).Instalments.Should().Equal(atOnce.Loan(1).Instalments, because: $"{method} {amount}");
        }
    }
}
