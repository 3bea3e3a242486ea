using DiGiBachat.Bot.Dialogs.Slots;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>
/// Finds the command that a mistyped one probably is. Only fixed words are corrected, never what a slot reads, and the result is
/// only ever proposed.
/// </summary>
internal sealed class TypoFinder(IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase> globals)
{
    /// <summary>Shorter words are too near to each other.</summary>
    private const int ShortestCorrected = 4;
    private const int LongestWithOneSlip = 6;
    private const int MaxSlips = 2;
    private const int MaxWords = 12;

    private readonly Phrase[] all = [.. phrases.Where(p => p.FixedWords > 0), .. globals];

    public string? Find(string text, List<Word> words, Func<Phrase, bool> allowed, SlotSurroundings surroundings)
    {
        if (words.Count is 0 or > MaxWords)
        {
            return null;
        }

        (int Slips, int FixedWords, string Target, string Command)? best = null;
        var tie = false;
        foreach (var phrase in all)
        {
            if (phrase.Parts.Length > words.Count || (phrase.Slots == 0 && phrase.Parts.Length != words.Count))
            {
                continue;
            }

            if (phrase.Parts[0] is { Slot: null } first && SlipsOfWord(words[0].Plain, first.Plain) is null)
            {
                continue;
            }

            var said = new string[phrase.Parts.Length];
            var slips = Slips(new Attempt(text, words, phrase, said, surroundings), 0, 0, MaxSlips);
            if (slips is null or 0 || !allowed(phrase))
            {
                continue;
            }

            var found = (slips.Value, phrase.FixedWords, phrase.Target, string.Join(' ', said));
            var order = best is null ? -1 : Compare((slips.Value, phrase.FixedWords), (best.Value.Slips, best.Value.FixedWords));
            tie = order < 0 ? false : tie || (order == 0 && phrase.Target != best!.Value.Target);
            best = order < 0 ? found : best;
        }

        return tie ? null : best?.Command;
    }

    /// <summary>
    /// How many letters differ, a swap of neighbours counting once; null when more than <paramref name="most"/>.
    /// </summary>
    internal static int? Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return null;
        }

        // Both words are short here: one is a word of a phrase, and they differ in length by a letter or two.
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length] <= most ? last[b.Length] : null;
    }

    private sealed record Attempt(string Text, List<Word> Words, Phrase Phrase, string[] Said, SlotSurroundings Surroundings);

    private static int Compare((int Slips, int FixedWords) a, (int Slips, int FixedWords) b) =>
        a.Slips != b.Slips ? a.Slips.CompareTo(b.Slips) : b.FixedWords.CompareTo(a.FixedWords);

    private static int? SlipsOfWord(string typed, string meant)
    {
        if (typed == meant)
        {
            return 0;
        }

        if (meant.Length < ShortestCorrected || typed.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        return Distance(typed, meant, meant.Length <= LongestWithOneSlip ? 1 : 2);
    }

    private static int? Slips(Attempt attempt, int part, int word, int allowed)
    {
        var parts = attempt.Phrase.Parts;
        var left = attempt.Words.Count - word;
        if (part == parts.Length)
        {
            return left == 0 ? 0 : null;
        }

        var partsLeft = parts.Length - part;
        if (left < partsLeft)
        {
            return null;
        }

        if (parts[part].Slot is null)
        {
            var here = SlipsOfWord(attempt.Words[word].Plain, parts[part].Plain);
            attempt.Said[part] = parts[part].Shown;
            return here is null || here > allowed || Slips(attempt, part + 1, word + 1, allowed - here.Value) is not { } rest
                ? null
                : here + rest;
        }

        var most = left - partsLeft + 1;
        for (var taken = most; taken >= (partsLeft == 1 ? most : 1); taken--)
        {
            var span = Router.Span(attempt.Text, attempt.Words, word, word + taken - 1, partsLeft == 1);
            if (Router.Fits(parts[part], span, attempt.Surroundings) && Slips(attempt, part + 1, word + taken, allowed) is { } slips)
            {
                attempt.Said[part] = span;
                return slips;
            }
        }

        return null;
    }
}
