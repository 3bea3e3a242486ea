using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>A person as such, whatever group she is in.</summary>
internal static class People
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check(
            "people.choose-language",
            (turn, slots) =>
            {
                turn.ChangeLanguage(slots.Words("language"));
                return new(Done);
            }
        ),
        ActionCatalog.Do(
            "people.register",
            (turn, slots) =>
            {
                turn.Register(slots.Words("name"), slots.Words("language"));
                return new(
                    slots.Has("code")
                        ? Outcome("invited", ("name", slots.Words("name")))
                        : Ok(("name", slots.Words("name")))
                );
            }
        ),
        ActionCatalog.Do("people.pause", (turn, _) => Pause(turn, true)),
        ActionCatalog.Do("people.resume", (turn, _) => Pause(turn, false)),
    ];

    private static ValueTask<Dialogs.ActionResult> Pause(Conversations.CurrentTurn turn, bool paused)
    {
        turn.PauseMessages(paused);
        return new(Done);
    }
}
