using DiGiBachat.Core.Meetings;

namespace DiGiBachat.Core.Folds;

/// <summary>The meeting that is open, and how the last one ended.</summary>
internal static class MeetingFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            MeetingStarted e => group.Change(m => m with { Meeting = e.Meeting }),
            AttendanceTaken e => Change(group, m => m with { Absent = e.Absent, Fines = e.Fines }),
            MeetingBooked e => Change(group, m => m with { Batches = [.. m.Batches, e.Batch], LastBatch = e.Batch.Number }),
            MeetingUndone e => Undone(group, e),
            MeetingDifferenceBooked => group,
            MeetingClosed e => group.Change(m =>
                m with
                {
                    Meeting = null,
                    LastMeeting = e.Closed,
                    Sheet = new(e.LastEntry, e.Closed.Sheet.ClosingCash, e.Closed.Sheet.ClosingBank, []),
                }
            ),
            _ => null,
        };

    /// <summary>The reversals were decided with everybody's settled dues at hand; what stayed settled leaves again.</summary>
    private static GroupState Undone(GroupState group, MeetingUndone e) =>
        Change(group, m => m with { Batches = m.Batches.Where(b => b.Number != e.Batch.Number).ToList() }) with
        {
            Dues = group.Dues.Where(d => !d.IsSettled).ToList(),
        };

    private static GroupState Change(GroupState group, Func<Meeting, Meeting> change) =>
        group.Change(m => m with { Meeting = change(m.Meeting!) });
}
