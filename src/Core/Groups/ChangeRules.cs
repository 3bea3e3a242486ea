using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Groups;

/// <summary>One rule gets a new value, by vote. Only this one: two votes on two rules do not undo each other.</summary>
public sealed record RuleChange(string Rule, string Was, string Value) : Act;

/// <summary>
/// An admin changes one rule: from today on, as a new version. Loans keep the terms of the day they were approved, open dues their
/// amount; a due is fined by the rule of its due day. Saving amount and saving days hold from the next period that opens.
/// </summary>
public static class ChangeRules
{
    /// <summary>
    /// Changes it at once, or puts it to the vote when the rules say so. Refuses values out of bounds, one that is in force already, and
    /// fewer places than there are members.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, string rule, string value)
    {
        var admin = Permissions.Check(group, actor, Permission.ChangeRules);
        if (admin.IsRefused)
            return admin.Refusal!;
        if (Check(group, rule, value) is { } refusal)
            return refusal;
        return group.Rules.VoteOnRules
            ? Ballots.AskAll(group, actor, new RuleChange(rule, RuleBook.Of(rule).Get(group.Rules), value))
            : new GroupEvent[] { Change(group, (actor.Today, actor.Member), rule, value) };
    }

    /// <summary>What stands in the way of this value; null when nothing does.</summary>
    public static Refusal? Check(GroupState group, string key, string value)
    {
        var rule = RuleBook.Of(key);
        if (rule.Check(value) is { } refusal)
            return refusal;
        if (rule.Get(group.Rules) == value)
            return new RuleUnchanged();
        var members = group.ActiveMembers.Count();
        return key == RuleBook.MaximumMembers && rule.Set(group.Rules, value).MaximumMembers < members
            ? new FewerThanMembers(members)
            : null;
    }

    /// <summary>The first due day to which a change made today applies; null for rules that hold at once.</summary>
    public static DateOnly? HoldsFrom(GroupState group, DateOnly today, string key, string value) =>
        key switch
        {
            RuleBook.Calendar => Calendar(group, today, value).NextPeriodOn,
            "contribution" => group.NextPeriodOn,
            _ => null,
        };

    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, RuleChange voted) =>
        Check(group, voted.Rule, voted.Value) is { } refusal
            ? refusal
            : new GroupEvent[] { Change(group, (actor.Today, null), voted.Rule, voted.Value) };

    private static RulesChanged Change(GroupState group, (DateOnly On, MemberNumber? By) decided, string key, string value)
    {
        var rule = RuleBook.Of(key);
        var rules = rule.Set(group.Rules, value);
        var next = group.NextPeriodOn;
        if (key == RuleBook.Calendar)
        {
            var (calendar, first) = Calendar(group, decided.On, value);
            (rules, next) = (rules with { Calendar = calendar }, first);
        }
        return new(group.RulesVersion + 1, rules, key, rule.Get(group.Rules), value, decided.By, decided.On, next);
    }

    private static (DueCalendar Calendar, DateOnly NextPeriodOn) Calendar(GroupState group, DateOnly today, string value) =>
        CalendarChange.Of(new(group.Rules.Calendar, group.Matters.LastPeriodOn, group.NextPeriodOn), Rule.CalendarOf(value)!, today);
}
