using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Core.Meetings;

/// <summary>The last that was booked together in an open meeting, undone together: each entry mirrored, the newest first.</summary>
public static class UndoMeeting
{
    /// <summary>
    /// Each entry as <see cref="ReverseEntry"/> undoes it; one that refuses stops them all. What was undone by itself before stays so.
    /// Refuses without a reason, when no meeting is open and when nothing was booked in it.
    /// </summary>
    /// <param name="group">Read whole, with all settled dues, and with the batch's loans whatever their status.</param>
    /// <param name="booked">The entries of the last batch, with the events that made them: null for those that were undone before.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(
        GroupState group,
        Actor actor,
        IReadOnlyList<(LedgerEntry Entry, GroupEvent? Cause)> booked,
        string reason
    )
    {
        var officer = Permissions.Check(group, actor, Permission.BookMeeting);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.Matters.Meeting is not { } meeting)
            return new NoMeetingOpen();
        if (meeting.Batches is not [.., var batch])
            return new NothingToUndo(meeting.Number);
        if (string.IsNullOrWhiteSpace(reason))
            return new Payments.ReasonMissing();
        var (first, last) = (booked.Min(b => b.Entry.Number), booked.Max(b => b.Entry.Number));
        if (first != batch.FirstEntry || last != batch.LastEntry)
            return new SheetHasChanged();

        var events = new List<GroupEvent>();
        foreach (var entry in booked.Where(b => b.Cause is not null).OrderByDescending(b => b.Entry.Number))
        {
            var undone = ReverseEntry.Decide(group, actor, entry, reason);
            if (undone.IsRefused)
                return undone.Refusal!;
            GroupEvent[] reversed = [.. undone.Value.Select(e => e is ContributionReversed one ? one with { OneOfMany = true } : e)];
            events.AddRange(reversed);
            group = group.Apply(reversed, actor).Group;
        }
        return (GroupEvent[])[.. events, new MeetingUndone(meeting.Number, batch, reason.Trim())];
    }
}
