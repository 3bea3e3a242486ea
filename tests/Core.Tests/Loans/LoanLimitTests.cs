using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Loans;

/// <summary>Each limit at its edge, when the loan is asked for, approved and paid out.</summary>
public sealed class LoanLimitTests
{
    [Theory]
    [InlineData(499_99, false)]
    [InlineData(500_00, true)]
    public void A_loan_is_at_least_the_minimum(long paise, bool allowed) =>
        Asked(Begins().WithSavings(2_000), new(paise)).Should().Be(allowed ? null : new LoanBelowMinimum(Rs(500)));

    [Theory]
    [InlineData(0, false)]
    [InlineData(-5, false)]
    [InlineData(99, false)]
    [InlineData(1_00, true)]
    public void Where_the_minimum_is_off_a_loan_is_still_a_rupee(long paise, bool allowed) =>
        Asked(Begins(Rules with { MinimumLoan = Money.Zero }).WithSavings(2_000), new(paise)).Should()
            .Be(allowed ? null : new LoanBelowMinimum(Rs(1)));

    [Theory]
    [InlineData(3_000_00, true)]
    [InlineData(3_000_01, false)]
    public void A_loan_is_at_most_the_group_s_own_maximum(long paise, bool allowed) =>
        Asked(Begins(Rules with { MaximumLoan = Rs(3_000) }).WithSavings(2_000), new(paise)).Should()
            .Be(allowed ? null : new LoanAboveMaximum(Rs(3_000)));

    [Theory]
    [InlineData(1_00_00_000_00, true)]
    [InlineData(1_00_00_000_01, false)]
    public void Where_the_maximum_is_off_a_loan_is_at_most_a_crore(long paise, bool allowed)
    {
        var rich = Begins(Rules with { MaximumLoanTimesSavings = null });
        for (var month = 0; month < 4; month++)
            rich = rich.WithSavings(10_00_000);
        Asked(rich, new(paise)).Should().Be(allowed ? null : new LoanAboveMaximum(Rs(1_00_00_000)));
        LoanRules.MostFor(rich.Group, rich.Group.Member(Sunita)).Should().Be(Rs(1_00_00_000));
    }

    [Theory]
    [InlineData(1_500_00, true)]
    [InlineData(1_500_01, false)]
    public void A_loan_is_at_most_three_times_her_savings(long paise, bool allowed)
    {
        var saheli = Begins().After(Cash(Radha, Rs(10_000)), Cash(Sunita, Rs(500)));
        Asked(saheli, new(paise)).Should().Be(allowed ? null : new LoanAboveSavingsMultiple(3, Rs(500), Rs(1_500)));
        LoanRules.MostFor(saheli.Group, saheli.Group.Member(Sunita)).Should().Be(Rs(1_500));
    }

    [Theory]
    [InlineData(3_000_00, true)]
    [InlineData(3_000_01, false)]
    public void The_group_lends_cash_and_bank_less_promises_and_reserve(long paise, bool allowed)
    {
        var saheli = Begins(Rules with { Reserve = Rs(1_000) }).WithSavings(1_500).After(Applies(Radha, Rs(2_000)), Approves(1));
        saheli.Group.Lendable.Should().Be(Rs(3_000));
        Asked(saheli, new(paise)).Should().Be(allowed ? null : new GroupCannotLend(Rs(3_000)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void A_loan_runs_1_to_12_months(int months, bool allowed) =>
        Begins().WithSavings(2_000).Try(Applies(Sunita, Rs(1_000), months)).Refusal.Should().Be(allowed ? null : new MonthsOutOfBounds(12));

    [Fact]
    public void A_second_open_loan_is_refused_whatever_stage_the_first_is_at()
    {
        var asked = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(1_000)));
        var one = new TooManyLoans(1, new(1));
        asked.Refusal(Applies(Sunita, Rs(500))).Should().Be(one);
        asked.After(Approves(1)).Refusal(Applies(Sunita, Rs(500))).Should().Be(one);
        asked.After(Approves(1), Disburses(1)).Refusal(Applies(Sunita, Rs(500))).Should().Be(one);
        asked.After(RejectsLoan(1)).Try(Applies(Sunita, Rs(500))).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void Arrears_older_than_30_days_stop_another_loan_at_every_stage()
    {
        var two = Rules with { MaximumActiveLoans = 2 };
        var lent = Begins(two).WithSavings(3_000).WithLoan(1_000);
        // Due 10 February: 30 days late on 12 March, 31 on the 13th.
        lent.On("2026-03-12").Try(Applies(Sunita, Rs(500))).IsRefused.Should().BeFalse();
        var overdue = lent.On("2026-03-12").After(Applies(Sunita, Rs(500)));
        var arrears = new InArrears(31, new(2 * 262_62));
        lent.On("2026-03-13").Refusal(Applies(Sunita, Rs(500))).Should().Be(arrears);
        overdue.On("2026-03-13").Refusal(Approves(2)).Should().Be(arrears);
        overdue.After(Approves(2)).On("2026-03-13").Refusal(Disburses(2)).Should().Be(arrears);
    }

    [Fact]
    public void What_was_allowed_when_asked_is_checked_again_at_approval_and_at_disbursement()
    {
        var saheli = Begins(Rules with { MaximumLoanTimesSavings = null }).WithSavings(1_000)
            .After(Applies(Sunita, Rs(3_000)), Applies(Radha, Rs(2_000)), Approves(1));
        saheli.Refusal(Approves(2)).Should().Be(new GroupCannotLend(Rs(1_000)));
        var approved = saheli.After(Cash(Radha, Rs(1_000)), Approves(2));
        var undone = approved.After(Reverses(approved.Register.Book.Count));
        undone.Refusal(Disburses(2)).Should().Be(new GroupCannotLend(Rs(1_000)));
    }

    [Fact]
    public void Savings_taken_back_by_a_reversal_stop_the_loan_they_carried()
    {
        var asked = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(5_000)));
        var reversed = Reverses(3);
        var less = new LoanAboveSavingsMultiple(3, Money.Zero, Money.Zero);
        asked.After(reversed).Refusal(Approves(1)).Should().Be(less);
        asked.After(Approves(1), reversed).Refusal(Disburses(1)).Should().Be(less);
    }

    [Fact]
    public void What_is_paid_out_must_be_in_the_cash_box_or_in_the_bank_itself()
    {
        var saheli = Begins().WithSavings(500).After(Pays(Sunita, Rs(3_000)));
        var approved = saheli.After(Confirms(saheli.Group.Counters.Payments), Applies(Sunita, Rs(3_000)), Approves(1));
        approved.Refusal(Disburses(1)).Should().Be(new PurseTooSmall(Rs(2_000), Rs(3_000)));
        var paid = approved.After(Disburses(1, "600112345678"));
        paid.Register.Events.OfType<LoanDisbursed>().Single().Method.Should().Be(PaymentMethod.Upi);
        paid[Core.Ledger.Account.Bank].Should().Be(Money.Zero);
    }

    [Fact]
    public void A_borrower_who_is_no_longer_in_gets_nothing()
    {
        var asked = Begins().WithSavings(2_000).After(Applies(Sunita, Rs(1_000)));
        var members = asked.Group.Members.Select(m => m.Number == Sunita ? m with { Status = MemberStatus.Left } : m).ToList();
        var left = asked with { Register = asked.Register with { Group = asked.Group with { Members = members } } };
        left.Refusal(Approves(1)).Should().Be(new NotPermitted());
    }

    private static Refusal? Asked(Saheli saheli, Money amount) => saheli.Try(Applies(Sunita, amount)).Refusal;
}
