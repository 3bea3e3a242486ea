using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Core.Meetings;

/// <summary>What many brought to a meeting in cash, booked by one yes: all of it or nothing. Each member has her own entries and receipts.</summary>
public static class BookMeeting
{
    /// <summary>
    /// Each line as cash that an officer received (<see cref="ReceiveCash"/>), which refuses as it does there. Her own line is left out and
    /// named while another officer could book it, so that nineteen others need not wait for it. Opens a meeting when none is open. Refuses
    /// a member who stands on two lines, and when nothing is left to book.
    /// </summary>
    /// <param name="group">Read whole.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, IReadOnlyList<MeetingLine> lines)
    {
        var officer = Permissions.Check(group, actor, Permission.BookMeeting);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (lines.CountBy(l => l.Member).FirstOrDefault(m => m.Value > 1) is { Value: > 1 } twice)
            return group.FindMember(twice.Key) is { } member ? new MemberTwice(member.Name) : new MemberUnknown();
        var brought = lines.Where(l => !l.Total.IsZero).ToList();
        var own = brought.FirstOrDefault(l => OwnMoney.Refuse(group, officer.Value, l.Member) is not null);
        var others = brought.Where(l => l != own).ToList();
        if (others.Count == 0)
            return own is null ? new NothingToBook() : OwnMoney.Refuse(group, officer.Value, own.Member)!;

        var events = StartMeeting.IfNone(group, actor, officer.Value.Number).ToList();
        var after = group.Apply(events, actor).Group;
        foreach (var line in others)
        {
            var done = Line(after, actor, line);
            if (done.IsRefused)
                return done.Refusal!;
            events.AddRange(done.Value);
            after = after.Apply(done.Value, actor).Group;
        }
        var meeting = after.Matters.Meeting!;
        var total = others.Aggregate(Money.Zero, (sum, l) => sum + l.Total);
        var batch = new MeetingBatch(meeting.LastBatch + 1, officer.Value.Number, group.Counters.Entries + 1, after.Counters.Entries, total);
        return (GroupEvent[])[.. events, new MeetingBooked(meeting.Number, batch, others, own)];
    }

    /// <summary>What stands in the way of one line by itself; null when nothing does.</summary>
    /// <param name="group">Read whole.</param>
    public static Refusal? WhyNot(GroupState group, Actor actor, MeetingLine line) =>
        line.Total.IsZero || (actor.Member is { } number && OwnMoney.Refuse(group, group.Member(number), line.Member) is not null)
            ? null
            : Line(group, actor, line).Refusal;

    private static Result<IReadOnlyList<GroupEvent>> Line(GroupState group, Actor actor, MeetingLine line)
    {
        var events = new List<GroupEvent>();
        foreach (var (amount, loan) in new[] { (line.Saving, null), (line.Repayment, line.Loan) })
        {
            if (amount.IsZero)
                continue;
            var done = ReceiveCash.Decide(group, actor, line.Member, amount, loan);
            if (done.IsRefused)
                return done.Refusal!;
            events.AddRange(done.Value);
            group = group.Apply(done.Value, actor).Group;
        }
        return events;
    }
}
