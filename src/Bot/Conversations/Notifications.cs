using DiGiBachat.Bot.Conversations.Telling;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>
/// Who hears of what: <see cref="Happening"/> has one line for each event. Nobody is told what she just did herself; a member without a
/// phone is not written to.
/// </summary>
internal static class Notifications
{
    public static IReadOnlyList<OutboxMessage> Of(Decided decided)
    {
        var group = decided.Applied.Group;
        var happening = new Happening(decided);
        var messages = new List<OutboxMessage>();
        foreach (var happened in decided.Events)
        foreach (var told in happening.Tell(happened))
            if (told.Member is { Person: { } person } reader && reader.Number != decided.Actor.Member)
                messages.Add(
                    new(
                        person,
                        group.Id,
                        TextJson.Write(told.Text),
                        null,
                        $"{group.Id.Value:N}:{happening.Key(happened)}:{told.Text.Key}:{reader.Number}"
                    )
                );
        return messages;
    }
}
