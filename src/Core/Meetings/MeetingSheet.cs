using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Meetings;

/// <summary>One line of a sheet: what came into box and bank for one purpose, and what went out for it.</summary>
/// <param name="Of">The account on the other side: savings, a loan, interest …; the purse itself for money moved between the two.</param>
/// <param name="Undone">Reversals, which are shown apart from what they undo.</param>
public sealed record SheetLine(AccountKind Of, bool Undone, Money CashIn, Money CashOut, Money BankIn, Money BankOut)
{
    public Money In => CashIn + BankIn;
    public Money Out => CashOut + BankOut;
}

/// <summary>
/// All money of the group from the close of one meeting to the close of the next, whatever way it came: opening + in − out = closing, for the
/// box and for the bank. It is added up as entries are booked, so that it can be shown at any moment.
/// </summary>
/// <param name="Entry">The last entry before it.</param>
/// <param name="Cash">In the box then.</param>
/// <param name="Bank">In the bank then.</param>
public sealed record MeetingSheet(long Entry, Money Cash, Money Bank, IReadOnlyList<SheetLine> Lines)
{
    public Money CashIn => Sum(l => l.CashIn);
    public Money CashOut => Sum(l => l.CashOut);
    public Money BankIn => Sum(l => l.BankIn);
    public Money BankOut => Sum(l => l.BankOut);
    public Money ClosingCash => Cash + CashIn - CashOut;
    public Money ClosingBank => Bank + BankIn - BankOut;

    /// <summary>The running sheet of a group; one that begins now where nothing was booked yet.</summary>
    public static MeetingSheet Of(GroupState group) =>
        group.Matters.Sheet ?? new(group.Counters.Entries, group.Balances[Account.Cash], group.Balances[Account.Bank], []);

    /// <summary>
    /// With an entry added, each purse's part under what stands on the other side. An entry with both purses and others beside them (the
    /// opening) is its own line for each; one that touches no purse is not on the sheet.
    /// </summary>
    public MeetingSheet Plus(LedgerEntry entry)
    {
        var purses = entry.Postings.Where(p => IsPurse(p.Account.Kind)).ToList();
        if (purses.Count == 0)
            return this;
        var others = entry.Postings.Where(p => !IsPurse(p.Account.Kind)).ToList();
        // What was booked and undone on the same sheet is as if it had never been; what an earlier sheet showed is undone in its own line.
        var undone = UndoneIn(entry);
        var nets = undone > Entry;
        var sheet = this;
        if (purses.Count == 1 && others.Count > 0)
            foreach (var other in others)
                sheet = sheet.With(purses[0].Account.Kind, (other.Account.Kind, undone is not null && !nets), -other.Amount, nets);
        else
            foreach (var purse in purses)
                sheet = sheet.With(
                    purse.Account.Kind,
                    (
                        others.Count > 0 ? AccountKind.Opening
                        : purse.Account.Kind == AccountKind.Cash ? AccountKind.Bank
                        : AccountKind.Cash,
                        undone is not null && !nets
                    ),
                    purse.Amount,
                    nets
                );
        return sheet;
    }

    private static bool IsPurse(AccountKind kind) => kind is AccountKind.Cash or AccountKind.Bank;

    private static long? UndoneIn(LedgerEntry entry) =>
        entry.Narration == Narration.Reversal
            ? long.Parse(
                entry.Cause[(entry.Cause.IndexOf(':', StringComparison.Ordinal) + 1)..],
                System.Globalization.CultureInfo.InvariantCulture
            )
            : null;

    /// <summary>With an amount that came (positive) or went; <paramref name="nets"/>: it takes back what had come or gone before.</summary>
    private MeetingSheet With(AccountKind purse, (AccountKind Of, bool Undone) key, Money amount, bool nets)
    {
        var line =
            Lines.FirstOrDefault(l => l.Of == key.Of && l.Undone == key.Undone)
            ?? new(key.Of, key.Undone, default, default, default, default);
        var (came, went) = (Money.Max(amount, Money.Zero), Money.Max(-amount, Money.Zero));
        if (nets)
            (came, went) = (-went, -came);
        var added =
            purse == AccountKind.Cash
                ? line with
                {
                    CashIn = line.CashIn + came,
                    CashOut = line.CashOut + went,
                }
                : line with
                {
                    BankIn = line.BankIn + came,
                    BankOut = line.BankOut + went,
                };
        return this with { Lines = [.. Lines.Where(l => l.Of != key.Of || l.Undone != key.Undone), added] };
    }

    private Money Sum(Func<SheetLine, Money> part) => Lines.Aggregate(Money.Zero, (sum, line) => sum + part(line));
}
