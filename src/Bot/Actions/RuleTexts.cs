using System.Globalization;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Actions;

/// <summary>Rules in words: the name of each, its value, its reason.</summary>
internal static class RuleTexts
{
    public static Text Name(string rule) => new("rule-names." + rule);

    public static Text Why(string rule) => new("rule-why." + rule);

    public static Text Chapter(RuleChapter chapter) => new("rule-chapters." + Lower(chapter));

    /// <summary>A value as the reader says it.</summary>
    public static object Value(Rule rule, string value) =>
        value == Rule.Off
            ? new Text(rule.Key == "vote-on-loans-above" ? "rule-values.no-loan" : "rule-values.none")
            : rule.Kind switch
            {
                RuleKind.Amount => Figure(value) == 0 ? new Text("rule-values.nothing") : new Money(Figure(value)),
                RuleKind.Percent => Text.Of("rule-values.percent", ("rate", new Rate((int)Figure(value)))),
                RuleKind.Number => (int)Figure(value),
                RuleKind.Months => Text.Of("rule-values.months", ("count", (int)Figure(value))),
                RuleKind.Hour => Text.Of("rule-values.hour", ("hour", (int)Figure(value))),
                RuleKind.Switch => new Text(value == Rule.Yes ? "rule-values.yes" : "rule-values.no"),
                RuleKind.Choice => new Text($"rule-values.{rule.Key}-{value}"),
                RuleKind.Calendar => Fragments.Calendar(Rule.CalendarOf(value)!(DateOnly.MinValue.AddMonths(1))),
            };

    /// <summary>One rule as a line: its name and its value.</summary>
    public static Text Line(GroupRules rules, Rule rule) =>
        Text.Of("rule-lines.line", ("rule", Name(rule.Key)), ("value", Value(rule, rule.Get(rules))));

    /// <summary>All rules, by chapter, each under its heading.</summary>
    public static IReadOnlyList<Text> All(GroupRules rules) =>
        Enum.GetValues<RuleChapter>()
            .Select(chapter => Text.Of("rule-lines.chapter", ("chapter", Chapter(chapter)), ("lines", Lines(rules, chapter))))
            .ToList();

    public static IReadOnlyList<Text> Lines(GroupRules rules, RuleChapter chapter) =>
        RuleBook.All.Where(r => r.Chapter == chapter).Select(rule => Line(rules, rule)).ToList();

    /// <summary>From when a change made today holds, and what stays as it is.</summary>
    public static Text From(GroupState group, DateOnly today, string rule, string value) =>
        ChangeRules.HoldsFrom(group, today, rule, value) is { } first
            ? Text.Of("rule-lines.from-period", ("on", first))
            : Text.Of("rule-lines.from-today", ("on", today));

    private static long Figure(string value) => long.Parse(value, CultureInfo.InvariantCulture);

    private static string Lower(RuleChapter chapter) => chapter.ToString().ToLowerInvariant();
}
