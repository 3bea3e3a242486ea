using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>Understanding an answer to the open question.</summary>
internal sealed partial class Turn
{
    private string accepted = "";
    private bool acceptedWasAsked;

    /// <summary>What the open question makes of a text: its numbers first, then its labels, then its kind.</summary>
    private SlotOutcome ReadAnswer(string text)
    {
        if (Words.ChoiceNumber(text) is { } number && number >= 1 && number <= Top.Offered.Count)
        {
            return new SlotOutcome.Understood(Top.Offered[number - 1]);
        }

        var facts = TopFacts;
        if (facts.Labels.TryGetValue(Words.Join(text), out var value) && Top.Offered.Contains(value))
        {
            return new SlotOutcome.Understood(value);
        }

        if (TopAsk is ChoiceState { Entries: var entries } && entries.Any(e => e.Value == "yes") && YesOrNo(text) is { } clear && Top.Offered.Contains(clear))
        {
            return new SlotOutcome.Understood(clear);
        }

        return TopAsk.Parts.Accept is not null && facts.Kind is { } kind ? kind.Read(text, surroundings.Slots) : new SlotOutcome.NotUnderstood();
    }

    private string? YesOrNo(string text) => catalog.YesNo?.Read(text, surroundings.Slots) is SlotOutcome.Understood { Value: var value } ? value : null;

    /// <summary>A bare number or a yes or no: it answers the last question or nothing.</summary>
    private bool IsShortAnswer(string text) => Words.ChoiceNumber(text) is not null || YesOrNo(text) is not null;

    /// <summary>Goes on with an answer that means something; null when it means nothing.</summary>
    private Step? TakeOutcome(SlotOutcome outcome, bool asked)
    {
        switch (outcome)
        {
            case SlotOutcome.Understood understood:
                return Accept(understood.Value, asked);
            case SlotOutcome.Ambiguous ambiguous:
                return AskWhich(ambiguous.Values);
            case SlotOutcome.Impossible impossible:
                Tell(impossible.TextKey);
                return Ask();
            default:
                return null;
        }
    }

    private Step.Finished AskWhich(IReadOnlyList<string> values)
    {
        var shape = TopFacts.Kind?.Shape ?? ValueShape.Words;
        return AskInWords(new Text(EngineTexts.Which), [.. values.Select(v => new OfferedChoice(v, Label(shape, v)))]);
    }

    /// <summary>Two members of one name are told apart by their number and the end of their phone number.</summary>
    private Text Label(ValueShape shape, string value) =>
        shape == ValueShape.Member && SlotValues.Member(value, surroundings.Slots) is { } member
            ? Text.Of(
                member.LastFourDigits.Length == 0 ? EngineTexts.MemberValue : EngineTexts.MemberValueDigits,
                ("name", member.Name),
                ("number", member.Number),
                ("digits", member.LastFourDigits)
            )
            : Text.Of(EngineTexts.Value, ("value", SlotValues.Argument(shape, value, surroundings.Slots)));

    /// <summary>An answer is there: keep it, have it checked, go on.</summary>
    private Step Accept(string value, bool asked)
    {
        state = state with { Misses = 0 };
        accepted = value;
        acceptedWasAsked = asked;
        if (TopAsk is MenuState)
        {
            return HandOverTo(catalog.Find(value)!, ImmutableDictionary<string, string>.Empty);
        }

        if (TopAsk.Parts.Slot is { } slot)
        {
            ChangeTop(Top with { Slots = Top.Slots.SetItem(slot, value), Given = Top.Given.Remove(slot) });
        }

        return TopAsk.Parts.Check is { } check ? Call(check, ActionKind.Check) : Advance();
    }

    private Step Advance()
    {
        var frame = Top with { Offered = [] };
        ChangeTop(acceptedWasAsked ? frame with { Visited = frame.Visited.Add(frame.State) } : frame);
        switch (TopAsk)
        {
            case QuestionState question:
                return Enter(question.Next);
            case ChoiceState choice:
                var entry = choice.Entries.FirstOrDefault(e => e.Value == accepted);
                confirmed = acceptedWasAsked && entry is { Value: "yes" } ? TopDialog : null;
                return Enter(entry?.Target ?? choice.Next ?? Dialog.End);
            case var other:
                throw new InvalidOperationException($"{Top.Dialog}.{other.Name} is not left by an answer.");
        }
    }

    /// <summary>One question back; what was answered there is forgotten.</summary>
    private Step GoBack()
    {
        if (Top.Visited.Count == 0)
        {
            if (TopAsk is MenuState && state.Frames.Count > 1)
            {
                return EndDialog();
            }

            Tell(EngineTexts.BackAtStart);
            return Ask();
        }

        var to = Top.Visited[^1];
        var frame = Top with { State = to, Visited = Top.Visited.RemoveAt(Top.Visited.Count - 1) };
        ChangeTop(frame);
        if (TopAsk.Parts.Slot is { } slot)
        {
            ChangeTop(frame with { Slots = frame.Slots.Remove(slot) });
        }

        return Ask();
    }
}
