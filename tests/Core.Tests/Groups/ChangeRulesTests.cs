using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

public sealed class ChangeRulesTests
{
    [Fact]
    public void A_change_is_a_new_version_from_today()
    {
        var changed = Begins().On("2026-02-01").Events(Changes("loan-rate", "150")).Should().ContainSingle().Which;
        var e = changed.Should().BeOfType<RulesChanged>().Subject;
        (e.Version, e.Was, e.Value, e.On, e.By).Should().Be((2, "200", "150", new DateOnly(2026, 2, 1), (MemberNumber?)Asha));
        e.Rules.LoanRate.Should().Be(new Rate(150));
    }

    [Fact]
    public void Where_rules_are_voted_on_a_change_waits_for_the_vote_and_happens_by_itself()
    {
        var voting = Begins(Rules with { VoteOnRules = true }).After(Changes("loan-rate", "150"));
        voting.Group.Rules.LoanRate.Should().Be(new Rate(200));
        var decided = voting.After(Votes(Asha, true, 1), Votes(Meera, true, 1), Votes(Sunita, false, 1), Votes(Radha, true, 1));
        (decided.Group.Rules.LoanRate, decided.Group.RulesVersion).Should().Be((new Rate(150), 2));
        decided.Group.Matters.Ballots.Should().BeEmpty();
    }

    [Fact]
    public void Votes_on_two_rules_do_not_undo_each_other()
    {
        var voting = Begins(Rules with { VoteOnRules = true }).After(Changes("loan-rate", "150"), Changes("guarantors", "1"));
        var all = new[] { Asha, Meera, Sunita, Radha };
        var decided = voting.After([.. all.Select(m => Votes(m, true, 1)), .. all.Select(m => Votes(m, true, 2))]);
        (decided.Group.Rules.LoanRate, decided.Group.Rules.Guarantors).Should().Be((new Rate(150), 1));
    }

    [Fact]
    public void An_open_due_keeps_its_amount_and_the_next_has_the_new_one()
    {
        var saheli = Begins().On("2026-01-10").After(Changes("contribution", "60000")).On("2026-02-10");
        saheli.Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/0.00", "2026-02-10 0.00/600.00 +0.00/0.00");
    }

    [Fact]
    public void A_due_is_fined_by_the_rule_of_its_own_day()
    {
        var saheli = Begins().On("2026-01-12").After(Changes("late-contribution-fine", "2000"));
        saheli.On("2026-02-20").Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/0.00", "2026-02-10 0.00/500.00 +0.00/20.00");
        var fewer = Begins(Rules with { LateContributionFine = Rs(20) }).On("2026-01-12").After(Changes("late-contribution-fine", "0"));
        fewer.On("2026-02-20").Dues(Sunita).Should().Equal("2026-01-10 0.00/500.00 +0.00/20.00", "2026-02-10 0.00/500.00 +0.00/0.00");
    }

    public static TheoryData<string, string, InterestMethod> EachRule
    {
        get
        {
            var all = new TheoryData<string, string, InterestMethod>();
            foreach (var rule in RuleBook.All)
            foreach (var value in RuleBookTests.Possible(rule))
            foreach (var method in Enum.GetValues<InterestMethod>())
                all.Add(rule.Key, value, method);
            return all;
        }
    }

    /// <summary>Half a year after the change, a missed instalment and the months after the term included.</summary>
    [Theory]
    [MemberData(nameof(EachRule))]
    public void A_running_loan_keeps_its_terms_whatever_rule_is_changed(string rule, string value, InterestMethod method)
    {
        var rules = Rules with { InterestMethod = method, LateInstalmentCharge = Rs(25) };
        var lent = Begins(rules).WithSavings(2_000).WithLoan().On("2026-02-20").After(Cash(Sunita, Rs(700), loan: 1));
        var change = Changes(rule, value);
        var unchanged = lent.On("2026-02-21");
        if (lent.Try(change).Refusal is { } refusal)
        {
            refusal.Should().Match<Refusal>(r => r is RuleUnchanged || r is FewerThanMembers);
            return;
        }
        var changed = lent.After(change).On("2026-02-21");
        Picture(changed).Should().Equal(Picture(unchanged));
        Picture(changed.On("2026-09-20")).Should().Equal(Picture(unchanged.On("2026-09-20")));
        var (paidThen, paidNow) = (Pays(unchanged), Pays(changed));
        Picture(paidNow).Should().Equal(Picture(paidThen));
    }

    /// <summary>More than is due: where it goes is a term of the loan.</summary>
    private static Saheli Pays(Saheli saheli) => saheli.On("2026-03-01").After(Cash(Sunita, Rs(1_800), loan: 1)).On("2026-05-20");

    private static IEnumerable<object> Picture(Saheli saheli)
    {
        var loan = saheli.Loan(1);
        var book = loan.BookIn(saheli.Group);
        var today = IndianTime.DayOf(saheli.Now);
        return [loan.Terms, .. loan.Instalments, PayOff.Of(book, today), Arrears.Of(book, today), saheli[Account.Loan(loan.Number)]];
    }
}
