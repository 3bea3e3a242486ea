using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Operations;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Queries;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// Once a day, for every group: what the calendar makes happen is booked, and who owes is reminded three days before and on the day.
/// Running it twice on one day changes nothing and reminds nobody twice.
/// </summary>
internal sealed partial class DailyRound(
    TurnStore store,
    GroupQueries queries,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<DailyRound> logger
)
{
    /// <summary>How many days before the due day a reminder goes out; 0 is the day itself.</summary>
    private static readonly int[] RemindDaysBefore = [3, 0];
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
        await using var locked = await store.LockAsync(id, Scope.All, cancellation);
        var decided = Decided.On(locked.Group, actor, (_, _) => Array.Empty<GroupEvent>()).Value;
        var write = new TurnWrite
        {
            At = actor.At,
            Group = decided.Events.Count == 0 ? null : new(actor, decided.Events, decided.Applied),
            Outbox = [.. Notifications.Of(decided), .. Reminders(decided.Applied.Group, actor.Today), .. BallotReminders.Of(decided.Applied.Group, actor.Today)],
        };
        if (write.Group is null && write.Outbox.Count == 0)
            return;
        await store.CommitAsync(write, locked, cancellation);
        if (write.Outbox.Count > 0)
            signal.Wake();
    }

    private static IEnumerable<OutboxMessage> Reminders(GroupState group, DateOnly today)
    {
        foreach (var days in RemindDaysBefore)
        {
            var on = today.AddDays(days);
            foreach (var due in group.Dues.Where(d => d.PeriodOn == on && !d.IsSettled))
                if (group.Member(due.Member).Person is { } person)
                    yield return Reminder(
                        group,
                        (person, $"due:{due.Member}:{on:yyyyMMdd}:{days}"),
                        Text.Of("notify.due-reminder", ("group", group.Name), ("amount", due.Left), ("on", on))
                    );
            foreach (var loan in group.Loans.Where(l => l.Status == LoanStatus.Active))
                if (
                    loan.Instalments.FirstOrDefault(i => i.DueOn == on && !i.IsPaid) is { } instalment
                    && group.Member(loan.Borrower).Person is { } person
                )
                    yield return Reminder(
                        group,
                        (person, $"loan:{loan.Number}:{instalment.Number}:{days}"),
                        Text.Of(
                            "notify.instalment-reminder",
                            ("group", group.Name),
                            ("loan", loan.Number.Value),
                            ("amount", instalment.Left),
                            ("on", on)
                        )
                    );
        }
    }

    private static OutboxMessage Reminder(GroupState group, (PersonId Person, string Key) to, Text text) =>
        new(to.Person, group.Id, TextJson.Write(text), null, $"{group.Id.Value:N}:reminder:{to.Key}");

    [LoggerMessage(LogLevel.Error, "Daily round of group {Group} failed: {Failure}")]
    private partial void GroupFailed(Guid group, string failure);
}
