using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Dialogs.Checks;

/// <summary>Word families and sentences: what they name is there, and no two dialogs of one person have the same sentence.</summary>
internal static class SentenceChecks
{
    public const string SentenceShape = "sentence-shape";
    public const string SentenceTwice = "sentence-twice";
    public const string WordShape = "word-shape";

    public static void Check(CheckContext all, SentenceBook book)
    {
        all.Faults.AddRange(book.Faults);
        if (book.Families.Count == 0 && book.Sentences.Count == 0)
        {
            return;
        }

        Words(all, book);
        var vocabulary = new Vocabulary(book.Families);
        foreach (var sentence in book.Sentences)
        {
            Shape(all, sentence, vocabulary);
        }

        Twice(all, book, vocabulary);
        Unused(all, book);
    }

    private static void Words(CheckContext all, SentenceBook book)
    {
        foreach (
            var missing in FamilyNames.All.Where(name => book.Families.All(f => f.Name != name))
        )
        {
            all.Fault(
                new Place(SentenceBookReader.WordsFile, 1),
                WordShape,
                $"the family '{missing}' is missing; the reading of sentences needs it"
            );
        }

        if (book.Families.Count > Vocabulary.MostFamilies)
        {
            all.Fault(
                book.Families[^1].Place,
                WordShape,
                $"there are {book.Families.Count} families; {Vocabulary.MostFamilies} are the limit"
            );
        }

        foreach (var family in book.Families)
        {
            if (family.Words.Count == 0)
            {
                all.Fault(family.Place, WordShape, $"family '{family.Name}' has no words");
            }

            foreach (
                var (word, place) in family.Words.Where(w => Dialogs.Words.Join(w.Word).Length == 0)
            )
            {
                all.Fault(place, WordShape, $"family '{family.Name}': '{word}' is no word");
            }

            if (book.Families.First(f => f.Name == family.Name) != family)
            {
                all.Fault(family.Place, WordShape, $"there are two families '{family.Name}'");
            }
        }
    }

    private static void Shape(CheckContext all, WrittenSentence sentence, Vocabulary vocabulary)
    {
        var dialog = all.Catalog.Find(sentence.Target);
        if (
            dialog is null
            && !EngineTexts.Commands.Concat(EngineTexts.Courtesies).Contains(sentence.Target)
            && !IsLanguage(all, sentence.Target)
        )
        {
            all.Fault(
                sentence.Place,
                SentenceShape,
                $"'{sentence.Target}' is neither a dialog nor a command of the engine"
            );
        }

        if (SentenceReader.Parts(sentence.Written) is not { } parts)
        {
            all.Fault(
                sentence.Place,
                SentenceShape,
                $"'{sentence.Written}': brackets do not match, an alternative is empty, or nothing in it must be said"
            );
            return;
        }

        foreach (
            var family in parts
                .SelectMany(p => p.Families)
                .Where(f => vocabulary.Mask(f) == 0)
                .Distinct()
        )
        {
            all.Fault(
                sentence.Place,
                SentenceShape,
                $"'{sentence.Written}': there is no family '{family}'"
            );
        }

        foreach (
            var slot in parts
                .Select(p => p.Slot)
                .OfType<string>()
                .Where(s => !IsKnownSlot(all, dialog, s))
        )
        {
            all.Fault(
                sentence.Place,
                SentenceShape,
                $"'{sentence.Written}': {sentence.Target} cannot read a slot '{slot}'"
            );
        }
    }

    /// <summary>Every dialog may hear a name: what it cannot take is asked about. A count of entries fills nothing.</summary>
    private static bool IsKnownSlot(CheckContext all, Dialog? dialog, string slot) =>
        slot is Sentence.Count or Sentence.Whose or "member"
        || (dialog is not null && all.Catalog.KindOf(dialog, slot) is not null);

    private static bool IsLanguage(CheckContext all, string target) =>
        all.Texts.Languages.Any(language => target == EngineTexts.LanguageCommandPrefix + language);

    private static void Twice(CheckContext all, SentenceBook book, Vocabulary vocabulary)
    {
        var same = book
            .Sentences.Select(s => SentenceReader.Compile(s, vocabulary))
            .OfType<Sentence>()
            .GroupBy(s =>
                (
                    string.Join(' ', s.Needs.Order()),
                    string.Join(' ', s.NeededSlots.Order(StringComparer.Ordinal))
                )
            );
        foreach (var group in same)
        {
            foreach (
                var second in group.Where(s =>
                    s.Target != group.First().Target
                    && IsOfOnePerson(all, s.Target, group.First().Target)
                )
            )
            {
                all.Fault(
                    second.From.Place,
                    SentenceTwice,
                    $"'{second.From.Written}' needs the same words for {second.Target} as for {group.First().Target}"
                );
            }
        }
    }

    private static bool IsOfOnePerson(CheckContext all, string one, string other) =>
        all.Catalog.Find(one) is not { } first
        || all.Catalog.Find(other) is not { } second
        || (first.For & second.For) != 0;

    /// <summary>A family that nobody names forbids sentences; two of them are there for that.</summary>
    private static void Unused(CheckContext all, SentenceBook book)
    {
        var named = book
            .Sentences.SelectMany(s => SentenceReader.Parts(s.Written) ?? [])
            .SelectMany(p => p.Families)
            .Concat(FamilyNames.All)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var family in book.Families.Where(f =>
                !named.Contains(f.Name) && !f.Name.StartsWith("about-", StringComparison.Ordinal)
            )
        )
        {
            all.Fault(
                family.Place,
                WordShape,
                $"no sentence names the family '{family.Name}'; name it about-… if it is only there to forbid"
            );
        }
    }
}
