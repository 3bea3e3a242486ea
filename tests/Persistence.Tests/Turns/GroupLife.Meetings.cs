using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>Meetings: booked, undone, counted and closed.</content>
internal sealed partial class GroupLife
{
    private Task<Refusal?> MeetAsync() =>
        village.ActAsync(AnyOfficer, (g, a) => BookMeeting.Decide(g, a, [.. Brought(g)], "in the meeting"));

    private IEnumerable<MeetingLine> Brought(GroupState now) =>
        from member in now.ActiveMembers.OrderBy(m => m.Number).Skip(random.Next(2)).ToList()
        let loan = now.Loans.FirstOrDefault(l => l.Borrower == member.Number && l.Status == LoanStatus.Active)
        let repayment = loan is null
            ? Money.Zero
            : Money.Min(new(random.Next(100, 30_000)), PayOff.Of(loan.BookIn(now), IndianTime.DayOf(village.Now)).Total)
        select new MeetingLine(
            member.Number,
            new(random.Next(100, 30_000)),
            repayment,
            loan?.Number,
            random.Next(3) == 0 ? Money.Rupees(25) : Money.Zero
        );

    private Task<Refusal?> AttendAsync() =>
        village.ActAsync(AnyOfficer, (g, a) => TakeAttendance.Decide(g, a, [new(AnyMember)], new("absent", "came")));

    private async Task UndoMeetingAsync()
    {
        // The calendar's part first and by itself, as for a single reversal.
        await village.ActAsync(1, (_, _) => new NotPermitted());
        if (village.Folded.Matters.Meeting is not { Batches: [.., var batch] })
            return;
        var booked = await database.Queries.EntriesAsync(village.Id, batch.FirstEntry, batch.LastEntry, default);
        var scope = Scope.All with
        {
            SettledDues = true,
            Loans = [.. booked.Select(b => b.Cause).OfType<RepaymentReceived>().Select(e => e.Loan)],
        };
        await village.ActAsync(1, (g, a) => UndoMeeting.Decide(g, a, [.. booked.Select(b => (b.Entry, b.Cause))], "typed twice"), scope);
    }

    private Task<Refusal?> CountAsync() =>
        village.ActAsync(
            AnyOfficer,
            (g, a) => CloseMeeting.Ask(g, a, MeetingSheet.Of(g).ClosingCash + new Money(random.Next(3) * 1_00), "as counted")
        );

    /// <summary>A meeting to its end: counted with a difference, confirmed by whoever may.</summary>
    public async Task CloseMeetingAsync()
    {
        await village.ActAsync(1, (g, a) => StartMeeting.Decide(g, a));
        foreach (var old in village.Folded.Matters.Ballots.Where(b => b.Act is CloseTheMeeting).ToList())
            await village.ActAsync(old.Voters[0].Value, (g, a) => CastVote.Decide(g, a, old.Number, false));
        await village.ActAsync(1, (g, a) => CloseMeeting.Ask(g, a, MeetingSheet.Of(g).ClosingCash + Money.Rupees(1), "as counted"));
        var close = village.Folded.Matters.Ballots.First(b => b.Act is CloseTheMeeting);
        await village.ActAsync(close.Voters[0].Value, (g, a) => CastVote.Decide(g, a, close.Number, true));
    }

    private Task<Refusal?> AnswerAsync() =>
        village.Folded.Matters.Ballots is [var ballot, ..]
            ? village.ActAsync(ballot.Voters[0].Value, (g, a) => CastVote.Decide(g, a, ballot.Number, random.Next(4) > 0), WithHistory)
            : Task.FromResult<Refusal?>(null);
}
