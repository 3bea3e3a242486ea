using System.Reflection;
using System.Text.Json;
using DiGiBachat.Core.Groups;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

public sealed class RuleBookTests
{
    [Fact]
    public void Every_rule_of_a_group_has_its_line()
    {
        var properties = typeof(GroupRules).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);
        RuleBook
            .All.Select(r => r.Key)
            .Should()
            .BeEquivalentTo(properties.Select(p => JsonNamingPolicy.KebabCaseLower.ConvertName(p.Name)));
    }

    [Fact]
    public void The_defaults_are_within_their_bounds() => RuleBook.Check(Rules).Should().BeNull();

    /// <summary>What a line sets is its own property and no other, and it reads back what it set.</summary>
    [Fact]
    public void A_line_changes_its_own_rule_and_no_other()
    {
        foreach (var rule in RuleBook.All)
        foreach (var value in Possible(rule))
        {
            rule.Check(value).Should().BeNull($"{rule.Key} may be {value}");
            var changed = rule.Set(Rules, value);
            rule.Get(changed).Should().Be(value, rule.Key);
            RuleBook.All.Where(other => other.Key != rule.Key && other.Get(changed) != other.Get(Rules)).Should().BeEmpty(rule.Key);
        }
    }

    [Fact]
    public void What_is_just_outside_its_bounds_is_refused()
    {
        foreach (var rule in RuleBook.All.Where(r => r.Least is not null))
        {
            rule.Check($"{rule.Least - 1}").Should().NotBeNull(rule.Key);
            rule.Check($"{rule.Most + 1}").Should().NotBeNull(rule.Key);
        }
        foreach (var rule in RuleBook.All.Where(r => !r.MayBeOff))
            rule.Check(Rule.Off).Should().Be(new RuleCannotBeOff(), rule.Key);
        RuleBook.Of(RuleBook.Calendar).Check("monthly:32").Should().Be(new RuleNotAChoice());
    }

    /// <summary>Other values than the one in force.</summary>
    internal static IEnumerable<string> Possible(Rule rule)
    {
        IEnumerable<string> all =
            rule.Kind == RuleKind.Calendar ? ["monthly:31", "weekly:Sunday", "fortnightly:Friday"]
            : rule.Choices.Count > 0 ? rule.Choices
            : [$"{rule.Least}", $"{rule.Most}"];
        if (rule.MayBeOff)
            all = all.Append(Rule.Off);
        return all.Where(value => value != rule.Get(Rules));
    }
}
