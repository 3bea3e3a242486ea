using System.Globalization;
using System.Text;

namespace DiGiBachat.Bot.Dialogs;

/// <summary>A word of an input: how it is compared, and where it stands in what was typed.</summary>
internal readonly record struct Word(string Plain, int Start, int End);

/// <summary>
/// Words as commands are compared: small letters, without punctuation and joiners, digits as 0-9, without nukta and with one sign
/// for both nasals, runs of a letter as one. What a slot reads is the text as typed.
/// </summary>
internal static class Words
{
    private const char Nukta = '\u093C';
    private const char Chandrabindu = '\u0901';
    private const char Anusvara = '\u0902';

    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var plain = Plain(text.AsSpan(start, at - start));
            if (plain.Length > 0)
            {
                words.Add(new Word(plain, start, at));
            }
        }

        return words;
    }

    /// <summary>The words joined by spaces, for whole-text comparison.</summary>
    public static string Join(string text) => string.Join(' ', Split(text).Select(w => w.Plain));

    /// <summary>A choice's number as typed ("2", "२", "2.", "2)"); null when it is anything else.</summary>
    public static int? ChoiceNumber(string text)
    {
        var digits = text.AsSpan().Trim().TrimEnd(".)");
        if (digits.Length is 0 or > 3)
        {
            return null;
        }

        var number = 0;
        foreach (var c in digits)
        {
            var digit = char.IsDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c) : -1;
            if (digit < 0)
            {
                return null;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        var source = IsAscii(word) ? word : Composed(word);
        var plain = new StringBuilder(source.Length);
        foreach (var c in source)
        {
            if (char.IsDigit(c))
            {
                plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                continue;
            }

            var letter = c == Chandrabindu ? Anusvara : char.ToLowerInvariant(c);
            if (c != Nukta && IsPartOfWord(letter) && (plain.Length == 0 || plain[^1] != letter))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    /// <summary>Half a surrogate pair (wrong input) cannot be normalised and is taken as it is.</summary>
    private static string Composed(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static bool IsAscii(ReadOnlySpan<char> word) => System.Text.Ascii.IsValid(word);

    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
