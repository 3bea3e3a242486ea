using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Bot.Pages;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Reports;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// Once a day, for every group: what the calendar makes happen is booked, and who owes is reminded as the rules say.
/// Running it twice on one day changes nothing and reminds nobody twice.
/// </summary>
internal sealed partial class DailyRound(
    TurnStore store,
    GroupQueries queries,
    OutboxSignal signal,
    Links links,
    TimeProvider clock,
    ILogger<DailyRound> logger
)
{
    /// <summary>How many days before its day a dues notice goes out.</summary>
    private const int NoticeDaysBefore = 10;
    private const int PageSize = 200;

    /// <summary>All groups, as of now. A group that fails is logged and tried again the next time.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        GroupId? last = null;
        while (true)
        {
            var page = await queries.ActiveGroupsAsync(last, PageSize, cancellation);
            foreach (var group in page)
                await RunAsync(group, cancellation);
            if (page.Count < PageSize)
                return;
            last = page[^1];
        }
    }

    private async Task RunAsync(GroupId id, CancellationToken cancellation)
    {
        try
        {
            await BookAsync(id, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            GroupFailed(id.Value, LogRedaction.Describe(failure));
        }
    }

    private async Task BookAsync(GroupId id, CancellationToken cancellation)
    {
        var actor = Actor.Calendar(clock.GetUtcNow());
        await using var locked = await store.LockAsync(id, Scope.All with { SavingsHistory = true }, cancellation);
        var decided = Decided.On(locked.Group, actor, (group, who) => ByCalendar(group, who)).Value;
        var write = new TurnWrite
        {
            At = actor.At,
            Group = decided.Events.Count == 0 ? null : new(actor, decided.Events, decided.Applied),
            Outbox =
            [
                .. Notifications.Of(decided),
                .. Notices(decided.Applied.Group, actor.Today),
                .. Reminders(decided, actor.Today),
                .. ReadyPayments(decided, actor),
                .. BallotReminders.Of(decided.Applied.Group, actor.Today),
            ],
        };
        if (write.Group is null && write.Outbox.Count == 0)
            return;
        await store.CommitAsync(write, locked, cancellation);
        if (write.Outbox.Count > 0)
            signal.Wake();
    }

    /// <summary>Payments that are made ready, and whom the rules remind; who has a payment ready is not reminded of her saving as well.</summary>
    private static Result<IReadOnlyList<GroupEvent>> ByCalendar(GroupState group, Actor actor) =>
        (GroupEvent[])[.. Autopay.ByCalendar(group, actor), .. RemindMembers.ByCalendar(group, actor)];

    /// <summary>Who has agreed to be asked gets what she needs to pay, in the message itself.</summary>
    private IEnumerable<OutboxMessage> ReadyPayments(Decided decided, Actor actor)
    {
        var group = decided.Applied.Group;
        foreach (var payment in decided.Events.OfType<PaymentRequested>().Select(e => e.Payment))
        {
            var text = Text.Of(
                "notify.autopay",
                ("group", group.Name),
                ("amount", payment.Amount),
                ("upi", group.UpiAddress),
                ("code", payment.Code),
                ("link", links.Pay(group.Id, payment.Number, group.Rules.DefaultLanguage, actor.At))
            );
            if (Notifications.Addressed(group, group.Member(payment.Payer), text) is { } letter)
                yield return Reminder(group, (letter.Person, $"autopay:{payment.Number}"), letter.Text);
        }
    }

    /// <summary>The dues notice of a day, well before it; weekly groups, whose periods open later than that, have the reminders alone.</summary>
    private static IEnumerable<OutboxMessage> Notices(GroupState group, DateOnly today)
    {
        var on = today.AddDays(NoticeDaysBefore);
        foreach (var invoice in Invoices.Of(group, on, on))
            if (Notifications.Addressed(group, group.Member(invoice.Member), InvoiceTexts.Of(group, invoice)) is { } letter)
                yield return Reminder(group, (letter.Person, $"notice:{invoice.Member}:{on:yyyyMMdd}"), letter.Text);
    }

    /// <summary>For those whom this round reminds: who was reminded today already is not among them.</summary>
    private static IEnumerable<OutboxMessage> Reminders(Decided decided, DateOnly today)
    {
        var group = decided.Applied.Group;
        var reminded = decided.Events.OfType<MembersReminded>().SelectMany(e => e.Members).ToHashSet();
        var asked = decided.Events.OfType<PaymentRequested>().Select(e => e.Payment.Member).ToHashSet();
        foreach (var days in RemindMembers.DaysOf(group.Rules))
        {
            var on = today.AddDays(days);
            foreach (var due in group.Dues.Where(d => d.PeriodOn == on && !d.IsSettled && reminded.Contains(d.Member) && !asked.Contains(d.Member)))
                if (
                    Notifications.Addressed(
                        group,
                        group.Member(due.Member),
                        Text.Of("notify.due-reminder", ("group", group.Name), ("amount", due.Left), ("on", on))
                    ) is
                    { } letter
                )
                    yield return Reminder(group, (letter.Person, $"due:{due.Member}:{on:yyyyMMdd}:{days}"), letter.Text);
            foreach (var loan in group.Loans.Where(l => l.Status == LoanStatus.Active && reminded.Contains(l.Borrower)))
                if (
                    loan.Instalments.FirstOrDefault(i => i.DueOn == on && !i.IsPaid) is { } instalment
                    && Notifications.Addressed(
                        group,
                        group.Member(loan.Borrower),
                        Text.Of(
                            "notify.instalment-reminder",
                            ("group", group.Name),
                            ("loan", loan.Number.Value),
                            ("amount", instalment.Left),
                            ("on", on)
                        )
                    )
                        is { } letter
                )
                    yield return Reminder(group, (letter.Person, $"loan:{loan.Number}:{instalment.Number}:{days}"), letter.Text);
        }
    }

    private static OutboxMessage Reminder(GroupState group, (PersonId Person, string Key) to, Text text) =>
        new(to.Person, group.Id, TextJson.Write(text), null, $"{group.Id.Value:N}:reminder:{to.Key}");

    [LoggerMessage(LogLevel.Error, "Daily round of group {Group} failed: {Failure}")]
    private partial void GroupFailed(Guid group, string failure);
}
