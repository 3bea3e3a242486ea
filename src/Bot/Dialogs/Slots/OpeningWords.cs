using System.Collections.Frozen;

namespace DiGiBachat.Bot.Dialogs.Slots;

/// <summary>What a column of a table, or a word in a line, says of the figure beside it.</summary>
internal enum OpeningColumn
{
    Name,
    Number,
    Savings,
    Loan,
    Rate,
    Months,
    Method,
    Fines,
}

/// <summary>The words of figures that are brought forward, in three languages.</summary>
internal static class OpeningWords
{
    private static readonly FrozenDictionary<string, OpeningColumn> Columns = Named(
        (OpeningColumn.Name, "name naam member sadasya नाम सदस्य"),
        (OpeningColumn.Number, "no number sno serial kramank nambar क्रमांक नंबर क्रम"),
        (OpeningColumn.Savings, "saving savings saved bachat jama balance deposit बचत जमा"),
        (OpeningColumn.Loan, "loan loans karz karj karja outstanding udhaar udhar bakaya कर्ज़ कर्ज लोन उधार बकाया"),
        (OpeningColumn.Rate, "rate interest byaaj byaj vyaj sood ब्याज दर सूद"),
        (OpeningColumn.Months, "months month mahine mahina kist kisht instalments installments left महीने महीना किस्त किस्तें"),
        (OpeningColumn.Method, "method tarika तरीका तरीक़ा"),
        (OpeningColumn.Fines, "fine fines dand jurmana दंड जुर्माना")
    );

    private static readonly FrozenDictionary<string, OpeningPurse> Purses = Named(
        (OpeningPurse.Cash, "cash nakad nagad peti box नकद पेटी कैश"),
        (OpeningPurse.Bank, "bank बैंक"),
        (OpeningPurse.Investments, "investment investments invested nivesh fd निवेश"),
        (OpeningPurse.Grants, "grant grants anudaan anudan अनुदान"),
        (OpeningPurse.Surplus, "surplus profit laabh labh munafa लाभ मुनाफा")
    );

    private static readonly FrozenDictionary<string, string> Methods = Named(
        ("emi", "emi reducing ghatta"),
        ("flat", "flat fixed"),
        ("shg", "shg register monthly")
    );

    private static readonly FrozenSet<string> Totals = new[] { "total", "sum", "kul", "jod", "yog", "कुल", "जोड़", "योग" }
        .Select(Normaliser.Normalise)
        .ToFrozenSet();

    internal static OpeningColumn? Column(string word) => Columns.TryGetValue(Normaliser.Normalise(word), out var column) ? column : null;

    internal static OpeningPurse? Purse(string word) => Purses.TryGetValue(Normaliser.Normalise(word), out var purse) ? purse : null;

    internal static string? Method(string word) => Methods.GetValueOrDefault(Normaliser.Normalise(word));

    internal static bool IsTotal(string word) => Totals.Contains(Normaliser.Normalise(word));

    private static FrozenDictionary<string, T> Named<T>(params ReadOnlySpan<(T Value, string Words)> all)
    {
        var names = new Dictionary<string, T>();
        foreach (var (value, words) in all)
        foreach (var word in words.Split(' '))
            names[Normaliser.Normalise(word)] = value;
        return names.ToFrozenDictionary();
    }
}
