using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>
/// An amount of rupees, in paise. What was typed is never rounded and never guessed: a text that is not plainly one amount is not
/// understood, and one with two amounts is ambiguous.
/// </summary>
internal static class MoneySlot
{
    internal const long LargestRupees = NumberWords.Largest;
    internal const string TooLarge = "slots.amount-limit";

    private const int PaisePerRupee = 100;
    private const decimal Unclear = -1;

    internal static SlotOutcome Read(string text, SlotSurroundings surroundings)
    {
        var tokens = NumberLexer.Cut(Normaliser.Lowered(text));
        if (tokens.Exists(token => token.Kind == TokenKind.Malformed || IsForeignCurrency(token) || IsPadded(token)))
        {
            return new SlotOutcome.NotUnderstood();
        }

        var numbers = NumberWords.Find(tokens);
        if (numbers.Count == 0 || numbers.Exists(number => HasTooManyDecimals(tokens, number)) || !OnlySmallWordsAround(tokens, numbers))
        {
            return new SlotOutcome.NotUnderstood();
        }

        return Decide([.. Amounts(tokens, numbers).Distinct()]);
    }

    private static SlotOutcome Decide(List<decimal> paise)
    {
        if (paise.Count == 0 || paise.Exists(amount => amount < 0 || amount != decimal.Truncate(amount)))
        {
            return new SlotOutcome.NotUnderstood();
        }

        if (paise.Exists(amount => amount > LargestRupees * PaisePerRupee))
        {
            return new SlotOutcome.Impossible(TooLarge);
        }

        var values = paise.ConvertAll(amount => ((long)amount).ToString(CultureInfo.InvariantCulture));
        return values.Count == 1 ? new SlotOutcome.Understood(values[0]) : new SlotOutcome.Ambiguous(values);
    }

    private static IEnumerable<decimal> Amounts(List<Token> tokens, List<FoundNumber> numbers)
    {
        var whole = Slice.WholeText(tokens, numbers[0], Units.Rupees);
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i];
            var unit = Slice.Unit(tokens, number);
            if (CountsSomethingElse(tokens, number, unit) || (number.Weak && !whole && !Units.Rupees.Contains(unit)))
            {
                continue;
            }

            if (Units.Paise.Contains(unit))
            {
                // "500 paise" is said of money in general too: neither five rupees nor five hundred is certain.
                yield return number.Value < PaisePerRupee ? number.Value : Unclear;
            }
            else if (IsRupeesThenPaise(tokens, numbers, i))
            {
                yield return (number.Value * PaisePerRupee) + numbers[++i].Value;
            }
            else if (!number.BareFraction || Units.Rupees.Contains(unit))
            {
                yield return number.Value * PaisePerRupee;
                if (GiveOrTwo(tokens, number, whole) is { } without)
                {
                    yield return without * PaisePerRupee;
                }
            }
        }
    }

    /// <summary>"5 rupaye 50 paise" is one amount.</summary>
    private static bool IsRupeesThenPaise(List<Token> tokens, List<FoundNumber> numbers, int i) =>
        i + 1 < numbers.Count
        && Units.Rupees.Contains(Slice.Unit(tokens, numbers[i]))
        && Units.Paise.Contains(Slice.Unit(tokens, numbers[i + 1]))
        && numbers[i].Value == decimal.Truncate(numbers[i].Value)
        && numbers[i + 1].Value is >= 1 and < PaisePerRupee
        && numbers[i + 1].First - numbers[i].End <= 2;

    private static bool CountsSomethingElse(List<Token> tokens, FoundNumber number, string unit) =>
        Units.IsTime(unit)
        || Units.Percent.Contains(unit)
        || Units.Ordinals.Contains(unit)
        || Units.NumberSigns.Contains(unit)
        || (number.First > 0 && Units.NumberSigns.Contains(tokens[number.First - 1].Text));

    /// <summary>A numeral alone has paise, so two decimals; before a scale (1.125 lakh) the rupees come out whole or not.</summary>
    private static bool HasTooManyDecimals(List<Token> tokens, FoundNumber number)
    {
        var written = tokens[number.First].Text;
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        return number.End == number.First + 1 && dot >= 0 && written.Length - dot - 1 > 2;
    }

    /// <summary>"1 00 000" and "0500": groups set apart by spaces, or a part of something longer.</summary>
    private static bool IsPadded(Token token) =>
        token.Kind == TokenKind.Numeral && token.Text.Length > 1 && token.Text[0] == '0' && char.IsAsciiDigit(token.Text[1]);

    private static bool IsForeignCurrency(Token token) =>
        token.Kind == TokenKind.Sign
        && token.Text is not ("₹" or "₨")
        && char.GetUnicodeCategory(token.Text[0]) == UnicodeCategory.CurrencySymbol;

    /// <summary>"mujhe paanch sau do": 502, or "give me 500". Both are offered unless the number is all that was said.</summary>
    private static decimal? GiveOrTwo(List<Token> tokens, FoundNumber number, bool whole) =>
        !whole && number.End == tokens.Count && number.End - number.First > 1 && tokens[^1].Text is "do" or "दो" && number.Value % 100 == 2
            ? number.Value - 2
            : null;

    private static bool OnlySmallWordsAround(List<Token> tokens, List<FoundNumber> numbers)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var at = i;
            var token = tokens[i];
            var inNumber = numbers.Exists(number => at >= number.First && at < number.End);
            if (token.Kind == TokenKind.Word && !inNumber && !IsSmallWord(token.Text))
            {
                return false;
            }

            if (token.Kind == TokenKind.Numeral && !inNumber)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No negation is among them, so "500 nahi" is never an amount.</summary>
    private static bool IsSmallWord(string word) =>
        Units.AroundAmounts.Contains(word)
        || Units.Rupees.Contains(word)
        || Units.Paise.Contains(word)
        || Units.Months.Contains(word)
        || Units.Years.Contains(word)
        || Normaliser.IsPolite(word);
}
