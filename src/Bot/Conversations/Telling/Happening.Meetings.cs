using DiGiBachat.Core;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Meetings. Who brought something is told by her own payments; here is what all hear, and the officer whose colleague's line waits.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfMeetings(GroupEvent happened) =>
        happened switch
        {
            // A fine that was put on her and paid by the same yes is told once, as paid.
            FineImposed when decided.Events.Any(e => e is MeetingBooked or OpeningBooked) => [],
            MeetingBooked { LeftOut: { } own } e => group
                .ActiveMembers.Where(m => m.IsOfficer && m.Number != own.Member)
                .SelectMany(m =>
                    To(
                        m.Number,
                        "meeting-left-out",
                        ("name", NameOf(own.Member)),
                        ("number", own.Member.Value),
                        ("amount", own.Total),
                        ("meeting", e.Meeting)
                    )
                ),
            MeetingClosed e => All(
                "meeting-closed",
                ("meeting", e.Closed.Number),
                ("in", e.Closed.Sheet.CashIn + e.Closed.Sheet.BankIn),
                ("out", e.Closed.Sheet.CashOut + e.Closed.Sheet.BankOut),
                ("cash", e.Closed.Counted),
                ("bank", e.Closed.Sheet.ClosingBank),
                ("head", e.Closed.Head)
            )
                .Select(told => told with { ByHerselfToo = true }),
            MeetingStarted or AttendanceTaken or MeetingBooked or MeetingUndone or MeetingDifferenceBooked => [],
            _ => null,
        };
}
