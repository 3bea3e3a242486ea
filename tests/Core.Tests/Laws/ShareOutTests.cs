using CsCheck;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

public sealed class ShareOutTests
{
    private static readonly DateOnly Until = Founded.AddDays(364);

    /// <summary>What a group earned and spent, and each member's savings by day: some have none, some have equal ones.</summary>
    private static readonly Gen<(long Income, long Expenses, (int Day, long Paise)[][] Savings, bool Rupees)> Groups = Gen.Select(
        Gen.Long[0, 5_000_000],
        Gen.Long[0, 1_000_000],
        Gen.Select(Gen.Int[0, 364], Gen.OneOf(Gen.Long[0, 10_000_000], Gen.Const(50_000L)), (day, paise) => (day, paise)).Array[0, 6].Array[1, 50],
        Gen.Bool
    );

    [Fact]
    public void For_all_groups_and_policies_the_shares_sum_exactly_and_follow_the_largest_remainder() =>
        Groups.Sample(
            made =>
            {
                var group = GroupOf(made);
                foreach (var policy in Enum.GetValues<ShareOutPolicy>())
                    Holds(ShareOut.Of(group, policy, Until), made.Rupees ? 100 : 1);
            },
            iter: 10_000
        );

    [Fact]
    public void For_all_groups_the_order_of_the_members_changes_nothing() =>
        Groups.Sample(
            made =>
            {
                var group = GroupOf(made);
                var turned = group with { Members = group.Members.Reverse().ToList(), SavingsHistory = group.SavingsHistory!.Reverse().ToList() };
                foreach (var policy in Enum.GetValues<ShareOutPolicy>())
                    ShareOut.Of(turned, policy, Until).Shares.Should().Equal(ShareOut.Of(group, policy, Until).Shares);
            },
            iter: 1_000
        );

    [Fact]
    public void Of_equal_remainders_the_smallest_numbers_get_the_units_that_are_left() =>
        LargestRemainder.Split(5, [1, 1, 1]).Should().Equal(2, 2, 1);

    [Fact]
    public void Weights_longer_than_a_long_together_are_split_exactly() =>
        LargestRemainder.Split(1_000_000_000_000, [long.MaxValue, long.MaxValue, 2]).Should().Equal(500_000_000_000, 500_000_000_000, 0);

    private static void Holds(ShareOut plan, long unit)
    {
        var shares = plan.Shares.Select(s => s.Amount.Paise).ToList();
        Law.Holds(shares.All(s => s >= 0 && s % unit == 0), "nobody gets less than nothing, and all get whole units");
        if (!plan.Distributable.IsPositive || plan.TotalWeight == 0)
        {
            Law.Holds(shares.TrueForAll(s => s == 0), "where there is nothing to divide, or nobody to divide by, nobody gets anything");
            return;
        }
        var units = plan.Distributable.Paise / unit;
        Law.Holds(shares.Sum() == units * unit, "shares sum exactly to all whole units");
        Law.Holds(plan.Remainder.Paise == plan.Distributable.Paise % unit, "only less than a unit stays");
        var total = plan.Shares.Aggregate((Int128)0, (sum, s) => sum + s.Weight);
        foreach (var share in plan.Shares)
        {
            var exact = (Int128)units * share.Weight;
            var got = share.Amount.Paise / unit;
            Law.Holds(got == exact / total || (got == exact / total + 1 && exact % total > 0), "a share is its exact part, less or more than a unit");
        }
        var favoured = plan.Shares.Where(s => s.Amount.Paise / unit > (long)((Int128)units * s.Weight / total)).ToList();
        var others = plan.Shares.Except(favoured).ToList();
        Law.Holds(
            favoured.TrueForAll(f => others.TrueForAll(o => (Int128)units * f.Weight % total >= (Int128)units * o.Weight % total)),
            "the units that are left go to the largest remainders"
        );
        foreach (var same in plan.Shares.GroupBy(s => s.Weight))
            Law.Holds(same.Max(s => s.Amount.Paise) - same.Min(s => s.Amount.Paise) <= unit, "equal weights differ by a unit at most");
    }

    private static GroupState GroupOf((long Income, long Expenses, (int Day, long Paise)[][] Savings, bool Rupees) made)
    {
        var history = made.Savings.SelectMany((own, i) => own.Select(s => new SavingsChange(new(i + 1), Founded.AddDays(s.Day), new(s.Paise)))).ToList();
        Posting[] earned = [new(Account.InterestIncome, new(-made.Income)), new(Account.Expense, new(made.Expenses))];
        return Begins().Group with
        {
            Rules = Rules with { ShareOutInRupees = made.Rupees },
            Members = made
                .Savings.Select((_, i) => new Member(new(i + 1), null, $"{i}", "", Role.Member, MemberStatus.Active, Founded, Money.Zero))
                .ToList(),
            SavingsHistory = history,
            Balances = Balances.None.Plus([.. earned, .. history.Select(c => new Posting(Account.Savings(c.Member), -c.Amount))]),
        };
    }
}
