using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Loans;

public sealed class LoanLifeTests
{
    private const string Utr = "600112345678";

    [Fact]
    public void A_loan_asked_for_has_the_next_number_and_the_terms_of_the_day_and_moves_nothing()
    {
        var saheli = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(4_000), 4, "seeds"));
        var terms = new LoanTerms(Rs(4_000), 4, new(200), InterestMethod.Emi, LoanTerms.Paisa, false, PrepaymentRule.ShortenLoan, Money.Zero);
        saheli.Loan(1).Should().BeEquivalentTo(new Loan(new(1), Sunita, terms, "seeds", LoanStatus.Requested, Founded, null, null, []));
        saheli.Register.Book.Should().HaveCount(4);
        saheli.Group.Lendable.Should().Be(Rs(8_000));
    }

    [Fact]
    public void An_approval_keeps_the_terms_of_its_day_and_promises_the_money()
    {
        var asked = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(4_000)));
        var dearer = asked with { Register = asked.Register with { Group = asked.Group with { Rules = Rules with { LoanRate = new(300) } } } };
        var approved = dearer.After(Approves(1));
        approved.Loan(1).Terms.Rate.Should().Be(new Rate(300));
        approved.Loan(1).DecidedBy.Should().Be(Meera);
        approved.Group.Lendable.Should().Be(Rs(4_000));
        approved.Register.Book.Should().HaveCount(4);
        var cheaper = approved with { Register = approved.Register with { Group = approved.Group with { Rules = Rules } } };
        cheaper.After(Disburses(1)).Loan(1).Instalments[0].Interest.Should().Be(Rs(120));
    }

    [Fact]
    public void Money_moves_at_disbursement_and_the_instalments_get_their_days()
    {
        var lent = Begins().WithSavings(2_000).WithLoan();
        lent[Account.Cash].Should().Be(Rs(4_000));
        lent[Account.Loan(new(1))].Should().Be(Rs(4_000));
        lent.Loan(1).Outstanding.Should().Be(Rs(4_000));
        // 4,000 at 2 % a month over 4 months: 4,000 × 0.02 × 1.02⁴ ÷ (1.02⁴ − 1) = 1,050.4950…
        lent.Loan(1).Instalments.Select(i => $"{i.DueOn:yyyy-MM-dd} {i.Principal} + {i.Interest}").Should()
            .Equal("2026-02-10 970.50 + 80.00", "2026-03-10 989.91 + 60.59", "2026-04-10 1009.71 + 40.79", "2026-05-10 1029.88 + 20.60");
        lent.Register.Book[^1].Entry.Postings.Should().Equal(new Posting(Account.Loan(new(1)), Rs(4_000)), new(Account.Cash, -Rs(4_000)));
    }

    [Fact]
    public void A_repayment_goes_to_charges_then_interest_then_principal()
    {
        var late = Begins(Rules with { LateInstalmentCharge = Rs(25) }).WithSavings(2_000).WithLoan().On("2026-02-11");
        var received = late.Events(Cash(Sunita, Rs(200), loan: 1)).OfType<RepaymentReceived>().Single();
        (received.Charge, received.Interest, received.Principal).Should().Be((Rs(25), Rs(80), Rs(95)));
        var paid = late.After(Cash(Sunita, Rs(200), loan: 1));
        paid.Loan(1).Outstanding.Should().Be(Rs(3_905));
        paid.Register.Book[^1].Entry.Postings.Should().Equal(
            new Posting(Account.Cash, Rs(200)), new(Account.ChargeIncome, -Rs(25)), new(Account.InterestIncome, -Rs(80)), new(Account.Loan(new(1)), -Rs(95))
        );
        paid.Group.SavingsOf(Sunita).Should().Be(Rs(2_000));
    }

    [Fact]
    public void Paying_the_pay_off_closes_the_loan_and_not_a_paisa_more_is_taken()
    {
        var lent = Begins().WithSavings(2_000).WithLoan().On("2026-01-21");
        // 20 of the 40 days to 10 February: half of the month's 80.
        var payOff = Rs(4_040);
        lent.Refusal(Cash(Sunita, payOff + new Money(1), loan: 1)).Should().Be(new MoreThanPayOff(new(1), payOff));
        lent.Refusal(Pays(Sunita, payOff + new Money(1), loan: 1)).Should().Be(new MoreThanPayOff(new(1), payOff));
        lent.After(Cash(Sunita, payOff - new Money(1), loan: 1)).Loan(1).Status.Should().Be(LoanStatus.Active);
        var closed = lent.After(Cash(Sunita, payOff, loan: 1));
        closed.Loan(1).Status.Should().Be(LoanStatus.Closed);
        closed.Loan(1).Outstanding.Should().Be(Money.Zero);
        closed[Account.Loan(new(1))].Should().Be(Money.Zero);
        closed[Account.InterestIncome].Should().Be(-Rs(40));
        closed.Try(Applies(Sunita, Rs(500))).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void A_claim_above_what_the_loan_costs_when_it_is_confirmed_is_refused()
    {
        var saheli = Begins().WithSavings(2_000).WithLoan(1_000).After(Pays(Sunita, Rs(1_000), loan: 1), Claims(Sunita, Utr));
        var number = saheli.Group.Counters.Payments;
        // 20 of the 400 are the first month's interest, which is not given back.
        var less = saheli.After(Cash(Sunita, Rs(400), loan: 1));
        less.Refusal(Confirms(number)).Should().Be(new MoreThanPayOff(new(1), Rs(620)));
        less.After(Cash(Sunita, Rs(620), loan: 1)).Refusal(Confirms(number)).Should().Be(new NoSuchLoan(new(1), ""));
    }

    [Fact]
    public void Nobody_decides_on_her_own_loan()
    {
        var saheli = Begins().WithSavings(5_000).After(Applies(Meera, Rs(1_000)), Applies(Asha, Rs(9_000)));
        saheli.Refusal(Approves(1)).Should().Be(new OwnLoan("Asha"));
        saheli.Refusal(RejectsLoan(1)).Should().Be(new OwnLoan("Asha"));
        saheli.Refusal(Approves(2).As(Asha)).Should().Be(new OwnLoan("Meera"));
        // Above the treasurer's limit, but the only admin borrows: then the treasurer decides.
        saheli.After(Approves(2)).Loan(2).DecidedBy.Should().Be(Meera);
        saheli.After(Approves(2), Approves(1).As(Asha)).Refusal(Disburses(1)).Should().Be(new OwnPayment("Asha"));
    }

    [Theory]
    [InlineData(5_000_00, true)]
    [InlineData(5_000_01, false)]
    public void A_treasurer_decides_up_to_her_limit_and_an_admin_above_it(long paise, bool allowed)
    {
        var asked = Begins().WithSavings(5_000).After(Applies(Sunita, new(paise)));
        Refusal? over = allowed ? null : new LoanOverTreasurerLimit(new(paise), Rs(5_000), "Asha");
        asked.Try(Approves(1)).Refusal.Should().Be(over);
        asked.Try(RejectsLoan(1)).Refusal.Should().Be(over);
        asked.Try(Approves(1).As(Asha)).IsRefused.Should().BeFalse();
        asked.Try(RejectsLoan(1).As(Asha)).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void A_loan_ends_before_money_moves_by_rejection_withdrawal_or_cancelling()
    {
        var asked = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(1_000)));
        asked.Events(RejectsLoan(1, " too much ")).Should().Equal(new LoanRejected(new(1), Sunita, Meera, "too much"));
        asked.Refusal(RejectsLoan(1, "")).Should().Be(new ReasonMissing());
        asked.After(RejectsLoan(1)).Loan(1).Status.Should().Be(LoanStatus.Rejected);
        asked.Refusal(Withdraws(Radha, 1)).Should().Be(new NoSuchLoan(new(1), ""));
        asked.Events(Withdraws(Sunita, 1)).Should().Equal(new LoanWithdrawn(new(1), Sunita));
        var approved = asked.After(Approves(1));
        approved.Events(Cancels(1)).Should().Equal(new LoanCancelled(new(1), Sunita, Meera, "not needed"));
        approved.After(Cancels(1)).Group.Lendable.Should().Be(Rs(8_000));
        approved.After(Cancels(1)).Refusal(Disburses(1)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.Cancelled, LoanStatus.Approved));
    }

    [Fact]
    public void Each_act_needs_its_own_stage_of_the_loan()
    {
        var asked = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(1_000)));
        asked.Refusal(Disburses(1)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.Requested, LoanStatus.Approved));
        asked.Refusal(Cancels(1)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.Requested, LoanStatus.Approved));
        asked.Refusal(Cash(Sunita, Rs(1), loan: 1)).Should().Be(new NoSuchLoan(new(1), ""));
        var lent = asked.After(Approves(1), Disburses(1));
        lent.Refusal(Approves(1)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.Active, LoanStatus.Requested));
        lent.Refusal(Disburses(1)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.Active, LoanStatus.Approved));
        lent.Refusal(Withdraws(Sunita, 1)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.Active, LoanStatus.Requested));
        lent.Refusal(Cash(Radha, Rs(1), loan: 1)).Should().Be(new NoSuchLoan(new(1), ""));
        lent.Refusal(Cash(Sunita, Rs(1), loan: 7)).Should().Be(new NoSuchLoan(new(7), "1"));
    }

    [Fact]
    public void A_long_purpose_is_cut_between_letters()
    {
        var saheli = Begins().WithSavings(2_000);
        saheli.After(Applies(Sunita, Rs(1_000), purpose: new string('x', 161))).Loan(1).Purpose.Should().Be(new string('x', 160));
        saheli.After(Applies(Sunita, Rs(1_000), purpose: new string('x', 159) + "🌾🌾")).Loan(1).Purpose.Should().Be(new string('x', 159));
        saheli.After(Applies(Sunita, Rs(1_000), purpose: new string('x', 158) + "🌾🌾")).Loan(1).Purpose.Should().EndWith("x🌾").And.HaveLength(160);
    }
}
