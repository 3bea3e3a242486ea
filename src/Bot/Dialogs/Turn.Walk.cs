using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Walking through the states of the innermost dialog.</summary>
internal sealed partial class Turn
{
    /// <summary>Opens a dialog above the others. Menus, dialogs whose time is over and an earlier start of the same one make room.</summary>
    public Step StartDialog(Dialog dialog, ImmutableDictionary<string, string> known, ImmutableDictionary<string, string> heardSlots)
    {
        if (Barrier(dialog) is { } barrier)
        {
            Tell(barrier);
            return AskAgainOrFinish();
        }

        var kept = state.Frames.RemoveAll(f => f.Dialog == dialog.Name || StateOf(f) is MenuState || Stale(f));
        if (kept.Count == DialogState.MaxDepth)
        {
            Tell(EngineTexts.SetAsideClosed, ("dialog", Title(kept[0].Dialog)));
            kept = kept.RemoveAt(0);
        }

        state = state with { Frames = kept, Aside = null };
        return Push(dialog, known, heardSlots);
    }

    /// <summary>Repeats the open question, if there is one.</summary>
    public Step AskAgainOrFinish()
    {
        if (state.Aside is { } aside)
        {
            return aside.Kind == EngineQuestionKind.WhichMeant ? AskWhichMeant(aside.Command!.Split(' ')) : AskAside(aside.Kind, aside.Command);
        }

        return state.Top is null ? Finish() : Ask();
    }

    private State? StateOf(Frame frame) => catalog.Find(frame.Dialog)?.Find(frame.State);

    /// <summary>Why this person cannot start a dialog now; null when she can.</summary>
    private Text? Barrier(Dialog dialog)
    {
        if ((dialog.For & surroundings.Roles) == 0)
        {
            return NotYours(dialog);
        }

        return dialog.NeedsGroup && !surroundings.HasGroup ? new Text(EngineTexts.NeedsGroup) : null;
    }

    private static Text NotYours(Dialog dialog)
    {
        Roles[] inOrder = [Roles.Treasurer, Roles.Admin, Roles.Member, Roles.Pending, Roles.Stranger];
        var who = inOrder
            .Where(r => dialog.For.HasFlag(r))
            .Select(r => new Text(EngineTexts.RolePrefix + r.ToString().ToLowerInvariant()))
            .First();
        return Text.Of(EngineTexts.NotYours, ("who", who));
    }

    private Step Push(Dialog dialog, ImmutableDictionary<string, string> known, ImmutableDictionary<string, string> heardSlots)
    {
        var frame = new Frame(
            dialog.Name,
            dialog.Hash,
            dialog.Start,
            Now,
            "",
            known,
            [.. known.Keys],
            heardSlots,
            [],
            []
        );
        foreach (var (slot, kindName) in dialog.Slots)
        {
            if (heardSlots.TryGetValue(slot, out var words) && catalog.KindOf(dialog, slot)?.Read(words, surroundings.Slots) is SlotOutcome.Understood read
                && !dialog.States.OfType<AskState>().Any(s => s.Parts.Slot == slot))
            {
                frame = frame with { Slots = frame.Slots.SetItem(slot, read.Value), Heard = frame.Heard.Remove(slot) };
            }
        }

        state = state with { Frames = state.Frames.Add(frame) };
        return Enter(dialog.Start);
    }

    private Step Enter(string target)
    {
        var allowed = confirmed;
        confirmed = null;
        if (++moves > MaxMoves)
        {
            return TooManySteps();
        }

        if (target == Dialog.End)
        {
            return EndDialog();
        }

        ChangeTop(Top with { State = target });
        shown = shown.Clear();
        switch (TopDialog.Find(target))
        {
            case AskState ask:
                return EnterQuestion(ask);
            case DoState { Money: true } when allowed != TopDialog:
                throw new InvalidOperationException($"{Top.Dialog}.{target} moves money without a confirmation.");
            case DoState act:
                return Call(act.Action, ActionKind.Do, act.Money);
            case SayState say:
                return say.Show is null ? Speak(say) : Call(say.Show, ActionKind.Show);
            case HandOverState handOver:
                return HandOver(handOver);
            case var other:
                throw new InvalidOperationException($"{Top.Dialog} has no state {target} ({other?.GetType().Name}).");
        }
    }

    /// <summary>A slot that came with the command is checked here and the question skipped; a money confirmation never is.</summary>
    private Step EnterQuestion(AskState ask)
    {
        if (ask.Parts.Slot is not { } slot || TopFacts.ConfirmsMoney)
        {
            return Ask();
        }

        if (Top.Heard.TryGetValue(slot, out var words))
        {
            ChangeTop(Top with { Heard = Top.Heard.Remove(slot) });
            return TopFacts.Kind is { } kind ? TakeOutcome(kind.Read(words, surroundings.Slots), asked: false) ?? Ask() : Ask();
        }

        if (Top.Given.Contains(slot))
        {
            ChangeTop(Top with { Given = Top.Given.Remove(slot) });
            return Accept(Top.Slots[slot], asked: false);
        }

        return Ask();
    }

    private Step Call(string action, ActionKind kind, bool money = false)
    {
        if (actions == DialogEngine.MaxActions)
        {
            return TooManySteps();
        }

        actions++;
        waitsFor = kind;
        return new Step.CallAction(action, kind, money, Top.Slots) { Turn = this };
    }

    private Step.Finished TooManySteps()
    {
        state = state with { Frames = [], Aside = null };
        Tell(EngineTexts.TooManySteps);
        return Finish();
    }

    private Step Speak(SayState say)
    {
        var arguments = Arguments();
        var media = say.Media is null ? null : arguments.GetValueOrDefault(say.Media) as string;
        says = says.Add(new Say(new Text(TopDialog.KeyOf(say.Say), arguments), [], null, media));
        return Enter(say.Next);
    }

    private Step HandOver(HandOverState handOver)
    {
        var known = handOver
            .Slots.Where(s => Top.Slots.ContainsKey(s.Value))
            .ToImmutableDictionary(s => s.Key, s => Top.Slots[s.Value], StringComparer.Ordinal);
        return HandOverTo(catalog.Find(handOver.Dialog)!, known);
    }

    private Step HandOverTo(Dialog dialog, ImmutableDictionary<string, string> known)
    {
        if (Barrier(dialog) is { } barrier)
        {
            Tell(barrier);
            return EndDialog();
        }

        state = state with
        {
            Frames = state.Frames.RemoveAt(state.Frames.Count - 1).RemoveAll(f => f.Dialog == dialog.Name),
        };
        return Push(dialog, known, ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>Ends the innermost dialog; the one that was set aside for it is offered again.</summary>
    private Step EndDialog()
    {
        state = state with { Frames = state.Frames.RemoveAt(state.Frames.Count - 1) };
        carried = carried.Clear();
        shown = shown.Clear();
        if (state.Top is null)
        {
            return Finish();
        }

        if (Expired(Top) && !TopFacts.ConfirmsMoney)
        {
            return AskAside(EngineQuestionKind.Continue, null);
        }

        Tell(EngineTexts.BackTo, ("dialog", Title(Top.Dialog)));
        return Ask();
    }

    private Step Ask()
    {
        shown = shown.Clear();
        ChangeTop(Top with { Offered = [] });
        return TopAsk.Show is { } show ? Call(show, ActionKind.Show) : AskOptions();
    }

    private Step AskOptions() => TopAsk is ChoiceState { Options: { } options } ? Call(options, ActionKind.Options) : AskWith(FixedChoices());

    private IReadOnlyList<OfferedChoice> FixedChoices() =>
        TopAsk switch
        {
            ChoiceState choice => [.. choice.Entries.Select(e => new OfferedChoice(e.Value, new Text(AskFacts.LabelKey(TopDialog, e.Value))))],
            MenuState menu =>
            [
                .. menu
                    .Dialogs.Where(d => catalog.Find(d) is { } dialog && Barrier(dialog) is null)
                    .Select(d => new OfferedChoice(d, Title(d))),
            ],
            _ => [],
        };

    private Step AskWith(IReadOnlyList<OfferedChoice> choices)
    {
        if (choices.Count == 0 && TopAsk is not QuestionState)
        {
            Tell(EngineTexts.NothingToChoose);
            return EndDialog();
        }

        return AskInWords(new Text(TopDialog.KeyOf(TopAsk.Parts.Ask), Arguments()), choices);
    }

    private Step.Finished AskInWords(Text question, IReadOnlyList<OfferedChoice> choices)
    {
        var id = NewQuestionId();
        ChangeTop(Top with { AskedAt = Now, QuestionId = id, Offered = [.. choices.Select(c => c.Value)] });
        says = says.Add(new Say(question, choices, id));
        return Finish();
    }

    private Step.Finished AskAside(EngineQuestionKind kind, string? command)
    {
        var id = NewQuestionId();
        state = state with { Aside = new EngineQuestion(kind, id, Now, command) };
        var text = kind switch
        {
            EngineQuestionKind.Continue => Text.Of(EngineTexts.Continue, ("dialog", Title(Top.Dialog))),
            EngineQuestionKind.Spoken => Text.Of(EngineTexts.HeardWords, ("words", command)),
            EngineQuestionKind.DidYouMean => Text.Of(EngineTexts.DidYouMean, ("command", command)),
            EngineQuestionKind.WhichMeant => new Text(EngineTexts.WhichMeant),
        };
        says = says.Add(new Say(text, [new("yes", new Text(EngineTexts.Yes)), new("no", new Text(EngineTexts.No))], id));
        return Finish();
    }
}
