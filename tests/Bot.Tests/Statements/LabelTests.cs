using System.Reflection;
using DiGiBachat.Bot.Statements;

namespace DiGiBachat.Bot.Tests.Statements;

public class LabelTests
{
    [Fact]
    public void Every_key_is_listed_and_has_its_text_in_each_language()
    {
        var named = typeof(StatementLabels)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
        StatementLabels.All.Should().BeEquivalentTo(named).And.OnlyHaveUniqueItems();
        foreach (var language in new[] { "en", "hi", "hi-Latn" })
            StatementLabels.All.Select(SampleLabels.In(language)).Should().OnlyContain(text => text.Length > 0 && !text.Contains('{'));
    }
}
