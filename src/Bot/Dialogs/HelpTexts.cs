namespace DiGiBachat.Bot.Dialogs;

/// <summary>Which help fits a place: the kind of its question, or who asks where no question is open.</summary>
internal static class HelpTexts
{
    private const string WithoutGroup = "engine.help-without-group";
    private const string Member = "engine.help-member";
    private const string Officer = "engine.help-officer";
    private const string At = "engine.help-at.";

    private static readonly Dictionary<string, string> ByKind = new(StringComparer.Ordinal)
    {
        ["money"] = "money",
        ["number"] = "count",
        ["months"] = "count",
        ["percent"] = "count",
        ["day-of-month"] = "count",
        ["date"] = "day",
        ["past-date"] = "day",
        ["future-date"] = "day",
        ["period"] = "period",
        ["member"] = "member",
        ["invite-code"] = "code",
        ["bank-reference"] = "code",
        ["receipt-code"] = "code",
        ["upi-address"] = "code",
        ["person-name"] = "words",
        ["text"] = "words",
    };

    /// <summary>Every text of these, for the checks.</summary>
    internal static readonly IReadOnlyList<string> All =
    [
        WithoutGroup,
        Member,
        Officer,
        At + "money-confirmation",
        At + "choice",
        At + "menu",
        .. ByKind.Values.Distinct().Select(kind => At + kind),
    ];

    internal static string Nowhere(Surroundings surroundings) =>
        !surroundings.HasGroup ? WithoutGroup
        : (surroundings.Roles & (Roles.Treasurer | Roles.Admin)) != 0 ? Officer
        : Member;

    /// <summary>For an open question that has no help of its own; null where the general help says all.</summary>
    internal static string? Of(AskState question, bool confirmsMoney) =>
        confirmsMoney ? At + "money-confirmation"
        : question is MenuState ? At + "menu"
        : question.Parts.Accept is { } accept && ByKind.TryGetValue(accept, out var kind) ? At + kind
        : question is ChoiceState ? At + "choice"
        : null;
}
