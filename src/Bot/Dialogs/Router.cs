using System.Collections.Frozen;
using System.Collections.Immutable;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>A command that was recognised: its dialog, and its slots in the words in which they were typed.</summary>
internal sealed record Route(Dialog Dialog, ImmutableDictionary<string, string> Heard);

/// <summary>
/// Words that deny, those that a command in the negative begins with (mat, don't), and the doing words that may stand beside either.
/// </summary>
internal sealed record Denials(FrozenSet<string> Not, FrozenSet<string> Forbidding, FrozenSet<string> Beside)
{
    public static Denials Of(SentenceBook book) => new(In(book, FamilyNames.Not), In(book, FamilyNames.Forbidding), In(book, FamilyNames.Doing));

    private static FrozenSet<string> In(SentenceBook book, string family) =>
        book.WordsOf(family).SelectMany(w => w.Split(' ')).Select(Words.Join).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>What the router makes of a text: a command of her role, or the dialog that somebody else may start.</summary>
internal readonly record struct Routing(Route? Route, Dialog? NotYours);

/// <summary>
/// Trigger phrases of all dialogs and of the engine's own commands, in all languages at once. The longest and most specific phrase
/// wins. A phrase must cover the whole text.
/// </summary>
internal sealed class Router
{
    /// <summary>The most words that a slot in the middle of a phrase can take ("paanch hazaar do sau").</summary>
    private const int MaxWordsOfSlot = 6;

    private readonly FrozenDictionary<string, Dialog> dialogs;
    private readonly FrozenDictionary<string, Phrase[]> byFirstWord;
    private readonly Phrase[] withoutFirstWord;
    private readonly FrozenDictionary<string, string> globals;
    private readonly FrozenSet<string> polite;
    private readonly FrozenDictionary<string, string> plain;
    private readonly Denials denials;

    public Router(
        IReadOnlyList<Dialog> dialogs,
        (IReadOnlyList<Phrase> OfDialogs, IReadOnlyList<Phrase> OfEngine) commands,
        IEnumerable<string> polite,
        Denials denials
    )
    {
        var (phrases, globals) = commands;
        this.denials = denials;
        this.dialogs = dialogs.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        byFirstWord = phrases
            .Where(p => p.Parts[0].Slot is null)
            .GroupBy(p => p.Parts[0].Plain, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, Sorted, StringComparer.Ordinal);
        withoutFirstWord = Sorted(phrases.Where(p => p.Parts[0].Slot is not null));
        this.globals = globals
            .DistinctBy(p => p.Signature, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Signature, p => p.Target, StringComparer.Ordinal);
        this.polite = polite.Select(Words.Join).ToFrozenSet(StringComparer.Ordinal);
        FixedWords = [.. phrases.Concat(globals).SelectMany(p => p.Parts).Where(p => p.Slot is null).Select(p => p.Shown).Distinct(StringComparer.Ordinal)];
        plain = phrases
            .Where(p => p.Slots == 0)
            .GroupBy(p => p.Target, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(p => p.FixedWords).First().Written, StringComparer.Ordinal);
    }

    /// <summary>Every fixed word of every phrase, as it is written.</summary>
    public IReadOnlyList<string> FixedWords { get; }

    /// <summary>The engine's own command that the text is; null when none.</summary>
    public string? Global(string text)
    {
        var words = Words.Split(text);
        return Global(words) ?? (WithoutPolite(words) is { } bare ? Global(bare) : null);
    }

    public Routing Find(string text, Roles roles, SlotSurroundings surroundings)
    {
        var words = Words.Split(text);
        var routing = Find(text, words, roles, surroundings);
        return routing.Route is null && WithoutPolite(words) is { } bare && Find(text, bare, roles, surroundings) is var again
            && (again.Route ?? (object?)again.NotYours) is not null
            ? again
            : routing;
    }

    /// <summary>The shortest way of starting a dialog without any slot; null when there is none.</summary>
    public string? PlainCommand(string dialog) => plain.GetValueOrDefault(dialog);

    /// <summary>Whether a slot kind can make something of the text; an impossible value is for its question to refuse.</summary>
    internal static bool Fits(PhrasePart part, string text, SlotSurroundings surroundings) =>
        part.Kind!.Read(text, surroundings) is not SlotOutcome.NotUnderstood;

    private static bool Fits(Attempt attempt, PhrasePart part, string text) =>
        attempt.Exact ? part.Kind!.Read(text, attempt.Surroundings) is SlotOutcome.Understood : Fits(part, text, attempt.Surroundings);

    private static Phrase[] Sorted(IEnumerable<Phrase> phrases)
    {
        var sorted = phrases.ToArray();
        Array.Sort(sorted, Phrase.Compare);
        return sorted;
    }

    private string? Global(List<Word> words) =>
        words.Count == 0 ? null : globals.GetValueOrDefault(words.Count == 1 ? words[0].Plain : string.Join(' ', words.Select(w => w.Plain)));

    private List<Word>? WithoutPolite(List<Word> words)
    {
        var bare = words.FindAll(w => !polite.Contains(w.Plain));
        return bare.Count == words.Count || bare.Count == 0 ? null : bare;
    }

    /// <summary>
    /// A phrase whose every slot is understood goes before one that leaves something to ask: "loan 6000 6" is an amount and
    /// months, not two amounts.
    /// </summary>
    private Routing Find(string text, List<Word> words, Roles roles, SlotSurroundings surroundings)
    {
        if (words.Count == 0)
        {
            return default;
        }

        var exact = Find(text, words, roles, surroundings, exact: true);
        return exact.Route is null ? Find(text, words, roles, surroundings, exact: false) : exact;
    }

    private Routing Find(string text, List<Word> words, Roles roles, SlotSurroundings surroundings, bool exact)
    {
        Dialog? notYours = null;
        var known = byFirstWord.GetValueOrDefault(words[0].Plain) ?? [];
        foreach (var phrase in known.Concat(withoutFirstWord))
        {
            var dialog = dialogs[phrase.Target];
            var hers = (dialog.For & roles) != 0;
            if (!hers && notYours is not null)
            {
                continue;
            }

            var captured = new string?[phrase.Parts.Length];
            if (!Match(new Attempt(text, words, phrase, captured, surroundings, exact), 0, 0))
            {
                continue;
            }

            if (!hers)
            {
                notYours = dialog;
                continue;
            }

            return new Routing(new Route(dialog, Slots(phrase, captured)), null);
        }

        return new Routing(null, notYours);
    }

    private static ImmutableDictionary<string, string> Slots(Phrase phrase, string?[] captured)
    {
        var slots = ImmutableDictionary<string, string>.Empty;
        for (var i = 0; i < captured.Length; i++)
        {
            if (phrase.Parts[i].Slot is { } slot)
            {
                slots = slots.SetItem(slot, captured[i]!);
            }
        }

        return slots;
    }

    private sealed record Attempt(string Text, List<Word> Words, Phrase Phrase, string?[] Captured, SlotSurroundings Surroundings, bool Exact);

    private bool Match(Attempt attempt, int part, int word)
    {
        var parts = attempt.Phrase.Parts;
        var left = attempt.Words.Count - word;
        if (part == parts.Length)
        {
            return left == 0;
        }

        var partsLeft = parts.Length - part;
        if (left < partsLeft)
        {
            return false;
        }

        if (parts[part].Slot is null)
        {
            return attempt.Words[word].Plain == parts[part].Plain && Match(attempt, part + 1, word + 1);
        }

        var most = left - partsLeft + 1;
        var least = partsLeft == 1 ? most : 1;
        for (var taken = partsLeft == 1 ? most : Math.Min(most, MaxWordsOfSlot); taken >= least; taken--)
        {
            var span = Span(attempt.Text, attempt.Words, word, word + taken - 1, partsLeft == 1);
            if (Denied(parts[part], attempt.Words, word, word + taken - 1))
            {
                continue;
            }

            if (Fits(attempt, parts[part], span) && Match(attempt, part + 1, word + taken))
            {
                attempt.Captured[part] = span;
                return true;
            }
        }

        return false;
    }

    private bool Denied(PhrasePart part, List<Word> words, int first, int last) =>
        part.Free ? OnlyDenies(words, first, last)
        : part.Kind!.HearsNo ? words.Skip(first).Take(last - first + 1).Any(w => denials.Forbidding.Contains(w.Plain))
        : Denies(words, first, last);

    /// <summary>No number, name or code has a denial in it; "no 12" is a number.</summary>
    private bool Denies(List<Word> words, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (denials.Not.Contains(words[i].Plain) && !(words[i].Plain == "no" && i < last && char.IsAsciiDigit(words[i + 1].Plain[0])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Free text that only denies is no reason: "reject loan 12 mat karo" is not to be done. "Not in the bank" is one.
    /// </summary>
    private bool OnlyDenies(List<Word> words, int first, int last)
    {
        var denied = false;
        for (var i = first; i <= last; i++)
        {
            var denies = denials.Not.Contains(words[i].Plain);
            denied |= denies;
            if (!denies && !denials.Beside.Contains(words[i].Plain))
            {
                return denials.Forbidding.Contains(words[first].Plain);
            }
        }

        return denied;
    }

    /// <summary>
    /// The typed text of some words, with the signs before them ("- 500" is not 500), and to the end when they are the last.
    /// </summary>
    internal static string Span(string text, List<Word> words, int first, int last, bool toTheEnd)
    {
        var start = first == 0 ? 0 : words[first - 1].End;
        return text[start..(toTheEnd ? text.Length : words[last].End)].Trim();
    }
}
