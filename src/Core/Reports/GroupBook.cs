using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Reports;

/// <summary>Some days of the group's book: what stood before them, each entry of them in order, and so what stood after.</summary>
/// <param name="From">The first day, included.</param>
/// <param name="To">The last day, included.</param>
public sealed record GroupBook(DateOnly From, DateOnly To, Balances Opening, IReadOnlyList<LedgerEntry> Entries)
{
    public Balances Closing { get; } = Opening.Plus(Entries.SelectMany(e => e.Postings));

    /// <summary>What stands on all accounts of a kind, debit positive.</summary>
    public static Money Sum(Balances balances, AccountKind kind) =>
        balances.All.Where(b => b.Key.Kind == kind).Aggregate(Money.Zero, (sum, b) => sum + b.Value);
}
