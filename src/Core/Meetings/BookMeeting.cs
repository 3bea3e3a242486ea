using DiGiBachat.Core.Fund;
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
    /// <param name="fineReason">What is said to a member on whom a fine is put in this meeting.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        IReadOnlyList<MeetingLine> lines,
        string fineReason
    )
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
            var done = Line(after, actor, line, fineReason);
            if (done.IsRefused)
                return done.Refusal!;
            events.AddRange(done.Value);
            after = after.Apply(done.Value, actor).Group;
        }
        var meeting = after.Matters.Meeting!;
        var total = others.Aggregate(Money.Zero, (sum, l) => sum + l.Total);
        var batch = new MeetingBatch(
            meeting.LastBatch + 1,
            officer.Value.Number,
            group.Counters.Entries + 1,
            after.Counters.Entries,
            total
        );
        return (GroupEvent[])[.. events, new MeetingBooked(meeting.Number, batch, others, own)];
    }

    /// <summary>What stands in the way of one line by itself; null when nothing does.</summary>
    /// <param name="group">Read whole.</param>
    public static Refusal? WhyNot(GroupState group, Actor actor, MeetingLine line, string fineReason) =>
        line.Total.IsZero || (actor.Member is { } number && OwnMoney.Refuse(group, group.Member(number), line.Member) is not null)
            ? null
            : Line(group, actor, line, fineReason).Refusal;

    private static Result<IReadOnlyList<GroupEvent>> Line(GroupState group, Actor actor, MeetingLine line, string fineReason)
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
        var fine = Fine(group, actor, line, fineReason);
        if (fine.IsRefused)
            return fine.Refusal!;
        return (GroupEvent[])[.. events, .. fine.Value];
    }

    /// <summary>Her open fines, oldest first, before anything else; what she brought beyond them is put on her first.</summary>
    private static Result<IReadOnlyList<GroupEvent>> Fine(GroupState group, Actor actor, MeetingLine line, string reason)
    {
        if (line.Fine.IsZero)
            return Array.Empty<GroupEvent>();
        var open = group.FinesOf(line.Member).Aggregate(Money.Zero, (sum, f) => sum + f.Left);
        IReadOnlyList<GroupEvent> imposed = [];
        if (line.Fine > open)
        {
            var charged = ChargeFine.Decide(group, actor, line.Member, line.Fine - open, reason);
            if (charged.IsRefused)
                return charged.Refusal!;
            imposed = charged.Value;
        }
        var after = group.Apply(imposed, actor).Group;
        return (GroupEvent[])
            [.. imposed, .. PaymentPosting.Fines(after, ReceiveCash.From(after, actor, line.Member, line.Fine, null), line.Fine)];
    }
}
