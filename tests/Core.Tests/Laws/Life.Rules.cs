using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>The group changes its rules, asks, votes, and is closed and opened.</content>
internal static partial class Life
{
    private static Act OfRules(Step step, Register register)
    {
        var group = register.Group;
        var ballot = Pick(group.Matters.Ballots, step.Which)?.Number.Value ?? step.Which;
        return step.Amount switch
        {
            < 8 => ChangesAnyRule(step, group),
            < 10 => Act.Asks("Shall we meet on Sundays?", step.Which > 5),
            < 16 => Act.Votes(new(1 + (step.Whom % 4)), step.Who < 7, ballot),
            16 => Act.TakesBack(ballot),
            17 when step.Which < 5 => Act.Agrees(new MemberNumber(1 + (step.Whom % 4)), step.Which switch { 0 => null, 1 => Core.Payments.AutopayConsent.Paused, _ => Core.Payments.AutopayConsent.On }),
            17 => Act.Renames("Saheli " + step.Which),
            // An address waits only where one officer is left.
            18 or 19 when step.Which < 4 && group.ActiveMembers.FirstOrDefault(m => m.Role == Role.Treasurer) is { } treasurer => Act.Makes(
                treasurer.Number,
                Role.Member
            ),
            18 or 19 => Act.NamesUpi($"saheli{step.Which % 3}@okaxis"),
            20 => Act.Tells("meeting is at 5"),
            21 => Act.Dissolves(),
            _ => Act.Archives(),
        };
    }

    /// <summary>A rule picked by the step, and something near what it is now, often enough within its bounds.</summary>
    private static Act ChangesAnyRule(Step step, GroupState group)
    {
        var rule = RuleBook.All[((step.Who * 10) + step.Whom) % RuleBook.All.Count];
        var value = rule switch
        {
            { Kind: RuleKind.Calendar } => step.Which switch
            {
                < 4 => $"monthly:{1 + step.Days}",
                < 7 => $"weekly:{(DayOfWeek)(step.Days % 7)}",
                _ => $"fortnightly:{(DayOfWeek)(step.Days % 7)}",
            },
            { Choices.Count: > 0 } => rule.Choices[step.Which % rule.Choices.Count],
            { Key: RuleBook.MaximumMembers } => $"{2 + step.Which}",
            { Kind: RuleKind.Amount } => $"{step.Which * 100_00L}",
            _ => $"{step.Which}",
        };
        return Act.Changes(rule.Key, value);
    }
}
