using System.Collections.Immutable;
using System.Globalization;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>The question at which a message is read.</summary>
public enum Awaiting
{
    Nothing,
    Confirmation,
    Amount,
    Date,
}

/// <summary>An intent, its slots as a measure counts them (rupees, names, codes), and how it was understood.</summary>
internal sealed record Meaning(
    string Intent,
    ImmutableSortedDictionary<string, object> Slots,
    Understood Understood
);

/// <summary>
/// The intent of any text at any question, without a conversation: an answer to the question in its own terms, then a command, then
/// a bare yes or no, then a mistyped command. The same <see cref="Understander"/> that the conversation asks.
/// </summary>
internal sealed class IntentReader(DialogCatalog catalog)
{
    private const decimal PaisePerRupee = 100;
    private static readonly ImmutableSortedDictionary<string, object> NoSlots =
        ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);

    public Meaning Read(string text, Awaiting awaiting, Roles roles, SlotSurroundings surroundings)
    {
        if (Answer(text, awaiting, surroundings) is { } answer)
        {
            return answer;
        }

        var understood = catalog.Understander.Command(
            text,
            roles,
            surroundings,
            open: awaiting == Awaiting.Confirmation
        );
        if (understood.Layer == Layer.None && YesOrNo(text, surroundings) is { } said)
        {
            return said;
        }

        if (understood.Layer == Layer.None)
        {
            understood = catalog.Understander.Mistyped(text, roles, surroundings);
        }

        return understood.Target is null || !understood.OneOf.IsDefaultOrEmpty
            ? new Meaning(Intents.Other, NoSlots, understood)
            : new Meaning(
                Intents.Of(understood.Target),
                SlotsOf(understood, surroundings),
                understood
            );
    }

    private Meaning? Answer(string text, Awaiting awaiting, SlotSurroundings surroundings) =>
        awaiting switch
        {
            Awaiting.Confirmation => YesOrNo(text, surroundings),
            Awaiting.Amount
                when SlotCatalog.Kinds["money"].Read(text, surroundings)
                    is SlotOutcome.Understood { Value: var paise } => Of(
                Intents.AmountOnly,
                "amount",
                Rupees(paise)
            ),
            Awaiting.Date
                when SlotCatalog.Kinds["date"].Read(text, surroundings)
                    is SlotOutcome.Understood { Value: var day } => Of(
                Intents.DateOnly,
                "date",
                day
            ),
            Awaiting.Nothing or Awaiting.Amount or Awaiting.Date => null,
        };

    private Meaning? YesOrNo(string text, SlotSurroundings surroundings) =>
        catalog.YesNo?.Read(text, surroundings) is SlotOutcome.Understood { Value: var value }
            ? new Meaning(
                value,
                NoSlots,
                new Understood(Layer.Answer, null, ImmutableDictionary<string, string>.Empty)
            )
            : null;

    private static Meaning Of(string intent, string slot, object value) =>
        new(
            intent,
            NoSlots.Add(slot, value),
            new Understood(Layer.Answer, null, ImmutableDictionary<string, string>.Empty)
        );

    private ImmutableSortedDictionary<string, object> SlotsOf(
        Understood understood,
        SlotSurroundings surroundings
    )
    {
        var slots = NoSlots;
        foreach (var (name, words) in understood.Heard)
        {
            var (slot, value) = Slot(understood.Target!, name, words, surroundings);
            slots = value is null ? slots : slots.SetItem(slot, value);
        }

        return understood.Target switch
        {
            "payoff" => slots.SetItem("amount", "full"),
            "my-loan" or "schedule" when !slots.ContainsKey("member") => slots.SetItem(
                "scope",
                "loan"
            ),
            "approve-loan" or "reject-loan" when slots.ContainsKey("id") => slots.SetItem(
                "kind",
                "loan"
            ),
            "confirm" or "reject" when slots.ContainsKey("id") => slots.SetItem("kind", "payment"),
            "admit" or "refuse" when slots.ContainsKey("id") => slots.SetItem("kind", "member"),
            { } target
                when target.StartsWith(
                    EngineTexts.LanguageCommandPrefix,
                    StringComparison.Ordinal
                ) => slots.SetItem("lang", target[EngineTexts.LanguageCommandPrefix.Length..]),
            _ => slots,
        };
    }

    private (string Slot, object? Value) Slot(
        string target,
        string name,
        string words,
        SlotSurroundings surroundings
    )
    {
        var kind = catalog.Find(target) is { } dialog ? catalog.KindOf(dialog, name) : null;
        var read = kind?.Read(words, surroundings) is SlotOutcome.Understood { Value: var value }
            ? value
            : null;
        return name switch
        {
            "amount" => (name, read is null ? null : Rupees(read)),
            "loan" or "payment" => ("id", Number(read)),
            "member" when target is "admit" or "refuse" && Number(DigitsOf(words)) is { } number =>
                ("id", number),
            "member" => (name, words),
            "months" => (name, Number(read)),
            "code" => (name, AsTyped(words) ?? read),
            _ => (name, read ?? words),
        };
    }

    /// <summary>"member 7" and "7": a member by number.</summary>
    private static string? DigitsOf(string words) =>
        words.Split(' ').FirstOrDefault(w => w.Length > 0 && w.All(char.IsAsciiDigit));

    /// <summary>A code as it was typed, O and I and all; the group is found by its canonical form.</summary>
    private static string? AsTyped(string words) =>
        string.Concat(words.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()
            is { Length: CodeSlots.InviteLength } code
            ? code
            : null;

    private static decimal? Number(string? digits) =>
        decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static object Rupees(string paise) =>
        decimal.Parse(paise, CultureInfo.InvariantCulture) / PaisePerRupee;
}
