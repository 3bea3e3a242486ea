using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A member's standing consent to be asked for her saving on its due day.</summary>
internal static class AutopayActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("autopay.state", (turn, _) => new(State(turn))),
        ActionCatalog.Check("autopay.allowed", (turn, slots) => new(Unless(Autopay.Decide(turn.Group!, turn.Actor, Wanted(slots)).Refusal))),
        ActionCatalog.Do("autopay.change", Change),
    ];

    private static ActionResult State(CurrentTurn turn) =>
        Ok(
            (
                "state",
                new Text(
                    turn.Self?.More.Autopay switch
                    {
                        AutopayConsent.On => "autopay-states.on",
                        AutopayConsent.Paused => "autopay-states.paused",
                        null => "autopay-states.off",
                    }
                )
            ),
            ("calendar", Fragments.Calendar(turn.Group!.Rules.Calendar)),
            ("amount", turn.Group!.Rules.Contribution)
        );

    private static async ValueTask<ActionResult> Change(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => Autopay.Decide(group, actor, Wanted(slots)));
        return done.IsRefused ? Refused(done.Refusal!) : State(turn);
    }

    private static AutopayConsent? Wanted(Filled slots) =>
        slots.Words("wish") switch
        {
            "begin" => AutopayConsent.On,
            "pause" => AutopayConsent.Paused,
            "finish" => null,
            var other => throw new InvalidOperationException($"Autopay has no {other}."),
        };
}
