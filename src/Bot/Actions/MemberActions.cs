using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Who is in the group: joining, admitting, roles, and what waits for an officer.</summary>
internal static class MemberActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check("groups.invite-valid", InviteValid),
        ActionCatalog.Show("groups.invited", Invited),
        ActionCatalog.Do("groups.join", Join),
        ActionCatalog.Show("groups.members", (turn, _) => new(Members(turn.Group!))),
        ActionCatalog.Options("groups.waiting", (turn, _) => new(People(turn, m => m.Status == MemberStatus.Pending))),
        ActionCatalog.Show("groups.to-admit", (turn, slots) => new(ToAdmit(turn, slots))),
        ActionCatalog.Do(
            "groups.admit",
            (turn, slots) => Change(turn, slots, (group, actor, member) => AdmitMember.Decide(group, actor, member))
        ),
        ActionCatalog.Do(
            "groups.refuse",
            (turn, slots) => Change(turn, slots, (group, actor, member) => AdmitMember.Refuse(group, actor, member))
        ),
        ActionCatalog.Options(
            "groups.ordinary-members",
            (turn, _) => new(People(turn, m => m.IsActive && m.Role == Role.Member))
        ),
        ActionCatalog.Options(
            "groups.treasurers",
            (turn, _) => new(People(turn, m => m.IsActive && m.Role == Role.Treasurer))
        ),
        ActionCatalog.Do(
            "groups.make-treasurer",
            (turn, slots) =>
                Change(turn, slots, (group, actor, member) => ChangeRole.Decide(group, actor, member, Role.Treasurer))
        ),
        ActionCatalog.Do(
            "groups.make-member",
            (turn, slots) =>
                Change(turn, slots, (group, actor, member) => ChangeRole.Decide(group, actor, member, Role.Member))
        ),
        ActionCatalog.Show("groups.pending", Pending).For(Permission.SeePending),
    ];

    /// <summary>Who is in already may ask for another woman who shares the phone.</summary>
    private static async ValueTask<ActionResult> InviteValid(CurrentTurn turn, Filled slots)
    {
        var code = slots.Words("code");
        var group = await turn.FindByInviteAsync(code);
        var refusal = JoinGroup.Decide(group, turn.Actor, code, Asking(turn)).Refusal;
        return Unless(refusal is AlreadyMember ? null : refusal);
    }

    private static async ValueTask<ActionResult> Invited(CurrentTurn turn, Filled slots)
    {
        var group = await turn.FindByInviteAsync(slots.Words("code"));
        return group is null
            ? Refused(new InviteUnknown())
            : Ok(
                ("group", group.Name),
                ("members", group.ActiveMembers.Count()),
                ("admin", Fragments.Officer(group, Role.Admin)),
                ("contribution", group.Rules.Contribution),
                ("calendar", Fragments.Calendar(group.Rules.Calendar))
            );
    }

    private static ValueTask<ActionResult> Join(CurrentTurn turn, Filled slots) => Join(turn, slots.Words("code"), Asking(turn));

    /// <summary>Asks the admin to let somebody in who writes from this phone.</summary>
    internal static async ValueTask<ActionResult> Join(CurrentTurn turn, string code, Newcomer who)
    {
        if (await turn.FindByInviteAsync(code) is not { } found)
            return Refused(new InviteUnknown());
        var done = await turn.DecideAsync(
            found.Id,
            new Scope(),
            (group, actor) => JoinGroup.Decide(group, actor, code, who)
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        if (turn.Reading.Group is null)
            turn.SwitchTo(found.Id);
        return Ok(("group", found.Name), ("admin", Fragments.Officer(found, Role.Admin)));
    }

    private static Newcomer Asking(CurrentTurn turn) => new(turn.Name ?? "", turn.LastFourDigits);

    private static ActionResult Members(GroupState group) =>
        Ok(
            ("group", group.Name),
            ("count", group.ActiveMembers.Count()),
            (
                "lines",
                group
                    .ActiveMembers.OrderBy(m => m.Number)
                    .Select(m =>
                        Text.Of(
                            "member-lines." + m.Role.ToString().ToLowerInvariant(),
                            ("number", m.Number.Value),
                            ("name", m.Name)
                        )
                    )
                    .ToList()
            )
        );

    private static ActionResult People(CurrentTurn turn, Func<Member, bool> which) =>
        Options(turn.Group!.Members.Where(which).OrderBy(m => m.Number).Select(Fragments.Person));

    private static ActionResult ToAdmit(CurrentTurn turn, Filled slots) =>
        turn.Group!.FindMember(slots.Member("member")) is { } member
            ? Ok(("name", member.Name), ("digits", member.LastFourDigits))
            : Refused(new MemberUnknown());

    private static async ValueTask<ActionResult> Change(
        CurrentTurn turn,
        Filled slots,
        Func<GroupState, Actor, MemberNumber, Result<IReadOnlyList<GroupEvent>>> decide
    )
    {
        var member = slots.Member("member");
        var done = await turn.DecideAsync(new Scope(), (group, actor) => decide(group, actor, member));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("name", done.Value.Member(member).Name));
    }

    private static async ValueTask<ActionResult> Pending(CurrentTurn turn, Filled slots)
    {
        var lines = Fragments.Pending(await turn.WholeGroupAsync());
        return lines.Count == 0 ? Says("refusals.nothing-pending") : Ok(("lines", lines), ("count", lines.Count));
    }
}
