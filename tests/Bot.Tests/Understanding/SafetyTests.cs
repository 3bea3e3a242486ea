using CsCheck;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Tests.Understanding;

/// <summary>No sentence moves money by mistake, and no denial becomes its opposite.</summary>
public class SafetyTests
{
    private static readonly string[] Denials =
    [
        "nahi",
        "mat",
        "not",
        "don't",
        "never",
        "नहीं",
        "मत",
        "nhi",
        "na",
        "no",
        "nahin",
    ];

    private static readonly List<string[]> Tables =
    [
        .. Hearing.Rows("utterances_sample.tsv"),
        .. Hearing.Rows("utterances_own.tsv"),
    ];

    private static readonly string[][] OfMoney =
    [
        .. Tables
            .Where(r => r[3] is "contribute" or "repay" or "apply_loan" or "approve" or "reject")
            .Select(r => r[0].Split(' ')),
        .. new[]
        {
            "cash sunita 500",
            "sunita ne 500 diye",
            "loan 12 reject karo paisa kam hai",
            "disburse loan 12",
            "paid 412345678901",
            "confirm 45",
        }.Select(s => s.Split(' ')),
    ];

    private static readonly string[] AnyWords =
    [
        .. Tables
            .SelectMany(r => r[0].Split(' '))
            .Concat(Denials)
            .Concat(["haan", "yes", "1", "500", "12"])
            .Distinct(),
    ];

    [Theory]
    [InlineData("loan mat do")]
    [InlineData("loan nahi chahiye")]
    [InlineData("approve mat karo")]
    [InlineData("loan 12 approve mat karo")]
    [InlineData("don't approve loan 12")]
    [InlineData("reject loan 12 mat karo")]
    [InlineData("loan 12 reject na karo")]
    [InlineData("500 jama mat karo")]
    [InlineData("लोन 9 मंज़ूर मत करो")]
    [InlineData("kist nahi bharni")]
    public void A_denial_never_starts_what_it_denies(string text) =>
        new[] { "loan", "approve-loan", "reject-loan", "pay", "repay", "payoff", "cash" }
            .Should()
            .NotContain(Hearing.Of(text).Understood.Target ?? "");

    [Theory]
    [InlineData("reject 45 not in the bank", "not in the bank")]
    [InlineData("payment 45 nahi mila bank mein nahi", "bank mein nahi")]
    [InlineData("reject 45 पैसे नहीं आए", "पैसे नहीं आए")]
    public void A_denial_inside_a_reason_is_a_part_of_it(string text, string reason) =>
        Hearing.Of(text).Understood.Heard["reason"].Should().Be(reason);

    [Theory]
    [
        InlineData("accha"),
        InlineData("ruko"),
        InlineData("rehne do"),
        InlineData("band karo"),
        InlineData("mat bhejo"),
        InlineData("bas karo"),
        InlineData("रुको"),
        InlineData("बंद करो")
    ]
    public void Words_on_which_speakers_differ_do_nothing_at_a_confirmation(string text) =>
        Hearing.Of(text, Awaiting.Confirmation).Intent.Should().Be("other");

    [Fact]
    public void A_denial_put_anywhere_into_any_sentence_of_money_never_yields_that_command() =>
        Gen.Select(Gen.Int[0, OfMoney.Length - 1], Gen.Int[0, 30], Gen.Int[0, Denials.Length - 1])
            .Sample(
                (row, at, denial) =>
                {
                    var words = OfMoney[row].ToList();
                    var meant = Hearing.Of(string.Join(' ', words)).Understood.Target;
                    at %= words.Count + 1;
                    if (
                        Denials[denial] == "no"
                        && at < words.Count
                        && char.IsDigit(words[at].FirstOrDefault(char.IsLetterOrDigit))
                    )
                    {
                        // "loan no 12" is its number.
                        return;
                    }

                    words.Insert(at, Denials[denial]);
                    var text = string.Join(' ', words);
                    Hearing
                        .Of(text)
                        .Understood.Target.Should()
                        .Match(t => t == null || t != meant, "\"{0}\" denies it", text);
                },
                iter: 20_000
            );

    [Fact]
    public void No_mixture_of_words_moves_money_before_its_own_confirmation() =>
        Gen.Select(Gen.Int[0, AnyWords.Length - 1].Array[1, 7], Gen.Int[0, 3])
            .Sample(
                (picked, question) =>
                {
                    var text = string.Join(' ', picked.Select(i => AnyWords[i]));
                    DialogState? state = null;
                    var open = question switch
                    {
                        1 => "loan",
                        2 => "jama",
                        3 => "approve loan 12",
                        _ => null,
                    };
                    if (open is not null)
                    {
                        state = Run(state, open, out _).State;
                    }

                    var confirming =
                        state?.Top is { } top
                        && Hearing.Catalog.Ask(top.Dialog, top.State).ConfirmsMoney;
                    Run(state, text, out var money);
                    money
                        .Should()
                        .BeFalse("\"{0}\" was only said, at {1}", text, state?.Top?.State);
                    confirming.Should().Be(question == 3);
                },
                iter: 3_000
            );

    [Fact]
    public void A_mistyped_command_is_proposed_and_never_a_yes_or_a_no()
    {
        foreach (
            var typed in new[]
            {
                "yess do",
                "hann kr",
                "nhai",
                "appove loan 12",
                "jaama 500",
                "blaance",
                "karz chahyie",
            }
        )
        {
            var understood = Hearing.Of(typed).Understood;
            (understood.Layer != Layer.Typo || understood.Proposal is not null)
                .Should()
                .BeTrue(typed);
        }
    }

    /// <summary>One turn with actions that always answer; whether one of them moved money.</summary>
    private static Step.Finished Run(DialogState? state, string text, out bool money)
    {
        var engine = new DialogEngine(Hearing.Catalog);
        var surroundings = new Surroundings(
            "en",
            Roles.Member | Roles.Treasurer | Roles.Admin,
            Now,
            ChannelKind.Sms,
            true,
            "Meera",
            Hearing.Around
        );
        var step = engine.Begin(state, new Input(text), surroundings);
        money = false;
        while (step is Step.CallAction call)
        {
            money |= call.Money && !IsYesTo(state, text);
            step = engine.Resume(
                call,
                call.Kind == ActionKind.Options
                    ? new ActionResult.Options([new OfferedChoice("12", new Bot.Texts.Text("x"))])
                    : new ActionResult.Ok()
            );
        }

        return (Step.Finished)step;
    }

    /// <summary>A clear yes to the confirmation that is open is what moves money.</summary>
    private static bool IsYesTo(DialogState? state, string text) =>
        state?.Top is { } top
        && Hearing.Catalog.Ask(top.Dialog, top.State).ConfirmsMoney
        && (text == "1" || Hearing.Of(text, Awaiting.Confirmation).Intent == "yes");

    private static readonly DateTimeOffset Now = new(2026, 4, 5, 10, 0, 0, TimeSpan.FromHours(5.5));
}
