using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Reports;

/// <summary>What came into or went out of the box and the bank for one reason; both are positive.</summary>
public sealed record CashLine(Narration Narration, Money Cash, Money Bank)
{
    public Money Total => Cash + Bank;
}

/// <summary>
/// The cash book, as a register has it: what was in the box and the bank, what came, what went, what is there. Opening and receipts are
/// payments and closing, to the paisa. Money carried from the box to the bank stands on both sides.
/// </summary>
public sealed record CashBook(
    Money OpeningCash,
    Money OpeningBank,
    IReadOnlyList<CashLine> Receipts,
    IReadOnlyList<CashLine> Payments,
    Money ClosingCash,
    Money ClosingBank
)
{
    public Money Opening => OpeningCash + OpeningBank;
    public Money In => Receipts.Aggregate(Money.Zero, (sum, line) => sum + line.Total);
    public Money Out => Payments.Aggregate(Money.Zero, (sum, line) => sum + line.Total);
    public Money Closing => ClosingCash + ClosingBank;

    public static CashBook Of(GroupBook book) =>
        new(
            book.Opening[Account.Cash],
            book.Opening[Account.Bank],
            Lines(book, amount => Money.Max(amount, Money.Zero)),
            Lines(book, amount => Money.Max(-amount, Money.Zero)),
            book.Closing[Account.Cash],
            book.Closing[Account.Bank]
        );

    private static List<CashLine> Lines(GroupBook book, Func<Money, Money> side) =>
        book
            .Entries.GroupBy(e => e.Narration)
            .OrderBy(kind => kind.Key)
            .Select(kind => new CashLine(kind.Key, Sum(kind, Account.Cash, side), Sum(kind, Account.Bank, side)))
            .Where(line => line.Total.IsPositive)
            .ToList();

    private static Money Sum(IEnumerable<LedgerEntry> entries, Account purse, Func<Money, Money> side) =>
        entries
            .SelectMany(e => e.Postings)
            .Where(p => p.Account == purse)
            .Aggregate(Money.Zero, (sum, p) => sum + side(p.Amount));
}
