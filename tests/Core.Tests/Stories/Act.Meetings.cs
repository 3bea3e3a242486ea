using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Meetings;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>Meetings.</content>
internal sealed partial record Act
{
    public static Act StartsMeeting() => new(Saheli.Meera, (r, actor) => StartMeeting.Decide(r.Group, actor));

    public static Act BooksMeeting(params MeetingLine[] lines) =>
        new(Saheli.Meera, (r, actor) => BookMeeting.Decide(r.Group, actor, lines, "in the meeting"));

    public static Act TakesAttendance(params MemberNumber[] absent) =>
        new(Saheli.Meera, (r, actor) => TakeAttendance.Decide(r.Group, actor, absent, new("absent", "came late")));

    public static Act ClosesMeeting(Money counted, string? reason = null) =>
        new(Saheli.Meera, (r, actor) => CloseMeeting.Ask(r.Group, actor, counted, reason));

    public static Act UndoesMeeting(string reason = "counted wrongly") =>
        new(
            Saheli.Meera,
            (r, actor) =>
            {
                var batch = r.Group.Matters.Meeting?.Batches is [.., var last] ? last : null;
                var booked = batch is null ? [] : BookedIn(r, batch).Select(n => r.ForReversal(n)).ToList();
                var group = booked.Aggregate(r.Group, (g, b) => g with { Loans = [.. g.Loans.UnionBy(b.Group.Loans, l => l.Number)] });
                return UndoMeeting.Decide(group, actor, [.. booked.Select(b => b.Booked)], reason);
            }
        )
        {
            Reads = register =>
                register with
                {
                    Group = register.Group with { Dues = [.. register.Group.Dues, .. register.SettledDues.Values] },
                },
        };

    public static Act Answers(MemberNumber voter, int ballot, bool yes = true) =>
        new(voter, (r, actor) => CastVote.Decide(r.Group, actor, new(ballot), yes));

    public static MeetingLine Line(MemberNumber member, long saving, long repayment = 0, int? loan = null, long fine = 0) =>
        new(member, Money.Rupees(saving), Money.Rupees(repayment), loan is { } number ? new LoanNumber(number) : null, Money.Rupees(fine));

    private static IEnumerable<long> BookedIn(Register register, MeetingBatch batch) =>
        register.Book.Select(b => b.Entry.Number).Where(n => n >= batch.FirstEntry && n <= batch.LastEntry);
}
