using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Reports;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Reports;

/// <summary>Reads the group's book at the moment a report's link is opened, for an officer who still is one.</summary>
internal sealed class ReportSource(TurnStore store, GroupQueries queries, Texts.Texts texts, Links links)
{
    /// <summary>Null when the group is not there, or whoever was given the link may not see reports any more.</summary>
    public async Task<ReportContent?> ReadAsync(StatementLink asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var group = await store.ReadGroupAsync(asked.Group, Scope.All, cancellation);
        if (group?.FindMember(asked.Member) is not { IsActive: true } reader || !Permissions.May(reader.Role, Permission.SeeReports))
            return null;
        var book = await queries.BookAsync(asked.Group, asked.From, asked.To, cancellation);
        var numbers = book.Closing.All.Where(b => b.Key.Kind == AccountKind.Loan).Select(b => new LoanNumber(b.Key.Number));
        var ended = await queries.LoansAsync(asked.Group, numbers.Where(n => group.FindLoan(n) is null), cancellation);
        var inWords = new Reader(asked.Language, ChannelKind.WhatsApp);
        var style = new StatementStyle(
            asked.Language,
            amount => Formats.Money(amount, ChannelKind.WhatsApp),
            day => Formats.Day(day, asked.Language),
            key => texts.Say(new Text(key), inWords)
        );
        var first = book.Entries.Count == 0 ? asked.To : book.Entries[0].On;
        return new(
            new(
                ReportLabels.Title,
                group.Name,
                style.Label(ReportLabels.About),
                asked.From == Links.FromTheBeginning ? first : asked.From,
                asked.To,
                new(group.PrintedHead, new Uri(links.Report(asked, now)), now),
                style
            ),
            book,
            CashBook.Of(book),
            Earnings.Of(book),
            MemberSavings.Of(book),
            LoanReport.Of(book, group, ended, IndianTime.DayOf(now)),
            group.Members.ToDictionary(m => m.Number, m => m.Name),
            entry => texts.Say(Fragments.Narration(entry.Narration, LoanOf(entry)), inWords)
        );
    }

    private static LoanNumber? LoanOf(LedgerEntry entry) =>
        entry.Postings.Where(p => p.Account.Kind == AccountKind.Loan).Select(p => (LoanNumber?)new LoanNumber(p.Account.Number)).FirstOrDefault();
}
