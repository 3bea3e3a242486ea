using System.Globalization;
using System.Text;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Bot.Reports;

/// <summary>
/// The entries as a plain-text journal, in the form that hledger and Ledger read (hledger.org/journal-format): so that anybody can
/// reckon the book anew with a program that is not ours. Account names are fixed words in English, the same in every language.
/// </summary>
internal static class ReportJournal
{
    public static string Write(ReportContent content)
    {
        var text = new StringBuilder();
        Comment(text, $"{content.Frame.GroupName}, {Day(content.Book.From)} to {Day(content.Book.To)}");
        Comment(text, $"head {content.Frame.Proof.LedgerHead}");
        foreach (var (number, name) in content.Names.OrderBy(n => n.Key))
            Comment(text, $"member {number}: {name}");
        if (content.Book.Opening.All.Any(b => !b.Value.IsZero))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Day(content.Book.From.AddDays(-1))} opening balances\n");
            foreach (var (account, amount) in content.Book.Opening.All.Where(b => !b.Value.IsZero).OrderBy(b => (b.Key.Kind, b.Key.Number)))
                Posting(text, new(account, amount));
        }
        foreach (var entry in content.Book.Entries)
        {
            var receipt = Core.Payments.PaymentCodes.OfReceipt(entry.Number);
            text.Append(CultureInfo.InvariantCulture, $"\n{Day(entry.On)} ({entry.Number}) {Kind(entry.Narration)}  ; cause:{entry.Cause}, receipt:{receipt}, hash:{entry.Hash[..LedgerEntry.PrintedHead]}\n");
            foreach (var posting in entry.Postings)
                Posting(text, posting);
        }
        return text.ToString();
    }

    private static void Posting(StringBuilder text, Posting posting) =>
        text.Append(CultureInfo.InvariantCulture, $"    {NameOf(posting.Account),-36}  {posting.Amount} INR\n");

    /// <summary>Under the five headings that these programs know.</summary>
    internal static string NameOf(Account account) =>
        account.Kind switch
        {
            AccountKind.Cash => "assets:cash",
            AccountKind.Bank => "assets:bank",
            AccountKind.Loan => $"assets:loan:{account.Number.ToString(CultureInfo.InvariantCulture)}",
            AccountKind.Investment => "assets:investment",
            AccountKind.Savings => $"liabilities:savings:{account.Number.ToString(CultureInfo.InvariantCulture)}",
            AccountKind.ShareOutPayable => $"liabilities:share-out:{account.Number.ToString(CultureInfo.InvariantCulture)}",
            AccountKind.Grant => "equity:grant",
            AccountKind.Surplus => "equity:surplus",
            AccountKind.Opening => "equity:opening",
            AccountKind.Suspense => "equity:suspense",
            AccountKind.InterestIncome => "income:interest",
            AccountKind.ChargeIncome => "income:charges",
            AccountKind.FineIncome => "income:fines",
            AccountKind.BankInterest => "income:bank-interest",
            AccountKind.Expense => "expenses:group",
        };

    private static string Kind(Narration narration) => narration.ToString().ToLowerInvariant();

    /// <summary>A name is one line and cannot begin anything else.</summary>
    private static void Comment(StringBuilder text, string words) => text.Append("; ").Append(words.ReplaceLineEndings(" ")).Append('\n');

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
