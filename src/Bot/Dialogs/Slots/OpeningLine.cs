using System.Globalization;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>One line in words: whose it is, then each figure after its word.</summary>
internal static class OpeningLine
{
    internal static OpeningItem Read(string said, SlotSurroundings surroundings)
    {
        var words = MeetingCutter.Words(said);
        var at = Array.FindIndex(words, word => OpeningWords.Column(word) is not null || OpeningWords.Purse(word) is not null);
        if (at == 0 && OpeningWords.Purse(words[0]) is { } purse)
            return Money(string.Join(' ', words[1..]), surroundings) is { } amount
                ? new OpeningItem.Purse(said, purse, amount)
                : Unclear(said);
        if (at <= 0)
            return Unclear(said);
        var (number, doubt) = Whose(said, string.Join(' ', words[..at]), surroundings);
        return doubt ?? Figures(new(said, number, null, null, null), words[at..], surroundings);
    }

    internal static (int Number, OpeningItem.Doubtful? Doubt) Whose(string said, string name, SlotSurroundings surroundings) =>
        MemberSlot.Read(name, surroundings) switch
        {
            SlotOutcome.Understood one => (int.Parse(one.Value, CultureInfo.InvariantCulture), null),
            SlotOutcome.Ambiguous => (0, new(said, OpeningText.WhichMember)),
            _ => (0, new(said, OpeningText.NoSuchMember)),
        };

    internal static long? Money(string text, SlotSurroundings surroundings) =>
        MoneySlot.Read(text, surroundings) is SlotOutcome.Understood { Value: var paise }
            ? long.Parse(paise, CultureInfo.InvariantCulture)
            : null;

    internal static int? Whole(SlotOutcome outcome) =>
        outcome is SlotOutcome.Understood { Value: var value } ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static OpeningItem Figures(OpeningItem.Member item, string[] words, SlotSurroundings surroundings)
    {
        for (var at = 0; at < words.Length; )
        {
            var column = OpeningWords.Column(words[at]);
            var next = Array.FindIndex(
                words,
                at + 1,
                word => OpeningWords.Column(word) is OpeningColumn.Savings or OpeningColumn.Loan or OpeningColumn.Fines
            );
            var chunk = words[(at + 1)..(next < 0 ? words.Length : next)];
            if (column == OpeningColumn.Loan && Loan(chunk, surroundings) is { } loan)
                item = item with { Loan = loan };
            else if (column is OpeningColumn.Savings or OpeningColumn.Fines && Money(string.Join(' ', chunk), surroundings) is { } amount)
                item = column == OpeningColumn.Savings ? item with { Savings = amount } : item with { Fines = amount };
            else
                return Unclear(item.Said);
            at = next < 0 ? words.Length : next;
        }
        return item;
    }

    /// <summary>"2000 at 2% for 5 months flat": the amount, then whatever else is said of it.</summary>
    private static OpeningLoanSaid? Loan(string[] words, SlotSurroundings surroundings)
    {
        var loan = new OpeningLoanSaid(-1, null, null, null);
        for (var at = 0; at < words.Length; at++)
        {
            var (word, next) = (words[at], at + 1 < words.Length ? words[at + 1] : "");
            if (OpeningWords.Method(word) is { } method)
                loan = loan with { Method = method };
            else if (word.EndsWith('%') || Units.Percent.Contains(next))
                loan = loan with { BasisPoints = Whole(CountSlots.Percent(word, surroundings)) };
            else if (Units.Months.Contains(next))
                loan = loan with { Months = Whole(CountSlots.Months(word, surroundings)) };
            else if (loan.Paise < 0 && Money(word, surroundings) is { } amount)
                loan = loan with { Paise = amount };
        }
        return loan.Paise < 0 ? null : loan;
    }

    private static OpeningItem.Doubtful Unclear(string said) => new(said, OpeningText.NotUnderstood);
}
