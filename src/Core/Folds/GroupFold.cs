using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Folds;

/// <summary>
/// What each event does to a group in memory: the same that its rows do in the database (a test holds the two against each
/// other). Money on accounts is not here: it follows from <see cref="Ledger.Postings"/>. Each area knows its own events and gives
/// null for those of the others.
/// </summary>
internal static class GroupFold
{
    private static readonly Func<GroupState, GroupEvent, GroupState?>[] Areas =
    [
        MemberFold.Apply,
        MembershipFold.Apply,
        PaymentFold.Apply,
        LoanFold.Apply,
        LendingFold.Apply,
        DecisionFold.Apply,
        MeetingFold.Apply,
        OpeningFold.Apply,
        FundFold.Apply,
        ObjectionFold.Apply,
        RulesFold.Apply,
    ];

    public static GroupState Apply(GroupState group, GroupEvent happened)
    {
        foreach (var area in Areas)
            if (area(group, happened) is { } after)
                return after;
        throw new InvalidOperationException($"No fold for {happened.GetType().Name}.");
    }

    /// <summary>The group that <paramref name="e"/> creates.</summary>
    public static GroupState Create(GroupCreated e) =>
        new()
        {
            Id = e.Id,
            Name = e.Name,
            Rules = e.Rules,
            UpiAddress = e.UpiAddress,
            Invite = e.Invite,
            NextPeriodOn = e.FirstPeriodOn,
            Members = [e.Founder],
            Counters = new(e.Founder.Number.Value, 0, 0, 0, 0),
            Matters = new() { Cycle = new(1, e.Founder.JoinedOn) },
            SavingsHistory = [],
            IsWhole = true,
        };

    public static GroupState Change(this GroupState group, MemberNumber number, Func<Member, Member> change) =>
        group with
        {
            Members = group.Members.Select(m => m.Number == number ? change(m) : m).ToList(),
        };

    public static GroupState Change(this GroupState group, Func<OpenMatters, OpenMatters> change) =>
        group with
        {
            Matters = change(group.Matters),
        };
}
