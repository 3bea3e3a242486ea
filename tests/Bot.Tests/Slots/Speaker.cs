using System.Globalization;

namespace DiGiBachat.Bot.Tests.Slots;

/// <summary>How somebody writes a number.</summary>
public enum Voice
{
    Hindi,
    RomanHindi,
    EnglishIndian,
    EnglishWestern,

    /// <summary>Digits and words of both scripts by turns: "5 हजार do sau 12".</summary>
    Mixed,
}

/// <summary>
/// Speaks any number from 0 to 99,99,99,999 in one of the ways of people here, with a spelling chosen by chance. Its words are a
/// table of its own (Data/spoken_words.tsv, where a{b,c} stands for ab and ac), so that it does not repeat the reader's omissions.
/// </summary>
internal static class Speaker
{
    private const decimal Hundred = 100;
    private const decimal Thousand = 1_000;
    private const decimal Lakh = 1_00_000;
    private const decimal Million = 1_000_000;
    private const decimal Crore = 1_00_00_000;

    private static readonly string[] Units =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(
            ' '
        );
    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>Value, column, every spelling.</summary>
    internal static readonly Dictionary<(decimal Value, bool Devanagari), string[]> Words = Table
        .Rows("spoken_words.tsv")
        .SelectMany(row =>
            new[] { ("hi", true), ("hi-Latn", false) }.Select(column =>
                (Value: decimal.Parse(row["n"], CultureInfo.InvariantCulture), column.Item2, Words: row[column.Item1])
            )
        )
        .ToDictionary(entry => (entry.Value, entry.Item2), entry => entry.Words.Split(' ').SelectMany(Spelled).Distinct().ToArray());

    internal static string Speak(long number, Voice voice, Random chance) =>
        voice switch
        {
            Voice.Hindi => Indian(number, value => Word(value, true, chance)),
            Voice.RomanHindi => Indian(number, value => Word(value, false, chance)),
            Voice.EnglishIndian => English(number, Indians, chance),
            Voice.EnglishWestern => English(number, Westerns, chance),
            _ => Indian(
                number,
                value => chance.Next(3) == 0 && value < Hundred ? Digits(value, chance) : Word(value, chance.Next(2) == 0, chance)
            ),
        };

    /// <summary>"saadhe teen hazaar", "dedh lakh", "paune do sau": quarters and halves of a scale, in either script.</summary>
    internal static string Fraction(int quarters, decimal scale, bool devanagari, Random chance)
    {
        string Say(decimal value) => Word(value, devanagari, chance);
        var (whole, rest) = (quarters / 4, quarters % 4);
        var before = (whole, rest) switch
        {
            (1, 2) => Say(1.5m),
            (2, 2) => Say(2.5m),
            (1, 1) => Say(0.25m),
            (0, 3) => Say(-0.25m),
            (_, 1) => $"{Say(0.25m)} {Say(whole)}",
            (_, 2) => $"{Say(0.5m)} {Say(whole)}",
            (_, 3) => $"{Say(-0.25m)} {Say(whole + 1)}",
            _ => Say(whole),
        };
        return $"{before} {Say(scale)}";
    }

    /// <summary>12,34,567 or 1,234,567; digits of either script.</summary>
    internal static string Figures(long number, bool indian, bool devanagari)
    {
        var culture = CultureInfo.GetCultureInfo(indian ? "en-IN" : "en-US");
        var written = number.ToString("N0", culture);
        return devanagari ? string.Concat(written.Select(c => char.IsAsciiDigit(c) ? (char)('०' + (c - '0')) : c)) : written;
    }

    /// <summary>Ways of writing an amount around its figures {0} (Indian grouping), {1} (plain), {2} (Devanagari) or words {3}.</summary>
    internal static readonly string[] Moneys =
    [
        "₹{0}",
        "₹ {0}",
        "₹{0}.00",
        "Rs.{0}/-",
        "Rs {0}",
        "Rs.{1}",
        "rs{1}",
        "{1}rs",
        "{0} rs only",
        "{1}/-",
        "{0}/=",
        "INR {1}",
        "INR{0}",
        "{1} INR",
        "{1} rupaye",
        "{1} rupees",
        "{1} rupay",
        "{1} rupiye",
        "रु {0}",
        "रु. {0}",
        "रू{2}",
        "{2} रुपये",
        "{2} रुपए",
        "₹{2}",
        "{1} रुपये",
        "{3} rupaye",
        "{3} रुपये",
        "{3} rs",
        "{1} rupaye hi",
        "{1} rupees only",
        "{2} रुपये मात्र",
        "*{0}*",
        "{1}.",
        "{1} ji",
        "Rupees {1}",
        "Rs. {0}.00",
    ];

    internal static string Money(long number, int form, Random chance)
    {
        var words = Speak(number, (Voice)chance.Next(5), chance);
        return string.Format(
            CultureInfo.InvariantCulture,
            Moneys[form],
            Figures(number, true, false),
            number,
            Figures(number, true, true),
            words
        );
    }

    internal static string RupeesAndPaise(long rupees, int paise, Random chance) =>
        chance.Next(5) switch
        {
            0 => $"{Speak(rupees, Voice.RomanHindi, chance)} rupaye {Speak(paise, Voice.RomanHindi, chance)} paise",
            1 => $"{Speak(rupees, Voice.Hindi, chance)} रुपये {Speak(paise, Voice.Hindi, chance)} पैसे",
            2 => $"{Speak(rupees, Voice.EnglishIndian, chance)} rupees and {Speak(paise, Voice.EnglishIndian, chance)} paise",
            3 => $"{rupees} rs {paise} paise",
            _ => $"₹{Figures(rupees, true, false)}.{paise:00}",
        };

    private static readonly (decimal Scale, string Word)[] Indians =
    [
        (Crore, "crore"),
        (Lakh, "lakh"),
        (Thousand, "thousand"),
        (Hundred, "hundred"),
    ];
    private static readonly (decimal Scale, string Word)[] Westerns = [(Million, "million"), (Thousand, "thousand"), (Hundred, "hundred")];

    private static string Indian(long number, Func<decimal, string> word)
    {
        if (number < Hundred)
        {
            return word(number);
        }

        var said = new List<string>();
        var left = (decimal)number;
        foreach (var scale in (decimal[])[Crore, Lakh, Thousand, Hundred])
        {
            if (left >= scale)
            {
                said.Add($"{word(decimal.Floor(left / scale))} {word(scale)}");
                left %= scale;
            }
        }

        return string.Join(' ', left > 0 ? said.Append(word(left)) : said);
    }

    private static string English(long number, (decimal Scale, string Word)[] scales, Random chance)
    {
        var (and, comma, hyphen) = (chance.Next(2) == 0, chance.Next(2) == 0, chance.Next(2) == 0 ? "-" : " ");
        return Below(number);

        string Below(decimal value)
        {
            var said = "";
            foreach (var (scale, word) in scales)
            {
                if (value >= scale)
                {
                    said +=
                        (
                            said.Length == 0 ? ""
                            : comma ? ", "
                            : " "
                        ) + $"{Below(decimal.Floor(value / scale))} {word}";
                    value %= scale;
                }
            }

            return value == 0 && said.Length > 0
                ? said
                : said
                    + (
                        said.Length == 0 ? ""
                        : and ? " and "
                        : " "
                    )
                    + Small((int)value);
        }

        string Small(int value) => value < 20 ? Units[value] : Tens[value / 10] + (value % 10 == 0 ? "" : hyphen + Units[value % 10]);
    }

    private static string Word(decimal value, bool devanagari, Random chance)
    {
        var words = Words[(value, devanagari)];
        return words[chance.Next(words.Length)];
    }

    private static string Digits(decimal value, Random chance) => Figures((long)value, indian: true, devanagari: chance.Next(2) == 0);

    /// <summary>"ch{aa,a}r" is chaar and char.</summary>
    private static IEnumerable<string> Spelled(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [pattern];
        }

        var close = pattern.IndexOf('}', open);
        return pattern[(open + 1)..close].Split(',').SelectMany(choice => Spelled(pattern[..open] + choice + pattern[(close + 1)..]));
    }
}
