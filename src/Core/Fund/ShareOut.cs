using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Fund;

/// <summary>A member's part of the surplus.</summary>
/// <param name="Weight">1 for all when equal; savings in paise; or paise times days they lay with the group.</param>
public sealed record Share(MemberNumber Member, long Weight, Money Amount);

/// <summary>A change of a member's savings on a day; all of them, from the first entry of the book on, are her savings.</summary>
public sealed record SavingsChange(MemberNumber Member, DateOnly On, Money Amount);

/// <summary>
/// The share-out: at the end of a cycle the group divides what it earned. To be divided is what stands on the accounts of income less
/// expenses and write-offs: a share-out empties them, so that is the cycle's. Grants and suspense stay.
/// </summary>
/// <param name="Days">The cycle's days, both ends counted.</param>
/// <param name="Income">Interest, charges, fines and interest of the bank.</param>
/// <param name="Expenses">Expenses and loans written off.</param>
public sealed record ShareOut(ShareOutPolicy Policy, int Days, Money Income, Money Expenses, IReadOnlyList<Share> Shares)
{
    private static readonly AccountKind[] Earned =
    [
        AccountKind.InterestIncome,
        AccountKind.ChargeIncome,
        AccountKind.FineIncome,
        AccountKind.BankInterest,
    ];

    /// <summary>Negative when the group spent more than it earned.</summary>
    public Money Distributable => Income - Expenses;

    /// <summary>What is less than a unit stays with the group.</summary>
    public Money Remainder => Shares.Aggregate(Distributable, (left, s) => left - s.Amount);

    public long TotalWeight => Shares.Sum(s => s.Weight);

    /// <summary>
    /// What each active member would get on <paramref name="on"/>: by largest remainder, to the rupee or the paisa as the rules say, ties
    /// by member number. Nothing for anybody when there is nothing to divide or nobody has a weight. By savings times time, time is
    /// counted in days, the day of the payment and the last included: days are whole numbers, months are not all alike, and the division
    /// needs no rounding before the last step. Needs everybody's balances, and the history of savings for that policy.
    /// </summary>
    public static ShareOut Of(GroupState group, ShareOutPolicy policy, DateOnly on)
    {
        var members = group.ActiveMembers.Select(m => m.Number).Order().ToList();
        var started = group.Matters.Cycle?.StartedOn ?? group.Members.Min(m => m.JoinedOn);
        var days = on.DayNumber - started.DayNumber + 1;
        var weights = members.ConvertAll(m => WeightOf(group, policy, m, (started, on)));
        var (income, expenses) = (Sum(group, Earned), group.Balances[new(AccountKind.Expense)]);
        var unit = group.Rules.ShareOutInRupees ? Money.Rupees(1).Paise : 1;
        var units = Math.Max(0, (-income - expenses).Paise / unit);
        var parts = LargestRemainder.Split(units, weights);
        return new(policy, days, -income, expenses, members.Select((m, i) => new Share(m, weights[i], new(parts[i] * unit))).ToList());
    }

    /// <summary>What a member who leaves today would have got by the group's own policy: for groups that let her take it with her.</summary>
    public static Money ShareOf(GroupState group, MemberNumber member, DateOnly on) =>
        Of(group, group.Rules.ShareOut, on).Shares.FirstOrDefault(s => s.Member == member)?.Amount ?? Money.Zero;

    /// <summary>The postings that empty the accounts of income and expenses.</summary>
    internal static IReadOnlyList<Posting> Closing(GroupState group) =>
        Earned
            .Append(AccountKind.Expense)
            .Select(kind => new Posting(new(kind), -group.Balances[new(kind)]))
            .Where(p => !p.Amount.IsZero)
            .ToList();

    private static long WeightOf(GroupState group, ShareOutPolicy policy, MemberNumber member, (DateOnly From, DateOnly To) cycle) =>
        policy switch
        {
            ShareOutPolicy.Equal => 1,
            ShareOutPolicy.BySavings => Math.Max(0, group.SavingsOf(member).Paise),
            ShareOutPolicy.BySavingsMonths => Math.Max(0, HistoryOf(group).Where(c => c.Member == member).Sum(c => Held(c, cycle))),
        };

    /// <summary>Paise times the days of the cycle that they were held.</summary>
    private static long Held(SavingsChange change, (DateOnly From, DateOnly To) cycle)
    {
        var from = change.On > cycle.From ? change.On : cycle.From;
        return change.Amount.Paise * Math.Max(0, cycle.To.DayNumber - from.DayNumber + 1);
    }

    private static IReadOnlyList<SavingsChange> HistoryOf(GroupState group) =>
        group.SavingsHistory ?? throw new InvalidOperationException("The history of savings was not read.");

    private static Money Sum(GroupState group, IEnumerable<AccountKind> kinds) =>
        kinds.Aggregate(Money.Zero, (sum, kind) => sum + group.Balances[new(kind)]);
}
