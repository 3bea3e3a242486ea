using System.Globalization;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Tests.Dialogs;

/// <summary>
/// A conversation with the engine: its state is written out and read back between every two inputs, its actions are delegates,
/// and what is said is one line a say: "key{argument=value} [value|value]".
/// </summary>
internal sealed class Talk(DialogCatalog? catalog = null)
{
    private static readonly DialogCatalog Sample = SampleDialogs.Compile();

    private DialogEngine engine = new(catalog ?? Sample);
    private string? json;

    public Surroundings Surroundings { get; set; } =
        new(
            "en",
            Roles.Member,
            new DateTimeOffset(2026, 4, 5, 10, 0, 0, TimeSpan.FromHours(5.5)),
            ChannelKind.Sms,
            HasGroup: true,
            "Meera",
            new SlotSurroundings(
                new DateOnly(2026, 4, 5),
                "en",
                [new NamedMember(7, "Sunita Devi", "1234"), new NamedMember(12, "Sunita Bai", "5678"), new NamedMember(3, "Ravi", "")]
            )
        );

    public Dictionary<string, Func<IReadOnlyDictionary<string, string>, ActionResult>> Actions { get; } = new()
    {
        ["loans.amount-allowed"] = s => s["amount"].Length > 6 ? new ActionResult.Refused(new Text("refusals.too-much")) : new ActionResult.Ok(),
        ["loans.quote"] = s => Ok(("emi", s["amount"].Length)),
        ["loans.apply"] = _ => Ok(("loan", 12)),
        ["savings.figures"] = _ => Ok(("savings", 100), ("picture", "https://x/qr")),
        ["settings.save"] = _ => new ActionResult.Ok(),
        ["loans.waiting"] = _ => new ActionResult.Options([new("31", new Text("one")), new("45", new Text("two"))]),
        ["loans.decidable"] = s => s["loan"] == "99" ? new ActionResult.Refused(new Text("refusals.no-loan")) : new ActionResult.Ok(),
        ["loans.terms"] = s => Ok(("terms", s["loan"])),
        ["loans.approve"] = s => Ok(("approved", s["loan"])),
        ["cash.book"] = s => Ok(("for", s["member"])),
        ["circle.turn"] = _ => new ActionResult.Ok(),
    };

    /// <summary>The actions called in the last turn.</summary>
    public List<string> Called { get; } = [];

    public Step.Finished Last { get; private set; } = null!;

    public DialogState State => DialogState.FromJson(json);

    public string Question => Last.Says[^1].QuestionId!;

    public static ActionResult.Ok Ok(params (string Name, object? Value)[] arguments) => new(arguments.ToDictionary(a => a.Name, a => a.Value));

    public string Say(string text) => Send(new Input(text));

    public string Tap(string payload) => Send(new Input("", payload));

    public string Send(Input input) => Run(engine.Begin(json is null ? null : State, input, Surroundings));

    public string Start(string dialog, params (string Slot, string Value)[] slots) =>
        Run(engine.Start(json is null ? null : State, dialog, slots.ToDictionary(s => s.Slot, s => s.Value), Surroundings));

    public void Later(TimeSpan time) => Surroundings = Surroundings with { Now = Surroundings.Now + time };

    public void Be(Roles roles) => Surroundings = Surroundings with { Roles = roles };

    public void Deploy(DialogCatalog other) => engine = new DialogEngine(other);

    private string Run(Step step)
    {
        Called.Clear();
        while (step is Step.CallAction call)
        {
            Called.Add(call.Action);
            step = engine.Resume(call, Actions[call.Action](call.Slots));
        }

        Last = (Step.Finished)step;
        json = Last.State.ToJson();
        return string.Join("\n", Last.Says.Select(Line));
    }

    private static string Line(Say say)
    {
        var arguments = say.Text.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={Shown(a.Value)}").ToList();
        var words = say.Text.Key + (arguments.Count == 0 ? "" : "{" + string.Join(", ", arguments) + "}");
        var choices = say.Choices.Count == 0 ? "" : $" [{string.Join('|', say.Choices.Select(c => c.Value))}]";
        return words + choices + (say.MediaUrl is null ? "" : $" <{say.MediaUrl}>");
    }

    private static string Shown(object? value) =>
        value is Text text ? text.Key : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
