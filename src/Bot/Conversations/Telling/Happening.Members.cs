using DiGiBachat.Bot.Actions;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Who is in, and as what.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfMembers(GroupEvent happened) =>
        happened switch
        {
            JoinRequested e => Admins(
                "join-requested",
                ("name", e.Member.Name),
                ("digits", e.Member.LastFourDigits),
                ("number", e.Member.Number.Value)
            ),
            MemberAdmitted e => To(
                e.Member,
                "admitted",
                ("contribution", group.Rules.Contribution),
                ("calendar", Fragments.Calendar(group.Rules.Calendar)),
                ("number", e.Member.Value)
            ),
            MemberRefused e => To(e.Member, "refused"),
            RoleChanged e => To(e.Member, e.Role == Role.Treasurer ? "role-treasurer" : "role-member"),
            _ => null,
        };
}
