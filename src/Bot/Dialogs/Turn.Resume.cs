using System.Collections.Immutable;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Going on with an action's answer.</summary>
internal sealed partial class Turn
{
    public Step Resume(ActionResult result) =>
        (waitsFor, result) switch
        {
            (ActionKind.Check, ActionResult.Ok ok) => AfterCheck(ok),
            (ActionKind.Check, ActionResult.Refused refused) => AfterRefusedCheck(refused),
            (ActionKind.Show, ActionResult.Ok ok) => AfterShow(ok),
            (ActionKind.Options, ActionResult.Options options) => AskWith(options.Choices),
            (ActionKind.Do, ActionResult.Ok ok) => AfterDo(ok.Arguments, ok.Slots, "done"),
            (ActionKind.Do, ActionResult.Outcome outcome) => AfterDo(outcome.Arguments, outcome.Slots, outcome.Name),
            (ActionKind.Do, ActionResult.Refused refused) => AfterRefusedDo(refused),
            (ActionKind.Show or ActionKind.Options, ActionResult.Refused refused) => AfterNothingToShow(refused),
            _ => throw new InvalidOperationException($"{waitsFor} of {Top.Dialog}.{Top.State} cannot answer {result.GetType().Name}."),
        };

    private Step AfterCheck(ActionResult.Ok ok)
    {
        Keep(ok.Slots);
        return Advance();
    }

    private Step AfterRefusedCheck(ActionResult.Refused refused)
    {
        Tell(refused.Text);
        ChangeTop(Top with { Slots = Top.Slots.Remove(TopAsk.Parts.Slot!) });
        return Ask();
    }

    private Step AfterShow(ActionResult.Ok ok)
    {
        Keep(ok.Slots);
        shown = ok.Arguments.ToImmutableDictionary(StringComparer.Ordinal);
        return TopDialog.Find(Top.State) is SayState say ? Speak(say) : AskOptions();
    }

    private Step AfterNothingToShow(ActionResult.Refused refused)
    {
        Tell(refused.Text);
        return EndDialog();
    }

    /// <summary>What is done is not gone back over: the way back starts anew here.</summary>
    private Step AfterDo(IReadOnlyDictionary<string, object?> arguments, IReadOnlyDictionary<string, string> slots, string way)
    {
        Keep(slots);
        ChangeTop(Top with { Visited = [] });
        carried = arguments.ToImmutableDictionary(StringComparer.Ordinal);
        var act = (DoState)TopDialog.Find(Top.State)!;
        var target = way == "done" ? act.Done : act.Outcomes.GetValueOrDefault(way);
        return Enter(target ?? throw new InvalidOperationException($"{Top.Dialog}.{Top.State} knows no outcome '{way}'."));
    }

    private Step AfterRefusedDo(ActionResult.Refused refused)
    {
        Tell(refused.Text);
        var act = (DoState)TopDialog.Find(Top.State)!;
        return Enter(act.Refused);
    }

    private void Keep(IReadOnlyDictionary<string, string> slots)
    {
        if (slots.Count > 0)
        {
            ChangeTop(Top with { Slots = Top.Slots.SetItems(slots) });
        }
    }
}
