using System.Collections.Frozen;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Jobs;

/// <summary>
/// What a reader wants of the messages that are no answers, looked at when they are sent: whether at all, and not in her quiet hours. Her
/// own quiet hours go before the group's.
/// </summary>
internal static class Wishes
{
    /// <summary>Answers, and what is left over of a message whose first part went out already.</summary>
    private const string Answer = "turn.answer";

    private static readonly FrozenSet<string> Reminders = new[]
    {
        "notify.due-reminder", "notify.instalment-reminder", "notify.reminder-dues", "notify.reminder-instalments", "notify.reminder-both",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Receipts = new[]
    {
        "notify.contribution", "notify.cash-contribution", "notify.repayment", "notify.cash-repayment",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> News = new[] { "notify.vote-closed", "notify.objection-seen" }.ToFrozenSet();

    /// <summary>She has said that she wants no such messages. What asks something of her, or is about an error, always comes.</summary>
    public static bool Declines(OutboxClaim claim, string text) =>
        (claim.Settings.NoReminders && Reminders.Contains(text))
        || (claim.Settings.NoReceipts && Receipts.Contains(text))
        || (claim.Settings.NoNews && News.Contains(text));

    /// <summary>The end of the quiet hours that run now; null when it may go out.</summary>
    public static DateTimeOffset? QuietUntil(OutboxClaim claim, string text, DateTimeOffset now)
    {
        if (text == Answer || claim.Group is null)
            return null;
        var (from, until) = (claim.Settings.QuietFrom, claim.Settings.QuietUntil) is ({ } herFrom, { } herUntil)
            ? (herFrom, herUntil)
            : claim.GroupQuiet ?? (GroupRules.DefaultQuietFrom, GroupRules.DefaultQuietUntil);
        var local = now.ToOffset(IndianTime.Offset);
        var time = TimeOnly.FromDateTime(local.DateTime);
        // From 21:00 until 08:00 goes over midnight; the same time twice is no time at all.
        if (from == until || !time.IsBetween(from, until))
            return null;
        var day = DateOnly.FromDateTime(local.DateTime);
        return IndianTime.StartOf(time < until ? day : day.AddDays(1)) + until.ToTimeSpan();
    }
}
