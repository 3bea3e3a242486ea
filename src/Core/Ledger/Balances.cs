using System.Collections.Immutable;

namespace DiGiBachat.Core.Ledger;

/// <summary>
/// What stands on each account, debit positive. A cache beside the postings: rebuilt from them at any time and proved equal.
/// </summary>
public sealed class Balances
{
    public static readonly Balances None = new(ImmutableDictionary<Account, Money>.Empty);
    private readonly ImmutableDictionary<Account, Money> amounts;

    private Balances(ImmutableDictionary<Account, Money> amounts) => this.amounts = amounts;

    public static Balances Of(IEnumerable<KeyValuePair<Account, Money>> amounts) => new(amounts.ToImmutableDictionary());

    /// <summary>Zero for an account that has never been used.</summary>
    public Money this[Account account] => amounts.GetValueOrDefault(account);

    /// <summary>Every account that was ever used, at zero too.</summary>
    public IEnumerable<KeyValuePair<Account, Money>> All => amounts;

    /// <summary>With these postings added, each to its own account; overflow throws.</summary>
    public Balances Plus(IEnumerable<Posting> postings)
    {
        var changed = amounts.ToBuilder();
        foreach (var posting in postings)
            changed[posting.Account] = changed.GetValueOrDefault(posting.Account) + posting.Amount;
        return new(changed.ToImmutable());
    }
}
