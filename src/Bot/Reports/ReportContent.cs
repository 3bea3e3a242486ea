using DiGiBachat.Bot.Statements;
using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Reports;

namespace DiGiBachat.Bot.Reports;

/// <summary>
/// Everything a report of the group says, read at the moment its link is opened. The PDF, the spreadsheet and the journal are three
/// drawings of this one content, so that a figure is the same in each.
/// </summary>
internal sealed record ReportContent(
    DocumentFrame Frame,
    GroupBook Book,
    CashBook Cash,
    Earnings Earnings,
    IReadOnlyList<MemberSavings> Savings,
    IReadOnlyList<LoanReport> Loans,
    IReadOnlyDictionary<MemberNumber, string> Names,
    Func<LedgerEntry, string> Narration
)
{
    /// <summary>The longest list of entries on paper; the spreadsheet and the journal have them all.</summary>
    public const int PrintedEntries = 500;

    public string NameOf(MemberNumber member) => Names.GetValueOrDefault(member, member.ToString());

    /// <summary>Whose savings or loan an entry touches; null when several members', or nobody's.</summary>
    public MemberNumber? AboutOf(LedgerEntry entry)
    {
        var members = entry
            .Postings.Select(p =>
                p.Account.Kind switch
                {
                    AccountKind.Savings or AccountKind.ShareOutPayable => new MemberNumber(p.Account.Number),
                    AccountKind.Loan => Loans.FirstOrDefault(l => l.Loan.Value == p.Account.Number)?.Borrower,
                    _ => null,
                }
            )
            .OfType<MemberNumber>()
            .Distinct()
            .ToList();
        return members is [var one] ? one : null;
    }

    /// <summary>What an entry put into the box and the bank, less what it took out.</summary>
    public static Money Moved(LedgerEntry entry) =>
        entry
            .Postings.Where(p => p.Account == Account.Cash || p.Account == Account.Bank)
            .Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
}
