namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>Every name in a dialog means something: actions, kinds of slots, states, dialogs.</summary>
internal static class NameChecks
{
    public const string UnknownAction = "unknown-action";
    public const string UnknownOutcome = "unknown-outcome";
    public const string UnknownKind = "unknown-slot-kind";
    public const string UnknownState = "unknown-state";
    public const string UnknownDialog = "unknown-dialog";
    public const string UnknownSlot = "unknown-slot";

    public static void Check(CheckContext all, Dialog dialog)
    {
        if (dialog.Find(dialog.Start) is null)
        {
            all.Fault(dialog.Place, UnknownState, $"'start: {dialog.Start}' is no state of {dialog.Name}");
        }

        foreach (var (slot, kind) in dialog.Slots)
        {
            Kind(all, dialog.Place, slot, kind);
        }

        foreach (var state in dialog.States)
        {
            foreach (var (by, target) in state.Ways.Where(w => w.Target != Dialog.End && dialog.Find(w.Target) is null))
            {
                all.Fault(state.Place, UnknownState, $"'{by}' leads to '{target}', which is no state of {dialog.Name}");
            }

            ActionsOf(all, state);
            switch (state)
            {
                case AskState ask:
                    Ask(all, dialog, ask);
                    break;
                case HandOverState handOver:
                    HandOver(all, dialog, handOver);
                    break;
            }
        }
    }

    private static void ActionsOf(CheckContext all, State state)
    {
        Action(all, state.Place, state.Show, ActionKind.Show);
        if (state is AskState ask)
        {
            Action(all, state.Place, ask.Parts.Check, ActionKind.Check);
        }

        if (state is ChoiceState choice)
        {
            Action(all, state.Place, choice.Options, ActionKind.Options);
        }

        if (state is not DoState act)
        {
            return;
        }

        Action(all, state.Place, act.Action, ActionKind.Do);
        if (all.Actions.GetValueOrDefault(act.Action)?.Outcomes is { } outcomes)
        {
            foreach (var name in act.Outcomes.Keys.Except(outcomes))
            {
                all.Fault(state.Place, UnknownOutcome, $"'{act.Action}' never answers '{name}'");
            }

            foreach (var name in outcomes.Except(act.Outcomes.Keys))
            {
                all.Fault(state.Place, UnknownOutcome, $"'{act.Action}' can answer '{name}', and the state says nothing about it");
            }
        }
    }

    private static void Action(CheckContext all, Place place, string? name, ActionKind kind)
    {
        if (name is null)
        {
            return;
        }

        if (!all.Actions.TryGetValue(name, out var action))
        {
            all.Fault(place, UnknownAction, $"there is no action '{name}'");
        }
        else if (action.Kind != kind)
        {
            all.Fault(place, UnknownAction, $"'{name}' is an action to {action.Kind.ToString().ToLowerInvariant()}, not to {kind.ToString().ToLowerInvariant()}");
        }
    }

    private static void Ask(CheckContext all, Dialog dialog, AskState ask)
    {
        if (ask.Parts.Accept is { } accept)
        {
            Kind(all, ask.Place, ask.Parts.Slot ?? ask.Name, accept);
        }

        if (ask.Parts is { Check: not null, Slot: null })
        {
            all.Fault(ask.Place, UnknownSlot, "a check needs the slot whose value it looks at");
        }

        var other = dialog.States.OfType<AskState>().FirstOrDefault(s => s.Parts.Slot is not null && s.Parts.Slot == ask.Parts.Slot);
        if (other is not null && other.Parts.Accept != ask.Parts.Accept)
        {
            all.Fault(ask.Place, UnknownKind, $"slot '{ask.Parts.Slot}' is read as another kind in state '{other.Name}'");
        }

        if (ask is not MenuState menu)
        {
            return;
        }

        foreach (var name in menu.Dialogs.Where(d => all.Catalog.Find(d) is null))
        {
            all.Fault(ask.Place, UnknownDialog, $"there is no dialog '{name}'");
        }
    }

    private static void Kind(CheckContext all, Place place, string slot, string kind)
    {
        if (!all.SlotKinds.ContainsKey(kind))
        {
            all.Fault(place, UnknownKind, $"there is no kind of slot '{kind}' for '{slot}'");
        }
    }

    private static void HandOver(CheckContext all, Dialog dialog, HandOverState handOver)
    {
        if (all.Catalog.Find(handOver.Dialog) is not { } target)
        {
            all.Fault(handOver.Place, UnknownDialog, $"there is no dialog '{handOver.Dialog}'");
            return;
        }

        foreach (var (theirs, ours) in handOver.Slots)
        {
            var (from, to) = (all.Catalog.KindOf(dialog, ours), all.Catalog.KindOf(target, theirs));
            if (from is null || to is null)
            {
                var (missing, where) = from is null ? (ours, dialog) : (theirs, target);
                all.Fault(handOver.Place, UnknownSlot, $"{where.Name} has no slot '{missing}'");
            }
            else if (from.Shape != to.Shape)
            {
                all.Fault(handOver.Place, UnknownSlot, $"slot '{ours}' is {from.Name} here and '{theirs}' is {to.Name} in {target.Name}");
            }
        }
    }
}
