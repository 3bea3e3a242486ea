using DiGiBachat.Bot.Channels;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Which messages she wants, by which channel, and when not.</summary>
internal static class SettingsActions
{
    private const int HoursOfDay = 24;
    private static readonly string[] Hours = ["from", "until"];

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("settings.show", (turn, _) => new(Show(turn))),
        ActionCatalog.Do("settings.flip", (turn, slots) => new(Flip(turn, slots))),
        ActionCatalog.Do("settings.channel", (turn, slots) => new(Change(turn, turn.Settings with { Channel = ChannelOf(slots) }))),
        ActionCatalog.Check("settings.hour-allowed", (_, slots) => new(HourAllowed(slots))),
        ActionCatalog.Do("settings.quiet", (turn, slots) => new(Quiet(turn, slots))),
    ];

    private static ActionResult Show(CurrentTurn turn)
    {
        var settings = turn.Settings;
        return Ok(
            ("reminders", OnOff(!settings.NoReminders)),
            ("receipts", OnOff(!settings.NoReceipts)),
            ("news", OnOff(!settings.NoNews)),
            (
                "channel",
                new Text(
                    (ChannelKind?)settings.Channel switch
                    {
                        ChannelKind.WhatsApp => "settings-words.whatsapp",
                        ChannelKind.Sms => "settings-words.sms",
                        null => "settings-words.last-used",
                    }
                )
            ),
            ("quiet", QuietOf(turn))
        );
    }

    private static Text OnOff(bool on) => new(on ? "settings-words.on" : "settings-words.off");

    private static Text QuietOf(CurrentTurn turn)
    {
        var rules = turn.Group!.Rules;
        var (from, until) = (turn.Settings.QuietFrom ?? rules.QuietFrom, turn.Settings.QuietUntil ?? rules.QuietUntil);
        return from == until
            ? new Text("settings-words.never-quiet")
            : Text.Of(
                turn.Settings.QuietFrom is null ? "settings-words.quiet-of-group" : "settings-words.quiet",
                ("from", $"{from:HH:mm}"),
                ("until", $"{until:HH:mm}")
            );
    }

    private static ActionResult Flip(CurrentTurn turn, Filled slots) =>
        Change(
            turn,
            slots.Words("what") switch
            {
                "reminders" => turn.Settings with { NoReminders = !turn.Settings.NoReminders },
                "receipts" => turn.Settings with { NoReceipts = !turn.Settings.NoReceipts },
                "news" => turn.Settings with { NoNews = !turn.Settings.NoNews },
                var other => throw new InvalidOperationException($"No setting {other}."),
            }
        );

    private static short? ChannelOf(Filled slots) =>
        slots.Words("way") switch
        {
            "whatsapp" => (short)ChannelKind.WhatsApp,
            "sms" => (short)ChannelKind.Sms,
            _ => null,
        };

    private static ActionResult HourAllowed(Filled slots) =>
        Hours.Where(slots.Has).All(hour => slots.Number(hour) is >= 0 and < HoursOfDay) ? Done : Says("refusals.no-such-hour");

    private static ActionResult Quiet(CurrentTurn turn, Filled slots) =>
        Change(
            turn,
            slots.Words("night") switch
            {
                "own" => turn.Settings with { QuietFrom = new(slots.Number("from"), 0), QuietUntil = new(slots.Number("until"), 0) },
                "never" => turn.Settings with { QuietFrom = TimeOnly.MinValue, QuietUntil = TimeOnly.MinValue },
                _ => turn.Settings with { QuietFrom = null, QuietUntil = null },
            }
        );

    private static ActionResult Change(CurrentTurn turn, PersonSettings settings)
    {
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.ChangeSettings) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        turn.ChangeSettings(settings);
        return Done;
    }
}
