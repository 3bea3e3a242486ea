using System.Globalization;
using System.Text;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Core;
using Humanizer;

namespace DiGiBachat.Bot.Texts;

/// <summary>
/// Numbers and amounts in words, in lakh and crore. English is Humanizer's en-IN; it has no Hindi and would answer in English
/// without saying so, hence the table of our own, in both scripts.
/// </summary>
public static class AmountWords
{
    private const long Crore = 1_00_00_000;
    private const long Lakh = 1_00_000;
    private const long Thousand = 1_000;
    private const long Hundred = 100;

    private static readonly CultureInfo IndianEnglish = CultureInfo.GetCultureInfo("en-IN");
    private static readonly CultureInfo PlainEnglish = CultureInfo.GetCultureInfo("en");

    private sealed record Names(string Crore, string Lakh, string Thousand, string Hundred, string Rupee, string Rupees, string Paisa, string Paise, string Join, string Minus);

    private static readonly Names English = new("", "", "", "", "rupee", "rupees", "paisa", "paise", " and ", "minus ");
    private static readonly Names Hindi = new("करोड़", "लाख", "हज़ार", "सौ", "रुपया", "रुपये", "पैसा", "पैसे", " ", "ऋण ");
    private static readonly Names RomanHindi = new("karod", "lakh", "hazaar", "sau", "rupaya", "rupaye", "paisa", "paise", " ", "rin ");

    /// <summary>"five thousand rupees and fifty paise", "पाँच हज़ार रुपये पचास पैसे", "paanch hazaar rupaye pachaas paise".</summary>
    public static string Of(Money amount, string language)
    {
        var names = For(language);
        var paise = Math.Abs(amount.Paise);
        var (rupees, rest) = (paise / 100, paise % 100);
        var whole = $"{Of(rupees, language)} {(rupees == 1 ? names.Rupee : names.Rupees)}";
        var part = $"{Of(rest, language)} {(rest == 1 ? names.Paisa : names.Paise)}";
        var words = rest == 0 ? whole : rupees == 0 ? part : whole + names.Join + part;
        return amount.IsNegative ? names.Minus + words : words;
    }

    public static string Of(long number, string language)
    {
        var names = For(language);
        if (number < 0)
        {
            return names.Minus + Of(checked(-number), language);
        }

        // Humanizer's en-IN has no word for nought.
        return language == Formats.English
            ? number.ToWords(number == 0 ? PlainEnglish : IndianEnglish)
            : InHindi(number, names, HindiNumbers.Written(language == Formats.Hindi)).Normalize(NormalizationForm.FormC);
    }

    private static string InHindi(long number, Names names, IReadOnlyList<string> small)
    {
        if (number < Hundred)
        {
            return small[(int)number];
        }

        var words = new List<string>(8);
        foreach (var (scale, name) in ((long, string)[])[(Crore, names.Crore), (Lakh, names.Lakh), (Thousand, names.Thousand), (Hundred, names.Hundred)])
        {
            if (number >= scale)
            {
                words.Add($"{InHindi(number / scale, names, small)} {name}");
                number %= scale;
            }
        }

        if (number > 0)
        {
            words.Add(small[(int)number]);
        }

        return string.Join(' ', words);
    }

    private static Names For(string language) =>
        language switch
        {
            Formats.English => English,
            Formats.Hindi => Hindi,
            Formats.RomanHindi => RomanHindi,
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such language."),
        };
}
