using System.Collections.Frozen;
using System.Globalization;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Tests.Dialogs;

/// <summary>A small set of dialogs, slot kinds and phrases, enough to walk every way through the engine.</summary>
internal static class SampleDialogs
{
    public const string Loan = """
        dialog: loan
        for: [member, treasurer, admin]
        needs: group
        start: amount
        states:
          amount: { ask: amount, slot: amount, accept: money, check: loans.amount-allowed, next: months, help: amount-help }
          months: { ask: months, slot: months, accept: number, next: purpose }
          purpose: { ask: purpose, slot: purpose, accept: text, next: confirm }
          confirm:
            show: loans.quote
            ask: confirm
            choices: { yes: submit, no: dropped }
          submit: { do: loans.apply, money: true, done: submitted, refused: amount, outcomes: { waits: waiting } }
          submitted: { say: submitted, end: true }
          waiting: { say: waiting, end: true }
          dropped: { say: dropped, end: true }
        """;

    public const string Balance = """
        dialog: balance
        for: [member, treasurer, admin]
        start: tell
        states:
          tell: { show: savings.figures, say: figures, media: picture, end: true }
        """;

    public const string Menu = """
        dialog: menu
        for: anybody
        start: top
        states:
          top: { ask: top, menu: [balance, approve, loan, settings] }
        """;

    public const string Settings = """
        dialog: settings
        for: anybody
        start: which
        states:
          which:
            ask: which
            slot: often
            choices: { weekly: day, monthly: day }
          day: { ask: day, slot: day, accept: number, next: save }
          save: { do: settings.save, done: saved }
          saved: { say: saved, next: onward }
          onward: { start: balance }
        """;

    public const string Approve = """
        dialog: approve
        for: [treasurer, admin]
        start: which
        states:
          which: { ask: which, options: loans.waiting, slot: loan, accept: number, check: loans.decidable, next: confirm }
          confirm: { show: loans.terms, ask: confirm, choices: { yes: approve, no: end } }
          approve: { do: loans.approve, money: true, done: approved }
          approved: { say: approved, end: true }
        """;

    public const string Cash = """
        dialog: cash
        for: [treasurer]
        start: who
        states:
          who: { ask: who, slot: member, accept: member, next: amount }
          amount: { ask: amount, slot: amount, accept: money, next: confirm }
          confirm: { ask: confirm, choices: { yes: book, no: end } }
          book: { do: cash.book, money: true, done: booked }
          booked: { say: booked, end: true }
        """;

    public const string Circle = """
        dialog: circle
        for: [member]
        start: again
        states:
          again: { do: circle.turn, done: again }
        """;

    public const string Welcome = """
        dialog: welcome
        for: [stranger]
        start: name
        states:
          name: { ask: name, slot: name, accept: text, next: hello }
          hello: { say: hello, end: true }
        """;

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["loan.yaml"] = Loan,
        ["balance.yaml"] = Balance,
        ["menu.yaml"] = Menu,
        ["settings.yaml"] = Settings,
        ["approve.yaml"] = Approve,
        ["cash.yaml"] = Cash,
        ["circle.yaml"] = Circle,
        ["welcome.yaml"] = Welcome,
    };

    public static readonly FrozenDictionary<string, SlotKind> Kinds = new[]
    {
        new SlotKind("money", ValueShape.Money, (text, _) => ReadMoney(text)),
        new SlotKind("number", ValueShape.Number, (text, _) => ReadNumber(text)),
        new SlotKind("text", ValueShape.Words, (text, _) => new SlotOutcome.Understood(text)),
        new SlotKind("yes-no", ValueShape.Words, (text, _) => ReadYesNo(text)),
        new SlotKind("member", ValueShape.Member, ReadMember),
    }.ToFrozenDictionary(k => k.Name);

    /// <summary>(language, name) → phrases; the same words for several dialogs or languages where a test wants it.</summary>
    public static readonly IReadOnlyDictionary<(string, string), string[]> Phrases = new Dictionary<(string, string), string[]>
    {
        [("en", "loan")] = ["loan [{amount}] [{months}]", "loan {amount} for {months} months"],
        [("hi", "loan")] = ["कर्ज़ [{amount}]"],
        [("hi-Latn", "loan")] = ["karz [{amount}] [{months}] [chahiye]"],
        [("en", "balance")] = ["balance"],
        [("hi", "balance")] = ["बाकी"],
        [("hi-Latn", "balance")] = ["baaki", "hisaab dikhao"],
        [("en", "settings")] = ["settings"],
        [("en", "approve")] = ["approve loan [{loan}]"],
        [("en", "cash")] = ["cash {member} {amount}"],
        [("en", "circle")] = ["circle"],
        [("en", "welcome")] = ["hello"],
        [("en", "engine.commands.help")] = ["help"],
        [("hi-Latn", "engine.commands.help")] = ["madad"],
        [("en", "engine.commands.menu")] = ["menu"],
        [("en", "engine.commands.back")] = ["0", "back"],
        [("hi-Latn", "engine.commands.cancel")] = ["chhodo"],
        [("en", "engine.commands.cancel")] = ["cancel"],
        [("en", "engine.commands.language-en")] = ["english"],
        [("en", "engine.commands.language-hi")] = ["hindi"],
        [("hi", "engine.commands.language-hi")] = ["हिंदी"],
        [("en", "engine.commands.polite")] = ["please", "ji"],
    };

    public static readonly DialogTexts Texts = new(
        ["en", "hi", "hi-Latn"],
        (language, name) => Phrases.GetValueOrDefault((language, name)) ?? [],
        (language, key) =>
            key switch
            {
                "settings.choices.weekly" => language == "hi" ? "हर हफ़्ते" : "Every week",
                "engine.examples.number" => "6",
                _ when key.StartsWith("engine.examples.", StringComparison.Ordinal) => null,
                _ => key,
            }
    );

    public static IReadOnlyList<Dialog> Read(params string[] without) =>
        [.. Files.Where(f => !without.Contains(f.Key)).SelectMany(f => DialogReader.Read(f.Key, f.Value).Dialogs)];

    public static DialogCatalog Compile() => DialogCatalog.Compile(Read(), Kinds, Texts);

    private static SlotOutcome ReadMoney(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var rupees)
            ? rupees == 0 ? new SlotOutcome.Impossible("slots.no-money") : new SlotOutcome.Understood($"{rupees * 100}")
            : new SlotOutcome.NotUnderstood();

    private static SlotOutcome ReadNumber(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SlotOutcome.Understood($"{number}")
            : new SlotOutcome.NotUnderstood();

    private static SlotOutcome ReadYesNo(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "yes" or "haan" => new SlotOutcome.Understood("yes"),
            "no" or "nahi" => new SlotOutcome.Understood("no"),
            _ => new SlotOutcome.NotUnderstood(),
        };

    private static SlotOutcome ReadMember(string text, SlotSurroundings surroundings)
    {
        var found = surroundings
            .Members.Where(m => m.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(m => $"{m.Number}")
            .ToList();
        return found.Count switch
        {
            0 => new SlotOutcome.NotUnderstood(),
            1 => new SlotOutcome.Understood(found[0]),
            _ => new SlotOutcome.Ambiguous(found),
        };
    }
}
