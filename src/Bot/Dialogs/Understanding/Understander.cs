using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>
/// What a text means as a command: word for word, then as a sentence, then mistyped. The conversation and the measuring of it ask
/// here and nowhere else.
/// </summary>
internal sealed class Understander(DialogCatalog catalog, Router router, Sentences sentences)
{
    /// <summary>Corrections that cost so little more than the best are as near.</summary>
    private const double Margin = 0.05;

    private readonly TypoFinder typos = new(
        router.FixedWords,
        sentences.Book.Families.SelectMany(f => f.Words).SelectMany(w => w.Word.Split(' ')),
        [.. sentences.Book.WordsOf(FamilyNames.Not), .. sentences.Book.WordsOf(FamilyNames.YesWord)]
    );

    /// <summary>Slots that a sentence may hear and a dialog may do without: a number of entries, and whose loan it is.</summary>
    private const string Member = "member";
    private const int MostOffered = 3;

    public Sentences Sentences => sentences;

    /// <summary>A command word for word or as a sentence. <paramref name="open"/>: a question is open.</summary>
    public Understood Command(string text, Roles roles, SlotSurroundings surroundings, bool open)
    {
        if (router.Global(text) is { } global)
        {
            return new Understood(Layer.Command, global, ImmutableDictionary<string, string>.Empty);
        }

        if (text.AsSpan().Trim(" ?？").IsEmpty && text.AsSpan().ContainsAny('?', '？'))
        {
            return new Understood(
                Layer.Command,
                EngineTexts.HelpCommand,
                ImmutableDictionary<string, string>.Empty
            );
        }

        var routing = router.Find(text, roles, surroundings);
        if (routing.Route is { } route)
        {
            var phrase = new Understood(Layer.Phrase, route.Dialog.Name, route.Heard);
            return
                Doubtful(route)
                && Sentence(text, roles, surroundings, open)
                    is { Layer: Layer.Sentence, NotHers: false, Target: not null } better
                && (catalog.Find(better.Target) is null || !HasFreeText(route))
                ? better
                : phrase;
        }

        var sentence = Sentence(text, roles, surroundings, open);
        return sentence.Layer == Layer.None || sentence.NotHers
            ? routing.NotYours is { } dialog
                ? new Understood(
                    Layer.Phrase,
                    dialog.Name,
                    ImmutableDictionary<string, string>.Empty
                )
                {
                    NotHers = true,
                }
                : sentence
            : sentence;
    }

    /// <summary>
    /// The command that a mistyped one probably is; proposed, never started. Nothing when two commands are as near. A correction that
    /// would be a yes or a no, or that is somebody else's to give, is none.
    /// </summary>
    public Understood Mistyped(string text, Roles roles, SlotSurroundings surroundings)
    {
        var best = Understood.Nothing;
        var cost = double.MaxValue;
        foreach (var correction in typos.Corrections(text))
        {
            if (correction.Cost > cost + Margin)
            {
                break;
            }

            var meant = Command(correction.Command, roles, surroundings, open: true);
            if (meant.Target is null || meant.NotHers)
            {
                continue;
            }

            if (best.Target is null)
            {
                best = meant with { Layer = Layer.Typo, Proposal = correction.Command };
                cost = correction.Cost;
            }
            else if (meant.Target != best.Target)
            {
                return Understood.Nothing;
            }
        }

        return best;
    }

    /// <summary>A slot of the phrase has swallowed words that mean something: "emi 1200" as an amount, "to english" as a group.</summary>
    private bool Doubtful(Route route) =>
        route.Heard.Any(slot =>
            slot.Key != Member
            && sentences.Read(slot.Value) is { } message
            && message.Pieces.Any(p =>
                p.Kind == PieceKind.Word
                && !p.IsUnknown
                && !p.Loose
                && !p.Is(sentences.Vocabulary.Ambient)
            )
        );

    private bool HasFreeText(Route route) =>
        route.Heard.Keys.Any(slot =>
            catalog.KindOf(route.Dialog, slot) is { } kind && AskFacts.ReadsAnything(kind)
        );

    private Understood Sentence(string text, Roles roles, SlotSurroundings surroundings, bool open)
    {
        if (sentences.Read(text) is not { } message)
        {
            return Understood.Nothing;
        }

        var hers = sentences.Find(
            message,
            open,
            target => catalog.Find(target) is not { } dialog || (dialog.For & roles) != 0,
            surroundings
        );
        if (hers.Count > 1)
        {
            // Nothing is chosen for her; a command of the engine has no place in the list.
            ImmutableArray<string> dialogs =
            [
                .. hers.Select(m => m.Sentence.Target)
                    .Where(t => catalog.Find(t) is not null)
                    .Take(MostOffered),
            ];
            return dialogs.Length > 1
                ? new Understood(
                    Layer.Sentence,
                    null,
                    ImmutableDictionary<string, string>.Empty,
                    null,
                    dialogs
                )
                {
                    Match = hers[0],
                }
                : Understood.Nothing;
        }

        if (hers is [var match])
        {
            return Of(match);
        }

        return sentences.Find(message, open, _ => true, surroundings) is [var others, ..]
            ? new Understood(
                Layer.Sentence,
                others.Sentence.Target,
                ImmutableDictionary<string, string>.Empty
            )
            {
                NotHers = true,
                Match = others,
            }
            : Understood.Nothing;
    }

    /// <summary>A dialog that cannot take what was heard (somebody else's name) is asked about, not started as if it had not been said.</summary>
    private Understood Of(SentenceMatch match)
    {
        var target = match.Sentence.Target;
        if (catalog.Find(target) is not { } dialog)
        {
            return new Understood(Layer.Sentence, target, match.Heard) { Match = match };
        }

        var unheard = match.Heard.ContainsKey(Member) && catalog.KindOf(dialog, Member) is null;
        return new Understood(
            Layer.Sentence,
            target,
            match.Heard,
            unheard ? router.PlainCommand(target) : null
        )
        {
            Match = match,
        };
    }
}
