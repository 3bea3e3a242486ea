using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Reports;

/// <summary>What came into a purse and went out of it for one reason.</summary>
public sealed record PurseLine(Narration Narration, Money In, Money Out);

/// <summary>The cash book of the box alone, or of the bank alone: opening and receipts less payments is the closing.</summary>
public sealed record PurseBook(Account Purse, Money Opening, IReadOnlyList<PurseLine> Lines)
{
    public Money Receipts => Lines.Aggregate(Money.Zero, (sum, l) => sum + l.In);
    public Money Payments => Lines.Aggregate(Money.Zero, (sum, l) => sum + l.Out);
    public Money Closing => Opening + Receipts - Payments;

    public static PurseBook Of(GroupBook book, Account purse)
    {
        var lines =
            from entry in book.Entries
            from posting in entry.Postings
            where posting.Account == purse
            group posting.Amount by entry.Narration into kind
            orderby kind.Key
            select new PurseLine(
                kind.Key,
                kind.Where(a => a.IsPositive).Aggregate(Money.Zero, (sum, a) => sum + a),
                kind.Where(a => a.IsNegative).Aggregate(Money.Zero, (sum, a) => sum - a)
            );
        return new(purse, book.Opening[purse], lines.ToList());
    }
}
