using System.Collections.Frozen;

namespace DiGiBachat.Bot.Channels.Twilio;

/// <summary>
/// Twilio's error codes as what to do about them (source: Twilio's error dictionary). A code that is not here ends the message and
/// nothing else.
/// </summary>
public static class TwilioErrors
{
    public static readonly TimeSpan Throttled = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan QueueFull = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan HandsetOff = TimeSpan.FromHours(1);
    public static readonly TimeSpan DailyLimit = TimeSpan.FromHours(12);

    private static readonly FrozenDictionary<int, TimeSpan> Waits = new Dictionary<int, TimeSpan>
    {
        [14107] = Throttled,
        [20429] = Throttled,
        [60212] = Throttled,
        [63012] = Throttled,
        [63018] = Throttled,
        [21611] = QueueFull,
        [30001] = QueueFull,
        [30003] = HandsetOff,
        [30008] = HandsetOff,
        [63038] = DailyLimit,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, SendFailure> Failures = new Dictionary<SendFailure, int[]>
    {
        [SendFailure.OptedOut] = [21610, 63033],
        [SendFailure.BadNumber] = [21211, 21612, 21614, 30005, 30006, 60205, 63024],
        [SendFailure.OutsideWindow] = [63016],
        [SendFailure.NotOnWhatsApp] = [63003, 63015, 63032],
        [SendFailure.Configuration] =
        [
            11200, 11205, 11750, 12300, 20003, 20404, 21212, 21408, 21606, 21608, 21703, 30002, 30010, 63007, 63027, 63028, 63040, 63041,
        ],
        [SendFailure.Other] =
        [
            21602, 21604, 21617, 21620, 21656, 30004, 30007, 60200, 60202, 60203, 60410, 63005, 63013, 63019, 63021, 63030,
        ],
    }
        .SelectMany(row => row.Value.Select(code => (code, row.Key)))
        .ToFrozenDictionary(pair => pair.code, pair => pair.Key);

    /// <summary>Every code that the table knows.</summary>
    public static IEnumerable<int> Known => Waits.Keys.Concat(Failures.Keys);

    public static SendOutcome OutcomeOf(int code) =>
        Waits.TryGetValue(code, out var wait)
            ? new SendOutcome.Retry(wait, code)
            : new SendOutcome.Failed(Failures.GetValueOrDefault(code, SendFailure.Other), code);
}
