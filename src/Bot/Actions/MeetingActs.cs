using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Meetings;

namespace DiGiBachat.Bot.Actions;

/// <summary>What a second person is asked about a meeting, with all figures.</summary>
internal static class MeetingActs
{
    public static Text Of(CloseTheMeeting act) =>
        Text.Of(
            act.Difference.IsZero ? "acts.close-meeting"
                : act.Difference.IsNegative ? "acts.close-meeting-short"
                : "acts.close-meeting-over",
            ("meeting", act.Meeting),
            ("opening", act.Opening),
            ("in", act.In),
            ("out", act.Out),
            ("counted", act.Counted),
            ("difference", act.Difference.IsNegative ? -act.Difference : act.Difference),
            ("reason", act.Reason),
            ("bank", act.Bank)
        );
}
