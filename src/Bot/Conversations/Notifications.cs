using DiGiBachat.Bot.Conversations.Telling;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>
/// Who hears of what: <see cref="Happening"/> has one line for each event. Nobody is told what she just did herself; a member without a
/// phone is written to by her helper's.
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
            if (
                told.Member is { } member
                && (told.ByHerselfToo || member.Number != decided.Actor.Member)
                && Addressed(group, member, told.Text) is { } letter
                && (told.ByHerselfToo || letter.Reader != decided.Actor.Member)
            )
                messages.Add(
                    new(
                        letter.Person,
                        group.Id,
                        TextJson.Write(letter.Text),
                        null,
                        $"{group.Id.Value:N}:{happening.Key(happened)}:{told.Text.Key}:{member.Number}"
                    )
                );
        return messages;
    }

    /// <summary>
    /// To whose phone a member's message goes: her own, with her name in front where others share it; her helper's when she has none.
    /// Null when nobody reads it.
    /// </summary>
    public static (PersonId Person, MemberNumber Reader, Text Text)? Addressed(GroupState group, Member member, Text text)
    {
        if (member.Person is { } person)
            return (person, member.Number, group.ActiveMembers.Count(m => m.Person == person) > 1 ? Named(member, text) : text);
        return member.More.Helper is { } named && group.FindMember(named) is { IsActive: true, Person: { } helps }
            ? (helps, named, Named(member, text))
            : null;
    }

    private static Text Named(Member member, Text text) => Text.Of("notify.for-member", ("name", member.Name), ("text", text));
}
