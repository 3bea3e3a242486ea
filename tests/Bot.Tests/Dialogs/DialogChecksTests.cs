using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Checks;

namespace DiGiBachat.Bot.Tests.Dialogs;

/// <summary>One good catalogue, spoilt in one place at a time; each fault is found at its line.</summary>
public sealed class DialogChecksTests
{
    private const string Pay = """
        dialog: pay
        for: [member]
        start: amount
        states:
          amount: { ask: amount, slot: amount, accept: money, check: pay.allowed, next: how }
          how:
            ask: how
            slot: how
            choices: { upi: confirm, cash: confirm }
          confirm:
            show: pay.quote
            ask: confirm
            choices: { yes: book, no: dropped }
          book: { do: pay.book, money: true, done: booked, refused: amount, outcomes: { waits: dropped } }
          booked: { say: booked, next: onward }
          dropped: { say: dropped, end: true }
          onward: { start: balance, slots: { amount: amount } }
        """;

    private const string Balance = """
        dialog: balance
        for: [member, admin]
        start: tell
        slots: { amount: money }
        states:
          tell: { say: figures, end: true }
        """;

    private const string Menu = """
        dialog: menu
        for: anybody
        start: top
        states:
          top: { ask: top, menu: [pay, balance] }
        """;

    private static readonly CheckedAction[] Actions =
    [
        new("pay.allowed", ActionKind.Check),
        new("pay.quote", ActionKind.Show, Supplies: ["total"]),
        new("pay.book", ActionKind.Do, Money: true, Supplies: ["receipt"], Outcomes: ["waits"]),
        new("pay.note", ActionKind.Do),
    ];

    private readonly Dictionary<(string Language, string Key), string?> texts = new();
    private readonly Dictionary<(string Language, string Name), string[]> phrases = new();

    public DialogChecksTests()
    {
        foreach (var language in (string[])["en", "hi", "hi-Latn"])
        {
            texts[(language, "pay.confirm")] = "{amount:words} by {how}, in all {total}?";
            texts[(language, "pay.booked")] = "{receipt}: {amount}";
            phrases[(language, "pay")] = ["pay [{amount}]"];
            phrases[(language, "balance")] = ["balance", "what have I"];
            phrases[(language, "engine.commands.help")] = ["help", "madad"];
            phrases[(language, "engine.commands.menu")] = ["menu"];
            phrases[(language, "engine.commands.back")] = ["0", "back"];
            phrases[(language, "engine.commands.cancel")] = ["cancel", "chhodo"];
            phrases[(language, $"engine.commands.language-{language}")] = [language];
        }
    }

    [Fact]
    public void A_good_catalogue_has_no_fault() => Faults(Pay).Should().BeEmpty();

    [Theory]
    [InlineData("start: amount", "start: nowhere", "pay.yaml:1: unknown-state")]
    [InlineData("next: how", "next: nowhere", "pay.yaml:5: unknown-state")]
    [InlineData("check: pay.allowed", "check: pay.nothing", "pay.yaml:5: unknown-action")]
    [InlineData("show: pay.quote", "show: pay.book", "pay.yaml:10: unknown-action")]
    [InlineData("accept: money", "accept: shells", "pay.yaml:5: unknown-slot-kind")]
    [InlineData("waits: dropped", "sleeps: dropped", "pay.yaml:14: unknown-outcome")]
    [InlineData("start: balance", "start: nowhere", "pay.yaml:17: unknown-dialog")]
    [InlineData("amount: amount }", "amount: much }", "pay.yaml:17: unknown-slot")]
    [InlineData("amount: amount }", "sum: amount }", "pay.yaml:17: unknown-slot")]
    [InlineData("no: dropped", "no: end", null)]
    [InlineData("dropped: { say: dropped, end: true }", "dropped: { say: dropped, end: true }\n  lost: { say: dropped, end: true }", "pay.yaml:17: unreachable")]
    [InlineData("dropped: { say: dropped, end: true }", "dropped: { say: dropped, next: dropped }", "pay.yaml:16: no-end")]
    [InlineData("dropped: { say: dropped, end: true }", "dropped: { say: dropped, next: dropped }", "pay.yaml:16: circle")]
    [InlineData("dropped: { say: dropped, end: true }", "dropped: { do: pay.note, done: dropped }", "pay.yaml:16: circle")]
    [InlineData("yes: book", "upi: book", "pay.yaml:10: money-unconfirmed")]
    [InlineData(", no: dropped", "", "pay.yaml:10: money-unconfirmed")]
    [InlineData("upi: confirm", "upi: book", "pay.yaml:6: money-unconfirmed")]
    [InlineData("start: amount", "start: book", "pay.yaml:14: money-unconfirmed")]
    [InlineData(", money: true", "", "pay.yaml:14: money-unmarked")]
    [InlineData("do: pay.book", "do: pay.note", "pay.yaml:14: money-unmarked")]
    [InlineData("ask: confirm", "ask: amount", "pay.yaml:10: confirmation-without-figures")]
    [InlineData("slot: how", "slot: which", "pay.yaml:10: placeholder")]
    [InlineData("    show: pay.quote\n", "", "pay.yaml:10: placeholder")]
    [InlineData("next: how", "next: confirm", "pay.yaml:10: placeholder")]
    public void A_spoilt_dialog_is_found_at_its_line(string good, string bad, string? fault)
    {
        Pay.Should().Contain(good);
        var faults = Faults(Pay.Replace(good, bad, StringComparison.Ordinal));
        if (fault is null)
        {
            faults.Where(f => !f.Contains("unreachable", StringComparison.Ordinal)).Should().BeEmpty();
        }
        else
        {
            faults.Should().Contain(f => f.StartsWith(fault, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("pay.amount", null, "pay.yaml:5: missing-text: text 'pay.amount' is missing in hi")]
    [InlineData("pay.title", null, "pay.yaml:1: missing-text")]
    [InlineData("pay.choices.upi", null, "pay.yaml:6: missing-text")]
    [InlineData("engine.question-gone", null, "hi.yaml:1: missing-text")]
    [InlineData("pay.choices.upi", "Paid by UPI just now!", "pay.yaml:6: long-label")]
    [InlineData("pay.choices.upi", "Paid by UPI just now", null)]
    [InlineData("pay.choices.upi", "Madad", "pay.yaml:6: label-is-a-command")]
    [InlineData("pay.choices.upi", "hi", null)]
    [InlineData("pay.choices.upi", "pay.choices.cash", "pay.yaml:6: same-label")]
    [InlineData("pay.amount", "Reply STOP to stop", "pay.yaml:5: reserved-word")]
    [InlineData("pay.amount", "How much? (Stop is no capital word)", null)]
    [InlineData("pay.booked", "{receipt} {balance}", "pay.yaml:15: placeholder: nothing fills {balance} of 'pay.booked' here")]
    public void A_spoilt_text_is_found_at_its_state(string key, string? words, string? fault)
    {
        texts[("hi", key)] = words;
        Expect(Faults(Pay), fault);
    }

    [Theory]
    [InlineData("pay", new string[0], "pay.yaml:1: missing-phrases: pay has no phrases in hi")]
    [InlineData("pay", new[] { "pay {sum}" }, "pay.yaml:1: phrase-shape")]
    [InlineData("pay", new[] { "pay [{amount}" }, "pay.yaml:1: phrase-shape")]
    [InlineData("pay", new[] { "[pay]" }, "pay.yaml:1: phrase-shape")]
    [InlineData("pay", new[] { "start" }, "pay.yaml:1: reserved-word")]
    [InlineData("pay", new[] { "start", "shuru" }, null)]
    [InlineData("pay", new[] { "Balance!" }, "pay.yaml:1: phrase-twice: 'balance' starts both balance and pay")]
    [InlineData("pay", new[] { "madad" }, "pay.yaml:1: phrase-twice")]
    [InlineData("engine.commands.help", new[] { "help" }, "hi.yaml:1: reserved-word")]
    [InlineData("engine.commands.cancel", new string[0], "hi.yaml:1: missing-phrases")]
    [InlineData("engine.commands.language-hi", new string[0], "hi.yaml:1: missing-phrases")]
    public void Spoilt_phrases_are_found_at_their_dialog(string name, string[] written, string? fault)
    {
        phrases[("hi", name)] = written;
        Expect(Faults(Pay), fault);
    }

    [Fact]
    public void Help_is_said_without_the_figures_of_its_question()
    {
        texts[("en", "pay.confirm-help")] = "{total}";
        Faults(Pay.Replace("ask: confirm", "ask: confirm\n    help: confirm-help", StringComparison.Ordinal))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("pay.yaml:10: placeholder: nothing fills {total} of 'pay.confirm-help'");
    }

    [Fact]
    public void The_same_phrase_may_serve_two_roles() => Faults(Pay.Replace("for: [member]", "for: [pending]", StringComparison.Ordinal), balancePhrase: "pay").Should().BeEmpty();

    [Fact]
    public void The_same_phrase_twice_for_one_role_is_a_fault() => Faults(Pay, balancePhrase: "pay").Should().ContainSingle(f => f.Contains("phrase-twice", StringComparison.Ordinal));

    [Fact]
    public void Free_text_stands_last_in_a_phrase()
    {
        var reason = Pay.Replace("accept: money", "accept: text", StringComparison.Ordinal);
        phrases[("hi", "pay")] = ["pay {amount} by {how}"];
        Faults(reason).Should().Contain(f => f.StartsWith("pay.yaml:1: phrase-shape", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_dialogs_of_one_name_are_a_fault() =>
        Check([.. Read("pay.yaml", Pay), .. Read("pay.yaml", Pay), .. Read("balance.yaml", Balance), .. Read("menu.yaml", Menu)])
            .Should()
            .Contain(f => f.StartsWith("pay.yaml:1: dialog-twice", StringComparison.Ordinal));

    [Fact]
    public void A_dialog_that_nothing_starts_is_a_fault()
    {
        foreach (var language in (string[])["en", "hi", "hi-Latn"])
        {
            phrases[(language, "pay")] = [];
        }

        Check([.. Read("pay.yaml", Pay), .. Read("balance.yaml", Balance)]).Should().Contain(f => f.StartsWith("pay.yaml:1: never-started", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_holds_ten_choices()
    {
        var values = Enumerable.Range(1, WordChecks.MaxChoices).Select(i => $"w{i}").ToList();
        Faults(Pay.Replace("{ upi: confirm, cash: confirm }", $"[{string.Join(", ", values)}]\n    next: confirm", StringComparison.Ordinal)).Should().BeEmpty();
        Faults(Pay.Replace("{ upi: confirm, cash: confirm }", $"[{string.Join(", ", values.Append("w11"))}]\n    next: confirm", StringComparison.Ordinal))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("pay.yaml:6: many-choices");
    }

    private static void Expect(IReadOnlyList<string> faults, string? fault)
    {
        if (fault is null)
        {
            faults.Should().BeEmpty();
        }
        else
        {
            faults.Should().Contain(f => f.StartsWith(fault, StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<Dialog> Read(string file, string yaml)
    {
        var read = DialogReader.Read(file, yaml);
        read.Faults.Should().BeEmpty();
        return read.Dialogs;
    }

    private IReadOnlyList<string> Faults(string pay, string? balancePhrase = null)
    {
        if (balancePhrase is not null)
        {
            phrases[("hi", "balance")] = [balancePhrase];
        }

        return Check([.. Read("pay.yaml", pay), .. Read("balance.yaml", Balance), .. Read("menu.yaml", Menu)]);
    }

    private IReadOnlyList<string> Check(IReadOnlyList<Dialog> dialogs) =>
        [
            .. DialogChecks
                .Check(
                    dialogs,
                    SampleDialogs.Kinds,
                    Actions,
                    new DialogTexts(
                        ["en", "hi", "hi-Latn"],
                        (language, name) => phrases.GetValueOrDefault((language, name)) ?? [],
                        (language, key) => texts.TryGetValue((language, key), out var words) ? words : key
                    )
                )
                .Select(f => f.ToString()),
        ];
}
