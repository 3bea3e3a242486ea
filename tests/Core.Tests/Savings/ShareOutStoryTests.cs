using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Savings;

public sealed class ShareOutStoryTests
{
    [Fact]
    public void What_is_shared_is_income_less_expenses_and_a_grant_stays()
    {
        var plan = ShareOut.Of(Earned().Group, ShareOutPolicy.Equal, new(2026, 6, 30));
        plan.Distributable.Should().Be(Rs(250));
        plan.Shares.Select(s => s.Amount).Should().Equal(Rs(63), Rs(63), Rs(62), Rs(62));
        plan.Remainder.Should().Be(Money.Zero);
    }

    [Fact]
    public void Savings_weigh_by_the_days_they_lay_with_the_group()
    {
        var saheli = Begins().On("2026-01-11").After(Cash(Sunita, Rs(1_000))).On("2026-01-20").After(Cash(Radha, Rs(1_000)), BankAdds(Rs(30)));
        var plan = ShareOut.Of(saheli.Group, ShareOutPolicy.BySavingsMonths, new(2026, 1, 30));
        plan.Days.Should().Be(30);
        // Sunita's lay 20 days, the first and the last counted; Radha's 11.
        plan.Shares.Select(s => s.Weight).Should().Equal(0, 0, 100_000 * 20, 100_000 * 11);
        plan.Shares.Select(s => s.Amount).Should().Equal(Money.Zero, Money.Zero, Rs(19), Rs(11));
    }

    [Fact]
    public void Savings_of_an_earlier_cycle_weigh_from_the_first_day_of_this_one()
    {
        var saheli = Earned().Shared(ShareOutPolicy.Equal).On("2026-07-09").After(BankAdds(Rs(40)));
        saheli.Group.Matters.Cycle.Should().Be(new Cycle(2, new(2026, 6, 30)));
        ShareOut.Of(saheli.Group, ShareOutPolicy.BySavingsMonths, new(2026, 7, 9)).Shares.Select(s => s.Weight).Should().AllBeEquivalentTo(50_000L * 10);
    }

    [Fact]
    public void The_share_out_empties_income_and_expenses_and_owes_the_members()
    {
        var saheli = Earned().Shared(ShareOutPolicy.Equal);
        saheli[Account.BankInterest].Should().Be(Money.Zero);
        saheli[Account.Expense].Should().Be(Money.Zero);
        saheli[Account.Grant].Should().Be(-Rs(1_000));
        saheli.Group.ShareOwedTo(Asha).Should().Be(Rs(63));
        saheli.Refusal(SharesOut(ShareOutPolicy.Equal)).Should().Be(new NothingToShare(Money.Zero, Money.Zero));
    }

    [Fact]
    public void What_is_owed_is_set_off_on_request_savings_and_fines_before_loans()
    {
        var saheli = Begins(Rules with { LoanRate = new(0) })
            .WithSavings(2_000)
            .WithLoan(1_000)
            .After(Fines(Sunita, Rs(20)), BankAdds(Rs(400)))
            .Shared(ShareOutPolicy.Equal, setOff: true);
        saheli.Group.FinesOf(Sunita).Should().BeEmpty();
        saheli[Account.Loan(new(1))].Should().Be(Rs(920));
        saheli.Group.ShareOwedTo(Sunita).Should().Be(Money.Zero);
        saheli.Group.ShareOwedTo(Radha).Should().Be(Rs(100));
        saheli[Account.FineIncome].Should().Be(-Rs(20), "it is the new cycle's");
    }

    [Fact]
    public void A_loan_is_paid_off_by_a_share_that_is_large_enough()
    {
        var saheli = Begins(Rules with { LoanRate = new(0) }).WithSavings(2_000).WithLoan(1_000).After(BankAdds(Rs(4_800)));
        saheli = saheli.Shared(ShareOutPolicy.Equal, setOff: true);
        saheli.Loan(1).Status.Should().Be(LoanStatus.Closed);
        saheli.Group.ShareOwedTo(Sunita).Should().Be(Rs(200));
    }

    [Fact]
    public void It_is_decided_anew_on_the_figures_of_the_day_the_vote_passes()
    {
        var saheli = Earned().After(SharesOut(ShareOutPolicy.Equal), BankAdds(Rs(40)));
        saheli.Register.Events.OfType<SurplusShared>().Should().BeEmpty();
        saheli = saheli.After(Votes(Asha), Votes(Meera), Votes(Sunita), Votes(Radha));
        saheli.Register.Events.OfType<SurplusShared>().Single().Shares.Sum(s => s.Amount.Paise).Should().Be(Rs(290).Paise);
    }

    [Fact]
    public void A_share_is_paid_in_cash_by_bank_or_into_savings_and_each_can_be_undone()
    {
        var saheli = Earned().Shared(ShareOutPolicy.Equal).After(PaysShare(Sunita), SavesShare(Radha), PaysShare(Asha, Purse.Bank));
        saheli[Account.Cash].Should().Be(Rs(2_000 - 50 - 62));
        saheli.Group.SavingsOf(Radha).Should().Be(Rs(562));
        saheli.Refusal(PaysShare(Sunita)).Should().Be(new NoShareToPay("Sunita"));
        var entries = saheli.Register.Book.Count;
        saheli = saheli.After(Reverses(entries), Reverses(entries - 1), Reverses(entries - 2));
        saheli.Group.ShareOwedTo(Sunita).Should().Be(Rs(62));
        saheli.Group.ShareOwedTo(Radha).Should().Be(Rs(62));
        saheli.Group.SavingsOf(Radha).Should().Be(Rs(500));
    }

    [Fact]
    public void All_shares_at_once_leave_the_officer_s_own_to_another()
    {
        var saheli = Earned().Shared(ShareOutPolicy.Equal).After(PaysAllShares());
        saheli.Group.ActiveMembers.Where(m => saheli.Group.ShareOwedTo(m.Number).IsPositive).Select(m => m.Number).Should().Equal(Meera);
        saheli.Refusal(PaysShare(Meera)).Should().Be(new Core.Payments.OwnPayment("Asha"));
    }

    [Fact]
    public void An_entry_of_other_money_undone_gives_it_back_unless_the_purse_is_empty()
    {
        var saheli = Begins().After(Granted(Rs(1_000)), Invests(Rs(600)), Matures(1, Rs(650)));
        saheli[Account.BankInterest].Should().Be(-Rs(50));
        saheli = saheli.After(Reverses(3));
        saheli.Group.Matters.Investments.Single().Amount.Should().Be(Rs(600));
        saheli.Refusal(Reverses(1)).Should().Be(new PurseTooSmall(Rs(400), Rs(1_000)));
        saheli = saheli.After(Reverses(2), Reverses(1));
        saheli[Account.Bank].Should().Be(Money.Zero);
        saheli.Group.Matters.Investments.Should().BeEmpty();
        saheli.Refusal(Reverses(2)).Should().Be(new CannotReverse(2));
    }

    /// <summary>Each has saved 500; the bank added 300, 50 were spent, and a grant of 1,000 came.</summary>
    private static Saheli Earned() =>
        Begins().WithSavings(500).After(BankAdds(Rs(300)), Spends(Rs(50)), Granted(Rs(1_000))).On("2026-06-30");
}
