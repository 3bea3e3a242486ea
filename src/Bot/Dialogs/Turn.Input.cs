using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// What an input is taken for, in this order: an answer to the open question in its own terms, a command of the engine, a command
/// of her role, a mistyped command (asked), not understood.
/// </summary>
internal sealed partial class Turn
{
    private bool lost;

    public Step Take(Input input)
    {
        Reconcile();
        if (input.Payload is { } payload && payload.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            return TakeButton(payload[..colon], payload[(colon + 1)..]);
        }

        if (!string.IsNullOrWhiteSpace(input.Text))
        {
            return input.Spoken ? TakeSpoken(input.Text.Trim()) : TakeText(input.Text.Trim());
        }

        return TakeNoWords(input);
    }

    /// <summary>A picture, a voice note, a place or nothing: what to write instead, here.</summary>
    private Step TakeNoWords(Input input)
    {
        heard = Heard.NoWords;
        Tell(input.IsVoice ? EngineTexts.Voice : input.HasMedia ? EngineTexts.Media : input.IsLocation ? EngineTexts.Location : EngineTexts.Empty);
        if (Open is not null && state.Aside is null && !lost && TopFacts.ExampleKey is { } example)
        {
            Tell(EngineTexts.WriteLikeThis, ("example", new Text(example)));
        }
        else if (Open is null && state.Aside is null)
        {
            Tell(EngineTexts.WriteMenu);
        }

        return AskAgainOrFinish();
    }

    /// <summary>Recognised words are read back first. Where money would move on a yes, a yes has to be written.</summary>
    private Step TakeSpoken(string words)
    {
        if (state.Aside is not null || (state.Top is not null && !lost && TopFacts.ConfirmsMoney))
        {
            heard = Heard.NoWords;
            Tell(EngineTexts.SpokenAnswer);
            return AskAgainOrFinish();
        }

        heard = Heard.Spoken;
        return AskAside(EngineQuestionKind.Spoken, words);
    }

    public Step TakeStart(Dialog dialog, ImmutableDictionary<string, string> slots)
    {
        Reconcile();
        heard = Heard.Command;
        state = state with { Misses = 0 };
        return StartDialog(dialog, slots, ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>Frames of a dialog that was changed since: kept where its state still exists, else closed and said.</summary>
    private void Reconcile()
    {
        foreach (var frame in state.Frames)
        {
            var dialog = catalog.Find(frame.Dialog);
            if (dialog is not null && dialog.Hash == frame.Hash)
            {
                continue;
            }

            if (dialog?.Find(frame.State) is not AskState)
            {
                lost |= frame == state.Top;
                state = state with { Frames = state.Frames.Remove(frame) };
                Tell(EngineTexts.ClosedByUpdate);
                continue;
            }

            var visited = frame.Visited.RemoveAll(v => dialog.Find(v) is not AskState);
            var changed = frame with { Hash = dialog.Hash, Visited = visited };
            var late = Now - AskFacts.MoneyWait - TimeSpan.FromSeconds(1);
            changed = catalog.Ask(frame.Dialog, frame.State).ConfirmsMoney && late < frame.AskedAt ? changed with { AskedAt = late } : changed;
            state = state with { Frames = state.Frames.Replace(frame, changed) };
        }

        if (lost || state is { Top: null, Aside.Kind: EngineQuestionKind.Continue })
        {
            state = state with { Aside = null };
        }
    }

    /// <summary>A button of the last question answers it; any other does nothing and says so.</summary>
    private Step TakeButton(string question, string value)
    {
        if (question == Input.CommandPayload)
        {
            state = state with { Aside = null };
            return TakeCommand(value) ?? NotUnderstood();
        }

        if (state.Aside is { } aside)
        {
            return question != aside.Id ? Gone()
                : aside.Kind == EngineQuestionKind.WhichMeant ? ChooseMeant(aside, value) ?? Gone()
                : value is "yes" or "no" ? AnswerAside(aside, value == "yes")
                : Gone();
        }

        if (state.Top is null || question != Top.QuestionId || !Top.Offered.Contains(value) || lost)
        {
            return Gone();
        }

        if (Expired(Top))
        {
            return Late();
        }

        heard = Heard.Answer;
        return Accept(value, asked: true);
    }

    private Step Gone()
    {
        heard = Heard.QuestionGone;
        Tell(EngineTexts.QuestionGone);
        return AskAgainOrFinish();
    }

    private Step TakeText(string text)
    {
        if (state.Aside is { Kind: EngineQuestionKind.WhichMeant } which)
        {
            if (MeantBy(which, text) is { } meant && ChooseMeant(which, meant) is { } chosen)
            {
                return chosen;
            }

            if (IsShortAnswer(text))
            {
                return NotUnderstood();
            }

            state = state with { Aside = null };
        }
        else if (state.Aside is { } aside)
        {
            if (YesOrNoOfAside(text) is { } yes)
            {
                return Now - aside.AskedAt > AskFacts.MoneyWait && aside.Kind is EngineQuestionKind.DidYouMean or EngineQuestionKind.Spoken ? GoneAside() : AnswerAside(aside, yes);
            }

            if (IsShortAnswer(text))
            {
                return NotUnderstood();
            }

            state = state with { Aside = null };
        }

        if (lost)
        {
            return TakeCommand(text) ?? AskAgainOrFinish();
        }

        if (state.Top is not null && Expired(Top))
        {
            return TakeCommand(text) ?? Late();
        }

        // Going back is "0" wherever one is; no question takes nought for an answer.
        if (state.Top is not null && Words.ChoiceNumber(text) == 0 && TakeCommand(text) is { } back)
        {
            return back;
        }

        SlotOutcome answer = state.Top is null ? new SlotOutcome.NotUnderstood() : ReadAnswer(text);
        if (answer is SlotOutcome.Understood or SlotOutcome.Ambiguous && !(TopFacts.Free && IsGlobalWord(text)))
        {
            heard = Heard.Answer;
            return TakeOutcome(answer, asked: true)!;
        }

        return TakeCommand(text) ?? (answer is SlotOutcome.Impossible impossible ? Refuse(impossible) : TakeUnknown(text));
    }

    /// <summary>Any words answer a free question, but the engine's own commands stay commands there; "0" too, as nobody is called 0.</summary>
    private bool IsGlobalWord(string text) => catalog.Router.Global(text) is not null;

    private bool? YesOrNoOfAside(string text) =>
        Words.ChoiceNumber(text) switch
        {
            1 => true,
            2 => false,
            null => YesOrNo(text) switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            _ => null,
        };

    private Step GoneAside()
    {
        state = state with { Aside = null };
        return Gone();
    }

    private Step AnswerAside(EngineQuestion aside, bool yes)
    {
        state = state with { Aside = null, Misses = 0 };
        heard = Heard.Answer;
        switch (aside.Kind)
        {
            case EngineQuestionKind.Continue when yes:
                return Ask();
            case EngineQuestionKind.Continue:
                Tell(EngineTexts.Cancelled);
                return EndDialog();
            case EngineQuestionKind.Spoken when yes && aside.Command is { } words:
                return TakeText(words);
            case EngineQuestionKind.DidYouMean when yes && aside.Command is { } command && TakeCommand(command) is { } step:
                return step;
            default:
                Tell(EngineTexts.SayItAgain);
                return AskAgainOrFinish();
        }
    }

    /// <summary>A command of the engine, or one of her role, or one of somebody else's; null when it is none.</summary>
    private Step? TakeCommand(string text)
    {
        var understood = catalog.Understander.Command(text, surroundings.Roles, surroundings.Slots, open: state.Top is not null);
        if (understood.OneOf is { IsDefaultOrEmpty: false } several)
        {
            heard = Heard.Typo;
            return AskWhichMeant(several);
        }

        if (understood.Target is not { } target)
        {
            return null;
        }

        if (catalog.Find(target) is not { } dialog)
        {
            heard = Heard.GlobalCommand;
            state = state with { Misses = 0 };
            return TakeGlobal(target);
        }

        if (understood.NotHers)
        {
            heard = Heard.NotAllowed;
            Tell(NotYours(dialog));
            return AskAgainOrFinish();
        }

        if (understood.Proposal is { } proposal)
        {
            heard = Heard.Typo;
            return AskAside(EngineQuestionKind.DidYouMean, proposal);
        }

        heard = Heard.Command;
        state = state with { Misses = 0 };
        return StartDialog(dialog, ImmutableDictionary<string, string>.Empty, understood.Heard);
    }

    private Step TakeUnknown(string text)
    {
        if (catalog.Understander.Mistyped(text, surroundings.Roles, surroundings.Slots).Proposal is { } command)
        {
            heard = Heard.Typo;
            return AskAside(EngineQuestionKind.DidYouMean, command);
        }

        return state.Top is null && state.Questions > 0 && IsShortAnswer(text) ? Gone() : NotUnderstood();
    }

    /// <summary>A late answer counts for nothing: a confirmation or a menu is shown again, for all else it is asked whether to go on.</summary>
    private Step Late()
    {
        heard = Heard.Late;
        if (!TopFacts.ConfirmsMoney && TopAsk is not MenuState)
        {
            return AskAside(EngineQuestionKind.Continue, null);
        }

        Tell(EngineTexts.LateConfirmation);
        return Ask();
    }

    private Step Refuse(SlotOutcome.Impossible impossible)
    {
        heard = Heard.Answer;
        Tell(impossible.TextKey);
        state = state with { Misses = state.Misses + 1 };
        if (state.Misses >= 3)
        {
            TellWhoCanHelp();
        }

        return Ask();
    }
}
