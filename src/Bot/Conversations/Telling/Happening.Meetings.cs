using DiGiBachat.Core;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Meetings. Who brought something is told by her own payments; here is what all hear, and the officer whose colleague's line waits.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfMeetings(GroupEvent happened) =>
        happened switch
        {
            MeetingBooked { LeftOut: { } own } e => group
                .ActiveMembers.Where(m => m.IsOfficer && m.Number != own.Member)
                .SelectMany(m =>
                    To(m.Number, "meeting-left-out", ("name", NameOf(own.Member)), ("number", own.Member.Value), ("amount", own.Total), ("meeting", e.Meeting))
                ),
            MeetingClosed e => All(
                "meeting-closed",
                ("meeting", e.Closed.Number),
                ("in", e.Closed.Sheet.CashIn + e.Closed.Sheet.BankIn),
                ("out", e.Closed.Sheet.CashOut + e.Closed.Sheet.BankOut),
                ("cash", e.Closed.Counted),
                ("bank", e.Closed.Sheet.ClosingBank),
                ("head", e.Closed.Head)
            ),
            MeetingStarted or AttendanceTaken or MeetingBooked or MeetingUndone or MeetingDifferenceBooked => [],
            _ => null,
        };
}
