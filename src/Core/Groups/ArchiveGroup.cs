using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Groups;

/// <summary>The group ends for good, by vote.</summary>
public sealed record Dissolution : Act;

/// <summary>
/// A group is closed when its books are at zero: nobody owes it anything and it owes nobody. The admin who closed it may open it again
/// for <see cref="ReopenDays"/> days; a group that was dissolved by vote stays closed.
/// </summary>
public static class ArchiveGroup
{
    public const int ReopenDays = 30;

    /// <summary>Needs the whole group. Refuses while anything stands in the book, and says what.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor)
    {
        var admin = Permissions.Check(group, actor, Permission.ArchiveGroup);
        if (admin.IsRefused)
            return admin.Refusal!;
        return Standing(group) is { } stands ? stands : new GroupEvent[] { new GroupArchived(admin.Value.Number, actor.Today, false) };
    }

    /// <summary>Puts it to the vote. Refuses as <see cref="Decide"/> does.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Dissolve(GroupState group, Actor actor)
    {
        var admin = Permissions.Check(group, actor, Permission.ArchiveGroup);
        if (admin.IsRefused)
            return admin.Refusal!;
        return Standing(group) is { } stands ? stands : Ballots.AskAll(group, actor, new Dissolution());
    }

    /// <summary>
    /// The admin who closed the group opens it again; dues go on with the next due day. Refuses a group that is not closed, one that was
    /// dissolved, and after <see cref="ReopenDays"/> days.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Reopen(GroupState group, Actor actor)
    {
        var admin = Permissions.Check(group with { Status = GroupStatus.Active }, actor, Permission.ArchiveGroup);
        if (admin.IsRefused)
            return admin.Refusal!;
        if (group.Status != GroupStatus.Archived)
            return new GroupNotArchived(group.Name);
        if (
            group.Matters.Archived is not { Final: false } closed
            || closed.By != admin.Value.Number
            || actor.Today > closed.On.AddDays(ReopenDays)
        )
            return new CannotReopen(ReopenDays);
        var calendar = group.Rules.Calendar;
        var next = group.NextPeriodOn > actor.Today ? group.NextPeriodOn : calendar.PeriodOf(actor.Today.AddDays(1)).DueOn;
        return new GroupEvent[] { new GroupReopened(next) };
    }

    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor) =>
        Standing(group) is { } stands ? stands : new GroupEvent[] { new GroupArchived(null, actor.Today, true) };

    /// <summary>
    /// What still stands, or null. After a share-out the few rupees that could not be shared may stay in the box: they are nobody's.
    /// </summary>
    private static BooksNotAtZero? Standing(GroupState group)
    {
        var savings = -Sum(group, AccountKind.Savings);
        var loans = Sum(group, AccountKind.Loan) + Promised(group);
        var payable = -Sum(group, AccountKind.ShareOutPayable);
        var purse =
            group.Balances[Account.Cash]
            + group.Balances[Account.Bank]
            + Sum(group, AccountKind.Suspense)
            + Sum(group, AccountKind.Investment);
        var nobodys = Money.Max(Money.Zero, -Sum(group, AccountKind.Surplus));
        var isZero = savings.IsZero && loans.IsZero && payable.IsZero && (purse.IsZero || (purse.IsPositive && purse == nobodys));
        return isZero ? null : new(savings, loans, payable, purse);
    }

    private static Money Promised(GroupState group) =>
        group.Loans.Where(l => l.Status == Loans.LoanStatus.Approved).Aggregate(Money.Zero, (sum, l) => sum + l.Terms.Principal);

    private static Money Sum(GroupState group, AccountKind kind) =>
        group.Balances.All.Where(b => b.Key.Kind == kind).Aggregate(Money.Zero, (sum, b) => sum + b.Value);
}
