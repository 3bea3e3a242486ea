using System.Text;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// A key under which spellings of one word meet: long and short vowels, doubled letters, v/w, z/j, nasals. It is looked up only
/// after the word itself was not found, so that a folded form never overrides a word that somebody really wrote.
/// </summary>
public static class Spelling
{
    private const char Virama = '\u094D';

    public static string Fold(string word) => word.Length > 0 && word[0] is >= '\u0900' and <= '\u097F' ? FoldHindi(word) : FoldLatin(word);

    private static string FoldLatin(string word)
    {
        word = Nineties(word);
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            switch (c)
            {
                case 'e' when next == 'e':
                    Add(key, 'i');
                    i++;
                    break;
                case 'o' when next == 'o':
                    Add(key, 'u');
                    i++;
                    break;
                case 'a' when next == 'i':
                    Add(key, 'e');
                    i++;
                    break;
                case 'a' or 'o' when next is 'u':
                    Add(key, 'o');
                    i++;
                    break;
                case 'i' when next == 'y' && i + 2 < word.Length:
                    break;
                case 'i' when next == 'a':
                    Add(key, 'y');
                    break;
                case 'h' when next == '\0' && i > 2 && word[i - 1] == 'a':
                    break;
                case 'p' when next == 'h':
                    Add(key, 'f');
                    i++;
                    break;
                case 's' when next == 'h':
                    Add(key, 's');
                    i++;
                    break;
                default:
                    Add(
                        key,
                        c switch
                        {
                            'w' => 'v',
                            'z' => 'j',
                            'q' => 'k',
                            _ => c,
                        }
                    );
                    break;
            }
        }

        return key.ToString();
    }

    /// <summary>91 to 99 end in -nve, -nbe, -nave, -nabe, with v or w.</summary>
    private static string Nineties(string word)
    {
        if (word.Length < 5 || word[^1] != 'e' || word[^2] is not ('v' or 'w' or 'b'))
        {
            return word;
        }

        var stem = word[^3] == 'a' ? word.AsSpan(0, word.Length - 3) : word.AsSpan(0, word.Length - 2);
        return stem[^1] == 'n' ? string.Concat(stem, "ve") : word;
    }

    private static string FoldHindi(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            if (c is 'ँ' or 'ं' or 'ः' || (next == Virama && IsDoubledOrNasal(word, i)))
            {
                i += next == Virama ? 1 : 0;
                continue;
            }

            key.Append(
                c switch
                {
                    'ी' => 'ि',
                    'ई' => 'इ',
                    'ू' => 'ु',
                    'ऊ' => 'उ',
                    'व' => 'ब',
                    'ौ' => 'ो',
                    'ै' => 'े',
                    'ण' => 'न',
                    'ष' => 'श',
                    _ => c,
                }
            );
        }

        return key.ToString();
    }

    /// <summary>क्क, ट्ठ, च्छ: the first of a doubled pair; न् and म् before another consonant: a nasal, written ं as well.</summary>
    private static bool IsDoubledOrNasal(string word, int i)
    {
        var after = i + 2 < word.Length ? word[i + 2] : '\0';
        var first = word[i];
        var doubled = after == first || (after == first + 1 && "कगचजटडतदपब".Contains(first, StringComparison.Ordinal));
        return doubled || (first is 'न' or 'ञ' or 'ङ' or 'ण' && after is >= 'क' and <= 'ह');
    }

    private static void Add(StringBuilder key, char c)
    {
        if (key.Length == 0 || key[^1] != c)
        {
            key.Append(c);
        }
    }
}
