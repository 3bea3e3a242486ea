using System.Text.Json.Nodes;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Persistence.Turns;

/// <summary>
/// Rules are kept for ever and learn new properties. A generated reader gives a property that is not in the text nothing instead of
/// its default, so what is missing is filled in before it is read.
/// </summary>
internal static class RulesDefaults
{
    private static readonly JsonObject Defaults = (JsonObject)
        JsonNode.Parse(
            EventJson.Write(new GroupRules { Contribution = Money.Zero, Calendar = DueCalendar.Monthly(1, DateOnly.MinValue) })
        )!;

    /// <summary>A rule that may be off is left out when it is off; its absence means that.</summary>
    private static readonly string[] MayBeOff = ["maximumLoanTimesSavings", "maximumLoan", "voteOnLoansAbove"];

    private static readonly string[] Marks = [.. Defaults.Select(d => d.Key).Except(MayBeOff).Select(name => $"\"{name}\":")];

    public static string CompletedWith(string json)
    {
        if (Array.TrueForAll(Marks, mark => json.Contains(mark, StringComparison.Ordinal)))
            return json;
        var rules = (JsonObject)JsonNode.Parse(json)!;
        foreach (var (name, value) in Defaults)
            if (!rules.ContainsKey(name))
                rules[name] = value?.DeepClone();
        return rules.ToJsonString();
    }
}
