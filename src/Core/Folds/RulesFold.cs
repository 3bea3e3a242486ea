using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Folds;

/// <summary>The rules and the life of the group as a whole.</summary>
internal static class RulesFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            RulesChanged e => Changed(group, e),
            GroupRenamed e => group with { Name = e.Name },
            UpiAddressHeld e => group.Change(m => m with { HeldUpi = e.Held }),
            UpiAddressChanged e => (group with { UpiAddress = e.Address }).Change(m => m with { HeldUpi = null }),
            AllTold e => group.Change(m =>
                m with
                {
                    Announcements = m.Announcements is { } told && told.On == e.On ? told with { Count = told.Count + 1 } : new(e.On, 1),
                }
            ),
            GroupArchived e => (group with { Status = GroupStatus.Archived }).Change(m => m with { Archived = new(e.By, e.On, e.Final) }),
            GroupReopened e => (group with { Status = GroupStatus.Active, NextPeriodOn = e.NextPeriodOn }).Change(m =>
                m with
                {
                    Archived = null,
                }
            ),
            _ => null,
        };

    private static GroupState Changed(GroupState group, RulesChanged e)
    {
        var before = group.Rules;
        var after = group with { Rules = e.Rules, RulesVersion = e.Version, NextPeriodOn = e.NextPeriodOn };
        // Only what open dues and running loans go by is kept.
        return
            before.Calendar == e.Rules.Calendar
            && before.LateContributionFine == e.Rules.LateContributionFine
            && before.DaysOfGrace == e.Rules.DaysOfGrace
            ? after
            : after.Change(m =>
                m with
                {
                    FormerRules = [.. m.FormerRules, new(before.Calendar, before.LateContributionFine, before.DaysOfGrace, e.On)],
                }
            );
    }
}
