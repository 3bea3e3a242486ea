using System.Collections.Frozen;
using System.Text;
using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>What a word was found as. <paramref name="Loose"/>: only its consonants are those of a known word ("btao", "krz").</summary>
internal readonly record struct Known(UInt128 Families, bool Loose);

/// <summary>A row of several words that is one thing: "how much", "len den".</summary>
internal sealed record Expression(string[] Keys, UInt128 Families);

/// <summary>
/// All words of all families. A word is looked up as written, then by its spelling key, then by its sounds across the scripts, then
/// by its consonants; the first that finds something decides.
/// </summary>
internal sealed class Vocabulary
{
    public const int MostFamilies = 128;

    private const int ShortestSound = 3;
    private const int ShortestSkeleton = 3;
    private const int ShortestLoose = 4;
    private const int ShortestDenial = 3;
    private const double NearlyNot = 0.8;

    private readonly UInt128 not;
    private readonly string[] denials;

    private readonly FrozenDictionary<string, int> numbers;
    private readonly FrozenDictionary<string, UInt128> written;
    private readonly FrozenDictionary<string, UInt128> spelled;
    private readonly FrozenDictionary<string, UInt128> sounded;
    private readonly FrozenDictionary<string, UInt128> skeletons;
    private readonly FrozenDictionary<string, Expression[]> expressions;

    public Vocabulary(IReadOnlyList<WordFamily> families)
    {
        Names =
        [
            .. families.Select(f => f.Name).Distinct(StringComparer.Ordinal).Take(MostFamilies),
        ];
        numbers = Names
            .Select((name, at) => (name, at))
            .ToFrozenDictionary(p => p.name, p => p.at, StringComparer.Ordinal);
        var all = families
            .Where(f => numbers.ContainsKey(f.Name))
            .SelectMany(f =>
                f.Words.Select(w =>
                    (Words: Normaliser.Normalise(w.Word).Split(' '), Mask: Mask(f.Name))
                )
            )
            .ToList();
        var single = all.Where(e => e.Words.Length == 1 && e.Words[0].Length > 0)
            .Select(e => (Word: e.Words[0], e.Mask))
            .ToList();
        written = Union(single);
        spelled = Union(single.Select(e => (Spelling.Fold(e.Word), e.Mask)));
        sounded = Union(
            single
                .Where(e => char.IsAscii(e.Word[0]))
                .Select(e => (Transliteration.Key(e.Word), e.Mask))
                .Where(e => e.Item1.Length >= ShortestSound)
        );
        skeletons = Unique(
            single
                .Where(e => char.IsAscii(e.Word[0]))
                .Select(e => (Skeleton(e.Word), e.Mask))
                .Where(e => e.Item1.Length >= ShortestSkeleton)
        );
        expressions = all.Where(e => e.Words.Length > 1)
            .Select(e => (Keys: Array.ConvertAll(e.Words, Spelling.Fold), e.Mask))
            .GroupBy(e => string.Join(' ', e.Keys), StringComparer.Ordinal)
            .Select(g => new Expression(
                g.First().Keys,
                g.Aggregate(UInt128.Zero, (mask, e) => mask | e.Mask)
            ))
            .GroupBy(e => e.Keys[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(e => e.Keys.Length).ToArray(),
                StringComparer.Ordinal
            );
        not = Mask(FamilyNames.Not);
        denials =
        [
            .. single
                .Where(e =>
                    e.Mask == not && e.Word.Length >= ShortestDenial && e.Word[0] is 'n' or 'न'
                )
                .Select(e => e.Word)
                .Where(w => w.Length >= ShortestLoose || !char.IsAscii(w[0])),
        ];
        Small = Mask(FamilyNames.Small) | Mask(FamilyNames.Self) | Mask(FamilyNames.Postposition);
        Ambient =
            Small
            | Mask(FamilyNames.Doing)
            | Mask(FamilyNames.Greeting)
            | Mask(FamilyNames.YesWord)
            | Mask(FamilyNames.PurposeAfter)
            | Mask(FamilyNames.PurposeBefore);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Families that change nothing.</summary>
    public UInt128 Small { get; }

    /// <summary>Families that may stand in any sentence.</summary>
    public UInt128 Ambient { get; }

    public UInt128 Mask(string family) =>
        numbers.TryGetValue(family, out var at) ? UInt128.One << at : UInt128.Zero;

    public string NamesOf(UInt128 mask) =>
        string.Join('/', Names.Where((_, at) => (mask & (UInt128.One << at)) != 0));

    /// <summary>The longest expression that begins with the first of these keys.</summary>
    public Expression? Longest(ReadOnlySpan<string> keys)
    {
        if (!expressions.TryGetValue(keys[0], out var candidates))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (
                candidate.Keys.Length <= keys.Length
                && keys[..candidate.Keys.Length].SequenceEqual(candidate.Keys)
            )
            {
                return candidate;
            }
        }

        return null;
    }

    public Known Find(string word, string key)
    {
        if (written.TryGetValue(word, out var mask) || spelled.TryGetValue(key, out mask))
        {
            return new Known(mask, false);
        }

        if (!char.IsAscii(word[0]))
        {
            if (IsNearlyNot(word))
            {
                return new Known(not, false);
            }

            return sounded.TryGetValue(Transliteration.Key(word), out mask)
                ? new Known(mask, false)
                : default;
        }

        if (IsNearlyNot(word))
        {
            return new Known(not, false);
        }

        return
            (word.Length >= ShortestLoose || !word.AsSpan().ContainsAny("aeiou"))
            && skeletons.TryGetValue(Skeleton(word), out mask)
            ? new Known(mask, true)
            : default;
    }

    /// <summary>A denial that a thumb has missed is still one: "loan naho chahiye" asks for nothing.</summary>
    private bool IsNearlyNot(string word)
    {
        if (word.Length is < 3 or > 6 || word[0] is not ('n' or 'न'))
        {
            return false;
        }

        foreach (var denial in denials)
        {
            if (denial[0] == word[0] && Slips.Between(word, denial, NearlyNot) <= NearlyNot)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The consonants of a word in Latin letters: what is left of it in a hurried message.</summary>
    private static string Skeleton(string word)
    {
        var sounds = Transliteration.Key(word);
        var kept = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            if (i == 0 || sounds[i] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h'))
            {
                kept.Append(sounds[i]);
            }
        }

        return kept.ToString();
    }

    private static FrozenDictionary<string, UInt128> Union(
        IEnumerable<(string Word, UInt128 Mask)> entries
    ) =>
        entries
            .GroupBy(e => e.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.Aggregate(UInt128.Zero, (mask, e) => mask | e.Mask),
                StringComparer.Ordinal
            );

    /// <summary>A key that words of different families share stands for none of them.</summary>
    private static FrozenDictionary<string, UInt128> Unique(
        IEnumerable<(string Word, UInt128 Mask)> entries
    ) =>
        entries
            .GroupBy(e => e.Word, StringComparer.Ordinal)
            .Where(g => g.Select(e => e.Mask).Distinct().Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First().Mask, StringComparer.Ordinal);
}
