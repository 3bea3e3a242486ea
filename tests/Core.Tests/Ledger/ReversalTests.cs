using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Ledger;

public sealed class ReversalTests
{
    [Fact]
    public void A_contribution_reversed_is_mirrored_and_owed_again()
    {
        var before = Begins(Rules with { LateContributionFine = Rs(20) }).On("2026-02-16");
        var paid = before.After(Cash(Sunita, Rs(1_240)));
        paid.Group.Member(Sunita).Advance.Should().Be(Rs(200));
        var undone = paid.After(Reverses(1));
        undone.Register.Book[^1].Entry.Should().BeEquivalentTo(new { Narration = Narration.Reversal, Cause = "reversal:1", By = Meera });
        undone.Register.Book[^1].Entry.Postings.Should().Equal(
            new Posting(Account.Cash, -Rs(1_240)), new(Account.Savings(Sunita), Rs(1_200)), new(Account.FineIncome, Rs(40))
        );
        undone.Dues(Sunita).Should().Equal(before.Dues(Sunita));
        undone.Group.Member(Sunita).Advance.Should().Be(Money.Zero);
        undone.Group.SavingsOf(Sunita).Should().Be(Money.Zero);
    }

    [Fact]
    public void The_advance_goes_first_and_then_the_newest_dues()
    {
        var saheli = Begins().On("2026-02-10").After(Cash(Sunita, Rs(600)), Cash(Sunita, Rs(700)));
        var undone = saheli.Events(Reverses(1)).OfType<ContributionReversed>().Single();
        undone.AdvanceTaken.Should().Be(Rs(300));
        undone.Unsettled.Should().Equal(new DueSettled(new(2026, 2, 10), Rs(300), Money.Zero));
        saheli.After(Reverses(1)).Dues(Sunita).Should().Equal("2026-02-10 200.00/500.00 +0.00/0.00");
        var read = saheli.Register.ReadForReversal(1);
        read.Group.Dues.Where(d => d.IsSettled).Should().HaveCount(2);
        read.Group.Apply([undone], new(PersonOf(Meera), Meera, saheli.Now)).Group.Dues.Should()
            .OnlyContain(d => !d.IsSettled, "what is still settled is not part of what is read next");
    }

    [Fact]
    public void An_advance_that_settles_a_period_opening_in_the_same_turn_is_owed_again()
    {
        var ahead = Begins().On("2026-01-10").After(Cash(Sunita, Rs(1_000)));
        var late = new Saheli(ahead.Register, IndianTime.StartOf(new(2026, 1, 28)));
        var undone = late.After(Reverses(1));
        undone.Register.Events.OfType<PeriodOpened>().Should().HaveCount(2);
        undone.Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/0.00", "2026-02-10 0.00/500.00 +0.00/0.00");
        undone.Group.SavingsOf(Sunita).Should().Be(Money.Zero);
    }

    [Fact]
    public void A_payment_reversed_after_the_days_of_grace_is_fined_like_one_that_never_came()
    {
        var saheli = Begins(Rules with { LateContributionFine = Rs(20) }).On("2026-01-10").After(Cash(Sunita, Rs(500)));
        saheli.On("2026-01-20").After(Reverses(1)).On("2026-01-21").Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00");
    }

    [Fact]
    public void A_repayment_reversed_leaves_the_instalments_as_before_it()
    {
        var lent = Begins().WithSavings(2_000).WithLoan().On("2026-02-10");
        var undone = lent.After(Cash(Sunita, Rs(2_000), loan: 1), Reverses(6));
        undone.Loan(1).Instalments.Should().Equal(lent.Loan(1).Instalments);
        undone[Account.Loan(new(1))].Should().Be(Rs(4_000));
        undone[Account.InterestIncome].Should().Be(Money.Zero);
        undone[Account.Cash].Should().Be(lent[Account.Cash]);
    }

    [Fact]
    public void A_loan_that_was_closed_by_a_mistake_is_active_again()
    {
        var lent = Begins().WithSavings(2_000).WithLoan(1_000);
        var closed = lent.After(Cash(Sunita, Rs(1_000), loan: 1));
        closed.Loan(1).Status.Should().Be(LoanStatus.Closed);
        var undone = closed.After(Reverses(6));
        undone.Group.FindLoan(new(1))!.Status.Should().Be(LoanStatus.Active);
        undone.Loan(1).Instalments.Should().Equal(lent.Loan(1).Instalments);
        undone.After(Cash(Sunita, Rs(1_000), loan: 1)).Loan(1).Status.Should().Be(LoanStatus.Closed);
    }

    [Fact]
    public void Repayments_are_reversed_newest_first()
    {
        var paid = Begins().WithSavings(2_000).WithLoan().On("2026-02-10").After(Cash(Sunita, Rs(300), loan: 1), Cash(Sunita, Rs(400), loan: 1));
        paid.Refusal(Reverses(6)).Should().Be(new NewerRepaymentFirst(new(1)));
        paid.After(Reverses(7), Reverses(6)).Loan(1).Outstanding.Should().Be(Rs(4_000));
    }

    [Fact]
    public void An_entry_is_reversed_once_and_neither_a_reversal_nor_a_disbursement_is()
    {
        var saheli = Begins().WithSavings(2_000).WithLoan();
        var undone = saheli.After(Reverses(4));
        undone.Refusal(Reverses(4)).Should().Be(new CannotReverse(4));
        undone.Refusal(Reverses(6)).Should().Be(new CannotReverse(6));
        undone.Refusal(Reverses(5)).Should().Be(new CannotReverse(5));
        undone.Refusal(Reverses(3, "  ")).Should().Be(new ReasonMissing());
    }

    [Fact]
    public void Money_that_was_lent_on_cannot_be_reversed_out_of_the_cash_box()
    {
        var saheli = Begins().After(Cash(Sunita, Rs(1_500)), Cash(Radha, Rs(500))).WithLoan(1_800);
        saheli[Account.Cash].Should().Be(Rs(200));
        saheli.Refusal(Reverses(2)).Should().Be(new PurseTooSmall(Rs(200), Rs(500)));
        var refilled = saheli.After(Cash(Radha, Rs(300)), Reverses(2));
        refilled[Account.Cash].Should().Be(Money.Zero);
    }
}
