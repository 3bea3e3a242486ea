using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Statements;

/// <summary>Reads the book at the moment a statement's link is opened and puts it into the reader's words. Nothing is drawn before that.</summary>
internal sealed class StatementSource(TurnStore store, GroupQueries queries, Texts.Texts texts, Links links)
{
    /// <summary>The statement of a link, or null when the group or the member is not there.</summary>
    public async Task<StatementContent?> ReadAsync(StatementLink asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var group = await store.ReadGroupAsync(asked.Group, Scope.Of(asked.Member), cancellation);
        if (group?.FindMember(asked.Member) is not { } member)
            return null;
        var book = await queries.PassbookAsync(asked.Group, asked.Member, asked.From, asked.To, cancellation);
        var loans = await queries.LoansOfAsync(asked.Group, asked.Member, cancellation);
        var reader = new Reader(asked.Language, ChannelKind.WhatsApp);
        var savings = book.Accounts.Single(a => a.Account.Kind == AccountKind.Savings);
        return new(
            new(group.Name, member.Name, member.Number, asked.From, asked.To),
            new(savings.Opening, savings.Lines.Select(l => Row(l, reader)).ToList(), savings.Closing),
            loans.Where(l => IsShown(l, asked)).OrderBy(l => l.Number).Select(l => LoanOf(group, l, reader, now)).ToList(),
            new(group.PrintedHead, new Uri(links.Check(asked, now)), now),
            new(
                asked.Language,
                amount => Formats.Money(amount, ChannelKind.WhatsApp),
                day => Formats.Day(day, asked.Language),
                key => texts.Say(new Text(key), reader)
            )
        );
    }

    /// <summary>Loans whose money was out on any of the statement's days.</summary>
    private static bool IsShown(Loan loan, StatementLink asked) =>
        loan.DisbursedOn is { } on
        && on <= asked.To
        && (loan.Status == LoanStatus.Active || loan.Instalments.Max(i => i.DueOn) >= asked.From);

    private StatementRow Row(PassbookLine line, Reader reader) =>
        new(
            line.On,
            texts.Say(Fragments.Narration(line.Narration, line.Loan), reader),
            Core.Payments.PaymentCodes.OfReceipt(line.Entry),
            line.In,
            line.Out,
            line.Balance
        );

    private StatementLoan LoanOf(GroupState group, Loan loan, Reader reader, DateTimeOffset now)
    {
        var today = IndianTime.DayOf(now);
        var terms = Text.Of(
            "statement.loan-terms",
            ("amount", loan.Terms.Principal),
            ("months", loan.Terms.Months),
            ("rate", loan.Terms.Rate),
            ("method", Fragments.Method(loan.Terms)),
            ("on", loan.DisbursedOn)
        );
        var lines = loan.Status == LoanStatus.Active ? loan.BookIn(group).Accrue(today).Instalments : loan.Instalments;
        return new(
            loan.Number,
            texts.Say(terms, reader),
            loan.Outstanding,
            lines.Where(i => !i.IsNeedless).Select(i => InstalmentOf(i, today, reader)).ToList()
        );
    }

    private StatementInstalment InstalmentOf(Instalment line, DateOnly today, Reader reader)
    {
        var tone =
            line.IsPaid ? StatusTone.Paid
            : line.IsMissedBy(today) ? StatusTone.Overdue
            : line.Paid.IsPositive || line.DueOn == today ? StatusTone.Due
            : StatusTone.Coming;
        var words = texts.Say(new Text("statement.tones." + tone.ToString().ToLowerInvariant()), reader);
        return new(line.Number, line.DueOn, line.Principal, line.Interest + line.Charge, line.Paid, new(words, tone));
    }
}
