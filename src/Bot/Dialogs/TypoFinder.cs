using System.Collections.Frozen;
using System.Numerics;
using DiGiBachat.Bot.Dialogs.Understanding;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>A mistyped text put right: the command as it would be typed, and what it cost to get there.</summary>
internal sealed record Correction(string Command, double Cost);

/// <summary>
/// Puts mistyped words right. Only words that nobody knows are corrected, never to or from a denial, and never what has digits in
/// it; the result is only ever proposed.
/// </summary>
internal sealed class TypoFinder
{
    /// <summary>Shorter words are too near to each other.</summary>
    private const int ShortestCorrected = 3;
    private const int MostWords = 12;
    private const int MostUnknown = 4;
    private const int MostCorrected = 2;
    private const int MostCandidates = 3;
    private const int MostCorrections = 10;
    private const double MostInAll = 2.2;

    private readonly (string Plain, string Shown, ulong Letters)[] words;
    private readonly FrozenSet<string> known;

    /// <param name="shown">Every fixed word of every command, as it is written.</param>
    /// <param name="known">Words that are right as they are.</param>
    /// <param name="denials">Words that nothing becomes.</param>
    public TypoFinder(
        IEnumerable<string> shown,
        IEnumerable<string> known,
        IEnumerable<string> denials
    )
    {
        var never = denials.Select(Words.Join).ToHashSet(StringComparer.Ordinal);
        words =
        [
            .. shown
                .Select(word => (Plain: Words.Join(word), Shown: word.Trim('"', ',', '.')))
                .Where(w =>
                    w.Plain.Length >= ShortestCorrected
                    && !w.Plain.Contains(' ', StringComparison.Ordinal)
                    && !never.Contains(w.Plain)
                )
                .DistinctBy(w => w.Plain, StringComparer.Ordinal)
                .Select(w => (w.Plain, w.Shown, Slips.LettersOf(w.Plain))),
        ];
        this.known = words
            .Select(w => w.Plain)
            .Concat(known.Select(Words.Join))
            .Concat(never)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Ways of putting the text right, the nearest first.</summary>
    public IReadOnlyList<Correction> Corrections(string text)
    {
        var typed = Words.Split(text);
        if (typed.Count is 0 or > MostWords)
        {
            return [];
        }

        var options = new (string Shown, double Cost)[]?[typed.Count];
        var unknown = 0;
        var some = false;
        for (var i = 0; i < typed.Count; i++)
        {
            if (known.Contains(typed[i].Plain) || HasDigit(text, typed[i]))
            {
                continue;
            }

            if (++unknown > MostUnknown)
            {
                return [];
            }

            options[i] = Candidates(typed[i].Plain);
            some |= options[i]!.Length > 0;
        }

        if (!some)
        {
            return [];
        }

        var found = new List<Correction>();
        Combine(new Typed(text, typed, options), 0, new string[typed.Count], (0, 0), found);
        found.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return found.Count > MostCorrections ? found.GetRange(0, MostCorrections) : found;
    }

    private sealed record Typed(
        string Text,
        List<Word> Words,
        (string Shown, double Cost)[]?[] Options
    );

    private static void Combine(
        Typed typed,
        int at,
        string[] said,
        (double Cost, int Words) spent,
        List<Correction> found
    )
    {
        if (at == said.Length)
        {
            if (spent.Words > 0)
            {
                found.Add(new Correction(string.Join(' ', said), spent.Cost));
            }

            return;
        }

        var word = typed.Words[at];
        said[at] = typed.Text[word.Start..word.End];
        Combine(typed, at + 1, said, spent, found);
        foreach (var (shown, more) in typed.Options[at] ?? [])
        {
            if (spent.Cost + more <= MostInAll && spent.Words < MostCorrected)
            {
                said[at] = shown;
                Combine(typed, at + 1, said, (spent.Cost + more, spent.Words + 1), found);
            }
        }
    }

    private (string Shown, double Cost)[] Candidates(string typed)
    {
        if (typed.Length < ShortestCorrected)
        {
            return [];
        }

        var letters = Slips.LettersOf(typed);
        List<(string Shown, double Cost)>? near = null;
        foreach (var (plain, shown, its) in words)
        {
            if (
                Math.Abs(plain.Length - typed.Length) > 2
                || BitOperations.PopCount(letters ^ its) > 4
            )
            {
                continue;
            }

            var most = MostOf(plain.Length);
            var cost = Slips.Between(typed, plain, most);
            if (cost <= most)
            {
                (near ??= []).Add((shown, Math.Max(cost, 0.05)));
            }
        }

        if (near is null)
        {
            return [];
        }

        near.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return near.Count > MostCandidates ? [.. near.Take(MostCandidates)] : [.. near];
    }

    /// <summary>What a word of so many letters bears.</summary>
    private static double MostOf(int length) =>
        length switch
        {
            <= 3 => 0.4,
            4 => 1.0,
            5 or 6 => 1.6,
            _ => 2.2,
        };

    private static bool HasDigit(string text, Word word) =>
        text.AsSpan(word.Start, word.End - word.Start).ContainsAnyInRange('0', '9');
}
