using System.Globalization;
using System.Text;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;
using DiGiBachat.Bot.Texts;

namespace DiGiBachat.Bot.Hosting;

/// <summary>Says in lines what a message was understood as, which words counted for what, and what would happen.</summary>
internal sealed class Explanation(DialogCatalog catalog, Texts.Texts texts)
{
    private const int MostSteps = 20;

    private readonly StringBuilder said = new();

    public string Of(string text, Awaiting awaiting, DateOnly today)
    {
        var surroundings = new SlotSurroundings(today, Formats.English, []);
        var meaning = new IntentReader(catalog).Read(text, awaiting, Roles.Anybody, surroundings);
        var understood = meaning.Understood;
        Line("message", text);
        Line(
            "words",
            string.Join(
                " | ",
                catalog.Understander.Sentences.Read(text)?.Pieces.Select(Shown) ?? []
            )
        );
        Line("intent", meaning.Intent);
        Line("layer", LayerName(understood.Layer));
        if (understood.Target is { } target)
        {
            Line("meant", target);
        }

        foreach (var (name, words) in understood.Heard.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            Line(
                "slot",
                $"{name} from \"{words}\": {Value(understood.Target!, name, words, surroundings)}"
            );
        }

        if (understood is { Layer: Layer.Sentence, Match: { } match })
        {
            Sentence(match);
        }

        Line("then", WhatHappens(meaning, awaiting));
        Line(
            "money",
            "none is moved by this message; what moves money is read back and asked first"
        );
        return said.ToString().TrimEnd();
    }

    private void Sentence(SentenceMatch match)
    {
        Line("sentence", $"\"{match.Sentence.From.Written}\" ({match.Sentence.From.Place})");
        foreach (
            var (role, title) in new[]
            {
                (PieceRole.Needed, "needed"),
                (PieceRole.Allowed, "allowed"),
                (PieceRole.Small, "filler"),
                (PieceRole.Unknown, "unknown"),
            }
        )
        {
            var words = match.Roles.Where(r => r.Role == role).Select(r => r.Piece.Text).ToList();
            if (words.Count > 0)
            {
                Line(title, string.Join(", ", words));
            }
        }

        Line(
            "certainty",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{match.Unknown} unknown of {match.Sentence.UnknownAllowed(match.Heard.ContainsKey("amount"))} that it bears"
            )
        );
    }

    private string Value(string target, string name, string words, SlotSurroundings surroundings) =>
        catalog.Find(target) is not { } dialog || catalog.KindOf(dialog, name) is not { } kind
            ? "as it is"
            : kind.Read(words, surroundings) switch
            {
                SlotOutcome.Understood understood => $"{understood.Value} ({kind.Name})",
                SlotOutcome.Ambiguous several =>
                    $"one of {string.Join(", ", several.Values)}, which is asked ({kind.Name})",
                SlotOutcome.Impossible impossible =>
                    $"refused with {impossible.TextKey} ({kind.Name})",
                _ => $"not understood, so it is asked ({kind.Name})",
            };

    private string WhatHappens(Meaning meaning, Awaiting awaiting)
    {
        var understood = meaning.Understood;
        if (!understood.OneOf.IsDefaultOrEmpty)
        {
            return $"asks which was meant: {string.Join(", ", understood.OneOf)}";
        }

        return understood switch
        {
            { Layer: Layer.Answer } => awaiting == Awaiting.Nothing
                ? "nothing: no question is open"
                : "answers the open question",
            { Layer: Layer.None } => "says that it was not understood",
            { Proposal: { } proposal } => $"asks: did you mean \"{proposal}\"?",
            { Target: { } target } when catalog.Find(target) is { } dialog => Walk(
                dialog,
                understood
            ),
            _ => $"the engine's command {understood.Target}",
        };
    }

    /// <summary>The dialog up to the first question that the message has not answered.</summary>
    private string Walk(Dialog dialog, Understood understood)
    {
        var steps = new List<string> { $"starts {dialog.Name}" };
        var at = dialog.Start;
        for (var i = 0; i < MostSteps && at != Dialog.End; i++)
        {
            switch (dialog.Find(at))
            {
                case AskState { Parts: { Slot: { } slot } } ask
                    when understood.Heard.ContainsKey(slot)
                        && ask.Ways.FirstOrDefault() is { Target: { } next }:
                    steps.Add($"{slot} is there and is checked");
                    at = next;
                    break;
                case AskState ask:
                    steps.Add(
                        $"asks {dialog.Name}.{ask.Name}: \"{texts.Raw(Formats.English, dialog.KeyOf(ask.Parts.Ask))?.Split('\n')[0]}\""
                    );
                    return string.Join(", ", steps);
                case DoState act:
                    steps.Add(act.Action);
                    at = act.Done ?? Dialog.End;
                    break;
                case SayState say:
                    steps.Add($"says {dialog.KeyOf(say.Say)}");
                    at = say.Next;
                    break;
                case HandOverState handOver:
                    steps.Add($"goes on with {handOver.Dialog}");
                    return string.Join(", ", steps);
                default:
                    return string.Join(", ", steps);
            }
        }

        return string.Join(", ", steps);
    }

    private string Shown(Dialogs.Understanding.Piece piece) =>
        piece.Kind == PieceKind.Word
            ? piece.IsUnknown
                ? $"{piece.Text} (unknown)"
                : $"{piece.Text} ({catalog.Understander.Sentences.Vocabulary.NamesOf(piece.Families)}{(piece.Loose ? ", by its consonants" : "")})"
            : $"{piece.Text} ({(piece.Numbered ? "its number" : piece.Kind.ToString().ToLowerInvariant())})";

    private static string LayerName(Layer layer) =>
        layer switch
        {
            Layer.None => "not understood",
            Layer.Answer => "an answer to the open question",
            Layer.Command => "a command of the engine, word for word",
            Layer.Phrase => "a phrase, word for word",
            Layer.Sentence => "a sentence",
            Layer.Typo => "a mistyped command, only proposed",
        };

    private void Line(string title, string words) =>
        said.Append(CultureInfo.InvariantCulture, $"{title, -10} {words}\n");
}
