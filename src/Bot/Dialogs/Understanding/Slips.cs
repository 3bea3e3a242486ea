using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Understanding;

/// <summary>
/// How far a typed word is from a meant one, as fingers and ears slip: a neighbouring key, a letter left out or doubled, two letters
/// swapped; v for w, z for j, i for e. One plain slip costs 1.
/// </summary>
internal static class Slips
{
    public const double Plain = 1;
    private const double Neighbour = 0.7;
    private const double SameSound = 0.4;
    private const double Swapped = 0.8;
    private const double LeftOutVowel = 0.6;
    private const double LeftOutBreath = 0.4;
    private const int Longest = 24;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly FrozenSet<(char, char)> Sounds = Both(
        "vw zj kq ck ie yi uo cs sz bv fp gj td dr nm ae का िी ुू ेै ोौ बव सश शष नण टत डद ढध ठथ ंन ंम चछ कख गघ जझ तथ दध पफ बभ डढ डर ढर"
    );

    private static readonly FrozenSet<(char, char)> Neighbours = OnKeyboard();

    /// <summary>The cost, or a number above <paramref name="most"/> when it is more.</summary>
    public static double Between(string typed, string meant, double most)
    {
        if (typed.Length > Longest || meant.Length > Longest)
        {
            return double.MaxValue;
        }

        Span<double> before = stackalloc double[Longest + 1];
        Span<double> last = stackalloc double[Longest + 1];
        Span<double> row = stackalloc double[Longest + 1];
        last[0] = 0;
        for (var j = 1; j <= meant.Length; j++)
        {
            last[j] = last[j - 1] + LeftOut(meant, j - 1);
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = last[0] + Added(typed, i - 1);
            var least = row[0];
            for (var j = 1; j <= meant.Length; j++)
            {
                var (t, m) = (typed[i - 1], meant[j - 1]);
                var cost = last[j - 1] + (t == m ? 0 : Instead(t, m));
                cost = Math.Min(cost, last[j] + Added(typed, i - 1));
                cost = Math.Min(cost, row[j - 1] + LeftOut(meant, j - 1));
                if (i > 1 && j > 1 && t == meant[j - 2] && typed[i - 2] == m)
                {
                    cost = Math.Min(cost, before[j - 2] + Swapped);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
            {
                return double.MaxValue;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[meant.Length];
    }

    /// <summary>A bit for each letter of a word: words that share few letters need not be compared.</summary>
    public static ulong LettersOf(string word)
    {
        var letters = 0UL;
        foreach (var c in word)
        {
            letters |= 1UL << (c < 128 ? c & 31 : 32 + (c & 31));
        }

        return letters;
    }

    private static double Instead(char typed, char meant) =>
        Sounds.Contains((typed, meant)) ? SameSound
        : Neighbours.Contains((typed, meant)) ? Neighbour
        : Plain;

    /// <summary>A vowel, or the h after a consonant, is what hurried people leave out.</summary>
    private static double LeftOut(string word, int at) =>
        at == 0 ? Plain
        : IsBreath(word, at) ? LeftOutBreath
        : IsVowel(word[at]) ? LeftOutVowel
        : Plain;

    private static double Added(string word, int at) =>
        at == 0 ? Plain
        : IsBreath(word, at) ? LeftOutBreath
        : IsVowel(word[at]) ? LeftOutVowel
        : Plain;

    private static bool IsBreath(string word, int at) => word[at] == 'h' && !IsVowel(word[at - 1]);

    private static bool IsVowel(char c) =>
        c is 'a' or 'e' or 'i' or 'o' or 'u' or (>= '\u093E' and <= '\u094C') or 'ं';

    private static FrozenSet<(char, char)> Both(string pairs) =>
        pairs
            .Split(' ')
            .Where(p => p.Length == 2)
            .SelectMany(p => new[] { (p[0], p[1]), (p[1], p[0]) })
            .ToFrozenSet();

    private static FrozenSet<(char, char)> OnKeyboard()
    {
        var pairs = new HashSet<(char, char)>();
        for (var r = 0; r < Rows.Length; r++)
        {
            for (var c = 0; c < Rows[r].Length; c++)
            {
                foreach (
                    var (row, column) in new[]
                    {
                        (r, c - 1),
                        (r, c + 1),
                        (r + 1, c),
                        (r + 1, c - 1),
                        (r - 1, c),
                        (r - 1, c + 1),
                    }
                )
                {
                    if (row >= 0 && row < Rows.Length && column >= 0 && column < Rows[row].Length)
                    {
                        pairs.Add((Rows[r][c], Rows[row][column]));
                    }
                }
            }
        }

        return pairs.ToFrozenSet();
    }
}
