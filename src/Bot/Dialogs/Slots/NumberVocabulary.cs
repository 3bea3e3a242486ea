using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>What a word can be inside a number.</summary>
internal enum NumberRole
{
    Unit,
    Ten,
    Hundred,
    Scale,
    FractionAlone,
    FractionBefore,
    Half,
    And,
    Article,
}

/// <summary>A number word. <paramref name="Weak"/>: it means other things too (do, ek, one), so alone in a sentence it counts for nothing.</summary>
internal sealed record NumberWord(NumberRole Role, decimal Value, bool Weak = false);

/// <summary>Every word numbers are made of, in the three languages at once. Static and frozen.</summary>
internal static class NumberVocabulary
{
    internal const decimal Hundred = 100;
    internal const decimal Thousand = 1_000;
    internal const decimal Lakh = 1_00_000;
    internal const decimal Million = 1_000_000;
    internal const decimal Crore = 1_00_00_000;

    /// <summary>Shorter keys are the ordinary words of some language, so they are only found as they are written.</summary>
    private const int ShortestFolded = 4;

    private static readonly string[] EnglishUnits =
    [
        "zero nil",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve twelwe",
        "thirteen",
        "fourteen forteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen eightteen",
        "nineteen ninteen",
    ];

    private static readonly string[] EnglishTens =
    [
        "twenty",
        "thirty",
        "forty fourty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety ninty",
    ];

    private static readonly (NumberRole Role, decimal Value, string Words)[] Makers =
    [
        (NumberRole.Hundred, Hundred, "सौ सो sau hundred hundreds sou so sow"),
        (
            NumberRole.Scale,
            Thousand,
            "हजार हजर thousand thousands thousnd thousend hazaar hazar hajar hajaar hazzar hajjaar hjar hjaar hzar hzaar hzr hajjar hazr k थाउजेंड थाउजंड"
        ),
        (NumberRole.Scale, Lakh, "लाख लाक लख lakh lakhs lac lacs laakh lak laak lkh lacks लैख l"),
        (NumberRole.Scale, Million, "million millions mn मिलियन"),
        (NumberRole.Scale, Crore, "करोड करोर crore crores cr karod karor caror karodh karorh karodd karrod crors krore krod kror krorh"),
        (NumberRole.FractionAlone, 1.5m, "डेढ डेड ढेड देढ dedh derh ded dhed dedha dehd deedh dedhh"),
        (NumberRole.FractionAlone, 2.5m, "ढाई ढाइ अढाई धाई dhai dhaai dhaaii adhai adhaai dai daai arhai dhayi dhaee"),
        (NumberRole.FractionBefore, 0.25m, "सवा sava sawa savaa sawaa swa"),
        (NumberRole.FractionBefore, 0.5m, "साढे साडे saadhe sadhe saade sade saarhe sarhe sare saare sadhay saadhay sadhey"),
        (NumberRole.FractionBefore, -0.25m, "पौने पोने पौन पौना paune pone pauna paun poune powne poona"),
        (NumberRole.Half, 0.5m, "आधा आधे आधी aadha adha aadhe adhe aadhi adhi half"),
        (NumberRole.And, 0, "and aur और n"),
        (NumberRole.Article, 1, "a an"),
    ];

    /// <summary>Give (do), want (chah), with (saath), you (tera), big (bara) … are words of every second sentence.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "do",
        "ek",
        "one",
        "aik",
        "एक",
        "sat",
        "saath",
        "sath",
        "sathh",
        "chah",
        "chey",
        "tera",
        "teraa",
        "तेरा",
        "bara",
        "baara",
        "choda",
        "chodah",
        "char",
        "aat",
        "behatar",
        "छ",
        "sola",
        "nil",
        "dus",
        "tin",
        "ten",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, NumberWord> Written = WrittenWords();
    private static readonly FrozenDictionary<string, NumberWord> Folded = FoldedWords();

    internal static NumberWord? Find(string word) =>
        Written.TryGetValue(word, out var found) || (word.Length >= ShortestFolded && Folded.TryGetValue(Spelling.Fold(word), out found))
            ? found
            : null;

    private static FrozenDictionary<string, NumberWord> WrittenWords()
    {
        var words = new Dictionary<string, NumberWord>();
        foreach (var (word, number) in All())
        {
            if (!words.TryAdd(word, number) && !SameMeaning(words[word], number))
            {
                throw new InvalidOperationException($"The spelling '{word}' stands for {words[word].Value} and for {number.Value}.");
            }
        }

        return words.ToFrozenDictionary();
    }

    /// <summary>A key that two numbers share stands for neither.</summary>
    private static FrozenDictionary<string, NumberWord> FoldedWords() =>
        All()
            .Where(entry => entry.Word.Length >= ShortestFolded)
            .GroupBy(entry => Spelling.Fold(entry.Word), entry => entry.Number)
            .Where(numbers => numbers.All(number => SameMeaning(number, numbers.First())))
            .ToFrozenDictionary(numbers => numbers.Key, numbers => numbers.First());

    private static bool SameMeaning(NumberWord a, NumberWord b) =>
        a.Value == b.Value
        && (a.Role == b.Role || (a.Role, b.Role) is (NumberRole.Ten, NumberRole.Unit) or (NumberRole.Unit, NumberRole.Ten));

    private static IEnumerable<(string Word, NumberWord Number)> All()
    {
        foreach (var (word, value) in HindiNumbers.Spellings)
        {
            yield return Entry(word, NumberRole.Unit, value);
        }

        for (var i = 0; i < EnglishUnits.Length; i++)
        {
            foreach (var word in EnglishUnits[i].Split(' '))
            {
                yield return Entry(word, NumberRole.Unit, i);
            }
        }

        for (var i = 0; i < EnglishTens.Length; i++)
        {
            foreach (var word in EnglishTens[i].Split(' '))
            {
                yield return Entry(word, NumberRole.Ten, (i + 2) * 10);
            }
        }

        foreach (var (role, value, words) in Makers)
        {
            foreach (var word in words.Split(' '))
            {
                yield return Entry(word, role, value);
            }
        }
    }

    private static (string Word, NumberWord Number) Entry(string written, NumberRole role, decimal value)
    {
        var word = Normaliser.Lowered(written);
        return (word, new(role, value, Ambiguous.Contains(written)));
    }
}
