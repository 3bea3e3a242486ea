using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>What people want, in few words, as understanding is measured. One table from dialogs and engine commands to intents.</summary>
public static class Intents
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string AmountOnly = "amount-only";
    public const string DateOnly = "date-only";
    public const string Other = "other";

    private const string Cancel = "cancel";
    private const string Help = "help";
    private const string Menu = "menu";
    private const string Balance = "balance";
    private const string Contribute = "contribute";
    private const string Statement = "statement";
    private const string Approve = "approve";
    private const string Reject = "reject";
    private const string Repay = "repay";
    private const string Language = "language";

    private static readonly FrozenDictionary<string, string> ByTarget = new Dictionary<
        string,
        string
    >
    {
        [EngineTexts.HelpCommand] = Help,
        [EngineTexts.MenuCommand] = Menu,
        [EngineTexts.BackCommand] = Cancel,
        [EngineTexts.CancelCommand] = Cancel,
        [EngineTexts.GreetingCommand] = "greeting",
        [EngineTexts.ThanksCommand] = "thanks",
        ["menu"] = Menu,
        ["tour"] = Help,
        ["officer-menu"] = Menu,
        ["admin-menu"] = Menu,
        ["loan-menu"] = Menu,
        ["group-menu"] = Menu,
        ["language"] = Language,
        ["balance"] = Balance,
        ["my-loan"] = Balance,
        ["schedule"] = Balance,
        ["group"] = Balance,
        ["passbook"] = Statement,
        ["statement"] = Statement,
        ["pay"] = Contribute,
        ["paid"] = Contribute,
        ["cash"] = Contribute,
        ["loan"] = "apply_loan",
        ["repay"] = Repay,
        ["payoff"] = Repay,
        ["join"] = "join",
        ["approve-loan"] = Approve,
        ["confirm"] = Approve,
        ["admit"] = Approve,
        ["reject-loan"] = Reject,
        ["reject"] = Reject,
        ["refuse"] = Reject,
        ["stop-messages"] = "stop",
        ["resume-messages"] = "start",
    }.ToFrozenDictionary();

    /// <summary>Dialogs that could move money or decide on it; for none of them is a message about something else to be taken.</summary>
    public static readonly FrozenSet<string> OfMoney =
    [
        "pay",
        "paid",
        "cash",
        "loan",
        "repay",
        "payoff",
        "approve-loan",
        "confirm",
        "admit",
        "reject-loan",
        "reject",
        "refuse",
        "disburse-loan",
        "cancel-loan",
        "withdraw-loan",
        "undo",
    ];

    public static string Of(string? target) =>
        target is null ? Other
        : target.StartsWith(EngineTexts.LanguageCommandPrefix, StringComparison.Ordinal) ? Language
        : ByTarget.GetValueOrDefault(target, Other);
}
