using System.Globalization;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Actions;

/// <summary>What was typed as the new value of a rule, read as that rule is read; null when it says nothing of the kind.</summary>
internal static class RuleReading
{
    public static string? Of(CurrentTurn turn, Filled slots)
    {
        var rule = RuleBook.Of(slots.Words("rule"));
        if (rule.Kind == RuleKind.Calendar)
            return Calendar(slots);
        return slots.WordsOrNull("value") is { } typed ? Read(rule, typed.Trim(), new(turn.Today, turn.Language, [])) : null;
    }

    private static string? Calendar(Filled slots) =>
        slots.WordsOrNull("frequency") switch
        {
            null => null,
            "monthly" => slots.Has("day") ? "monthly:" + slots.Words("day") : null,
            var frequency => slots.Has("weekday") ? $"{frequency}:{slots.Words("weekday")}" : null,
        };

    private static string? Read(Rule rule, string typed, SlotSurroundings around)
    {
        // A choice of the list comes as its own name.
        if (rule.Choices.Contains(typed))
            return typed;
        var words = Normaliser.Normalise(typed);
        if (RuleSlots.Off.Contains(words) && rule.Kind is not (RuleKind.Switch or RuleKind.Choice))
            return rule.MayBeOff ? Rule.Off : "0";
        return rule.Kind switch
        {
            RuleKind.Amount => Kind("money"),
            RuleKind.Percent => Kind("percent"),
            RuleKind.Months => Kind("months"),
            RuleKind.Number => Kind("number"),
            RuleKind.Hour => Hour(),
            RuleKind.Switch when RuleSlots.On.Contains(words) => Rule.Yes,
            RuleKind.Switch when RuleSlots.Off.Contains(words) => Rule.No,
            RuleKind.Switch => Kind("yes-no"),
            RuleKind.Choice when rule.Key == "default-language" => Kind("language"),
            RuleKind.Choice or RuleKind.Calendar => null,
        };

        string? Kind(string name) =>
            SlotCatalog.Kinds[name].Read(typed, around) is SlotOutcome.Understood understood ? understood.Value : null;

        // "21:00" is what the rule itself shows.
        string? Hour() =>
            Kind("number")
            ?? (
                TimeOnly.TryParseExact(typed, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                && time.Minute == 0
                    ? time.Hour.ToString(CultureInfo.InvariantCulture)
                    : null
            );
    }
}
