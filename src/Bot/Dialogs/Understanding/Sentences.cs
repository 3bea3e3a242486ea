using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>All sentences of all dialogs and of the engine, in all languages at once. Immutable.</summary>
internal sealed class Sentences
{
    private readonly MessageReader reader;
    private readonly SentenceMatcher matcher;
    private readonly Sentence[] all;
    private readonly UInt128 yesWord;

    public Sentences(SentenceBook book)
    {
        Vocabulary = new Vocabulary(book.Families);
        reader = new MessageReader(Vocabulary);
        matcher = new SentenceMatcher(Vocabulary);
        yesWord = Vocabulary.Mask(FamilyNames.YesWord);
        Book = book;
        all =
        [
            .. book.Sentences.Select(s => SentenceReader.Compile(s, Vocabulary)).OfType<Sentence>(),
        ];
    }

    public Vocabulary Vocabulary { get; }

    public SentenceBook Book { get; }

    public Message? Read(string text) => all.Length == 0 ? null : reader.Read(text);

    /// <summary>
    /// The sentences that fit best, one a target; several when they fit equally well. <paramref name="open"/>: a question is open,
    /// so that words on which speakers differ, and a yes beside something else, count for nothing.
    /// </summary>
    public IReadOnlyList<SentenceMatch> Find(
        Message message,
        bool open,
        Func<string, bool> allowed,
        SlotSurroundings surroundings
    )
    {
        if (open && (message.Said & yesWord) != 0)
        {
            return [];
        }

        SentenceMatch? best = null;
        List<SentenceMatch>? equal = null;
        foreach (var sentence in all)
        {
            if ((open && sentence.Vague) || !MayFit(sentence, message) || !allowed(sentence.Target))
            {
                continue;
            }

            if (matcher.Match(sentence, message, surroundings) is not { } match)
            {
                continue;
            }

            var order = best is null ? -1 : match.CompareTo(best);
            if (order < 0)
            {
                best = match;
                equal = null;
            }
            else if (order == 0 && match.Sentence.Target != best!.Sentence.Target)
            {
                (equal ??= []).Add(match);
            }
        }

        return best is null ? []
            : equal is null ? [best]
            : [best, .. equal.DistinctBy(m => m.Sentence.Target)];
    }

    private static bool MayFit(Sentence sentence, Message message)
    {
        if ((message.Said & sentence.Forbidden) != UInt128.Zero)
        {
            return false;
        }

        foreach (var need in sentence.Needs)
        {
            if ((message.Said & need) == UInt128.Zero)
            {
                return false;
            }
        }

        return true;
    }
}
