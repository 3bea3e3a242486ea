using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Loans;

/// <summary>Guarantors, votes on loans, lateness that lasts, new instalments, and loans given up.</summary>
public sealed class LendingTests
{
    private static readonly Account Expense = new(AccountKind.Expense);

    [Fact]
    public void A_loan_is_approved_when_its_guarantors_have_said_yes()
    {
        var asked = Begins(Rules with { Guarantors = 2 }).WithSavings(2_000).After(Applies(Sunita, Rs(1_000), guarantors: [Radha, Asha]));
        asked.Refusal(Approves(1)).Should().Be(new GuarantorsMissing(new(1), 2, "Radha, Asha"));
        var one = asked.After(Votes(Radha));
        one.Refusal(Approves(1)).Should().Be(new GuarantorsMissing(new(1), 1, "Asha"));
        one.Loan(1).Guarantors.Should().Equal(Radha);
        var both = one.After(Votes(Asha, ballot: 2));
        both.After(Approves(1)).Loan(1).Status.Should().Be(LoanStatus.Approved);
        both.Loan(1).Guarantors.Should().Equal(Radha, Asha);
    }

    [Fact]
    public void When_a_guarantor_says_no_the_borrower_names_another()
    {
        var refused = Begins(Rules with { Guarantors = 1 })
            .WithSavings(2_000)
            .After(Applies(Sunita, Rs(1_000), guarantors: Radha), Votes(Radha, yes: false));
        refused.Refusal(Approves(1)).Should().Be(new GuarantorsMissing(new(1), 1, ""));
        var named = refused.After(NamesGuarantor(Sunita, 1, Asha), Votes(Asha, ballot: 2));
        named.Loan(1).Guarantors.Should().Equal(Asha);
        named.After(Approves(1)).Loan(1).Status.Should().Be(LoanStatus.Approved);
    }

    [Fact]
    public void What_is_asked_about_a_loan_ends_with_its_request()
    {
        var asked = Begins(Rules with { Guarantors = 1 }).WithSavings(2_000).After(Applies(Sunita, Rs(1_000), guarantors: Radha));
        asked.After(Withdraws(Sunita, 1)).Group.Matters.Ballots.Should().BeEmpty();
        asked.After(RejectsLoan(1)).Group.Matters.Ballots.Should().BeEmpty();
    }

    [Fact]
    public void A_large_loan_is_decided_by_all_but_the_borrower_and_her_guarantors()
    {
        var asked = Begins(Rules with { VoteOnLoansAbove = Rs(999), Guarantors = 1 })
            .WithSavings(2_000)
            .After(Applies(Sunita, Rs(1_000), guarantors: Radha), Votes(Radha), Approves(1));
        var ballot = asked.Group.Matters.Ballots.Should().ContainSingle().Subject;
        ballot.Voters.Should().Equal(Asha, Meera);
        asked.Refusal(Approves(1).As(Asha)).Should().Be(new DecisionOpen(new(1), new(2)));
        asked.Loan(1).Status.Should().Be(LoanStatus.Requested);
        var passed = asked.After(Votes(Asha, ballot: 2), Votes(Meera, ballot: 2));
        passed.Loan(1).Status.Should().Be(LoanStatus.Approved);
        passed.Loan(1).DecidedBy.Should().Be(Meera);
        asked.After(Votes(Asha, ballot: 2), Votes(Meera, yes: false, ballot: 2)).Loan(1).Status.Should().Be(LoanStatus.Requested);
    }

    [Fact]
    public void The_only_officers_loan_is_put_to_the_vote_of_all_by_itself()
    {
        var asked = Begins().WithSavings(2_000).After(Makes(Meera, Role.Member)).After(Applies(Asha, Rs(1_000)));
        asked.Group.Matters.Ballots.Should().ContainSingle().Which.Voters.Should().Equal(Meera, Sunita, Radha);
        var passed = asked.After(Votes(Meera), Votes(Sunita), Votes(Radha, yes: false));
        passed.Loan(1).Status.Should().Be(LoanStatus.Approved);
        passed.Loan(1).DecidedBy.Should().BeNull();
        var failed = asked.After(Votes(Meera, yes: false), Votes(Sunita, yes: false), Votes(Radha));
        failed.Loan(1).Status.Should().Be(LoanStatus.Requested);
        failed.After(Approves(1).As(Asha)).Group.Matters.Ballots.Should().ContainSingle("she may ask all again");
    }

    [Fact]
    public void A_treasurers_own_loan_is_the_admins_to_decide()
    {
        var asked = Begins().WithSavings(2_000).After(Makes(Radha, Role.Treasurer)).After(Applies(Meera, Rs(1_000)));
        asked.Refusal(Approves(1).As(Radha)).Should().BeOfType<LoanOverTreasurerLimit>();
        asked.After(Approves(1).As(Asha)).Loan(1).DecidedBy.Should().Be(Asha);
    }

    [Fact]
    public void Savings_overdue_for_more_than_30_days_stop_a_loan()
    {
        // Sunita has paid three periods; that of 10 April is 30 days late on 10 May, 31 on the 11th.
        var saheli = Begins().WithSavings(1_500);
        saheli.On("2026-05-10").Try(Applies(Sunita, Rs(500))).IsRefused.Should().BeFalse();
        saheli.On("2026-05-11").Refusal(Applies(Sunita, Rs(500))).Should().Be(new InArrears(31, Rs(1_000)));
    }

    [Fact]
    public void A_loan_stays_in_its_class_until_all_arrears_are_paid()
    {
        var lent = Begins(Rules with { LoanRate = new(0) }).WithSavings(6_000).WithLoan();
        var late = lent.On("2026-03-13");
        late.Group.MatterOf(new(1)).Class.Should().Be(ArrearsClass.VeryLate);
        // 1,000 of the 2,000 overdue: the oldest missed day is now 10 March, three days ago.
        var part = late.After(Cash(Sunita, Rs(1_000), loan: 1));
        part.Loan(1).ArrearsIn(part.Group, new(2026, 3, 13)).Should().BeEquivalentTo(new { DaysOverdue = 3, Class = ArrearsClass.VeryLate });
        part.On("2026-03-20").Group.MatterOf(new(1)).Class.Should().Be(ArrearsClass.VeryLate);
        var all = part.After(Cash(Sunita, Rs(1_000), loan: 1));
        all.Group.MatterOf(new(1)).Class.Should().Be(ArrearsClass.Regular);
        all.After(Reverses(all.Register.Book.Count)).Group.MatterOf(new(1)).Class.Should().Be(ArrearsClass.VeryLate);
        // Late again later: it begins anew.
        all.On("2026-04-11").Group.MatterOf(new(1)).Class.Should().Be(ArrearsClass.Late);
    }

    [Fact]
    public void The_calendar_says_once_that_a_loan_is_later_than_before()
    {
        var late = Begins().WithSavings(6_000).WithLoan().On("2026-02-11").On("2026-02-12").On("2026-03-12").On("2026-03-13");
        late.Register.Events.OfType<LoanClassChanged>()
            .Select(e => (e.From, e.To, e.Days))
            .Should()
            .Equal((ArrearsClass.Regular, ArrearsClass.Late, 1), (ArrearsClass.Late, ArrearsClass.VeryLate, 30));
    }

    [Fact]
    public void New_instalments_count_from_the_borrowers_yes_and_capitalise_nothing()
    {
        var late = Begins(Rules with { LateInstalmentCharge = Rs(25) }).WithSavings(6_000).WithLoan().On("2026-02-20");
        var asked = late.After(Reschedules(1, 8));
        asked.Loan(1).Should().BeEquivalentTo(late.Loan(1), "nothing counts before her yes");
        var drawn = asked.After(Votes(Sunita)).Loan(1);
        // February's interest of 80 and its charge stay due; 4,000 goes over 8 months from 10 March on.
        drawn.Instalments[0].Should().Be(new Instalment(1, new(2026, 2, 10), Money.Zero, Rs(80), Rs(25)));
        drawn.Instalments.Skip(1).Should().HaveCount(8);
        drawn.Instalments[1].DueOn.Should().Be(new DateOnly(2026, 3, 10));
        drawn.Instalments[1].Interest.Should().Be(Rs(80));
        drawn.Outstanding.Should().Be(Rs(4_000));
        drawn.Terms.Principal.Should().Be(Rs(4_000));
    }

    [Fact]
    public void A_treasurer_reschedules_up_to_her_limit_and_nobody_her_own_loan()
    {
        var lent = Begins(Rules with { TreasurerLimit = Rs(3_999) }).WithSavings(6_000).WithLoan();
        lent.Refusal(Reschedules(1, 8)).Should().Be(new LoanOverTreasurerLimit(Rs(4_000), Rs(3_999), "Asha"));
        lent.Try(Reschedules(1, 8).As(Asha)).IsRefused.Should().BeFalse();
        lent.Refusal(Reschedules(1, 13).As(Asha)).Should().Be(new MonthsOutOfBounds(12));
        lent.After(Makes(Sunita, Role.Treasurer)).Refusal(Reschedules(1, 8).As(Sunita)).Should().BeOfType<OwnLoan>();
    }

    [Fact]
    public void A_loan_given_up_is_an_expense_and_what_comes_later_lessens_it()
    {
        var late = Begins().WithSavings(6_000).WithLoan().On("2026-06-20");
        var voting = late.After(WritesOff(1));
        voting.Group.Matters.Ballots.Single().Voters.Should().Equal(Asha, Meera, Radha);
        var given = voting.After(Votes(Asha), Votes(Meera), Votes(Radha));
        given[Account.Loan(new(1))].Should().Be(Money.Zero);
        given[Expense].Should().Be(Rs(4_000));
        var owed = given.Group.MatterOf(new(1)).WrittenOff!;
        owed.Principal.Should().Be(Rs(4_000));
        owed.Interest.Should().Be(new(201_98));
        given.Refusal(Cash(Sunita, Rs(4_203), loan: 1)).Should().Be(new MoreThanPayOff(new(1), new(4_201_98)));
        var some = given.After(Cash(Sunita, Rs(300), loan: 1));
        some[Expense].Should().Be(Rs(3_700));
        some.After(Reverses(some.Register.Book.Count))[Expense].Should().Be(Rs(4_000));
        var all = some.After(Cash(Sunita, new(3_901_98), loan: 1));
        all[Expense].Should().Be(Money.Zero);
        all[Account.InterestIncome].Should().Be(new(-201_98));
        all.After(Reverses(all.Register.Book.Count)).Group.MatterOf(new(1)).WrittenOff!.Total.Should().Be(new(3_901_98));
    }

    [Fact]
    public void Repayments_of_a_loan_given_up_are_not_undone()
    {
        var paid = Begins().WithSavings(6_000).WithLoan().After(Cash(Sunita, Rs(500), loan: 1));
        var given = paid.After(WritesOff(1), Votes(Asha), Votes(Meera), Votes(Radha));
        given.Refusal(Reverses(6)).Should().Be(new LoanNotInStatus(new(1), LoanStatus.WrittenOff, LoanStatus.Active));
    }

    [Fact]
    public void The_share_at_risk_is_the_principal_of_loans_30_days_late()
    {
        var saheli = Begins().WithSavings(6_000).WithLoan().On("2026-03-01").After(Applies(Radha, Rs(2_000)), Approves(2), Disburses(2));
        var portfolio = Portfolio.Of(saheli.On("2026-03-20").Group, new(2026, 3, 20));
        portfolio.Outstanding.Should().Be(Rs(6_000));
        portfolio.AtRisk.Should().Be(Rs(4_000));
        portfolio.ShareAtRisk.Should().Be(66.7m);
        portfolio.Overdue.Select(o => (o.Loan.Number.Value, o.Arrears.Class, o.Arrears.DaysOverdue)).Should().Equal((1, ArrearsClass.VeryLate, 38));
    }
}
