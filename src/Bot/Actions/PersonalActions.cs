using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>What is known of a member and of a person, and forgetting it.</summary>
internal static class PersonalActions
{
    /// <summary>How many lines of a member's log are shown.</summary>
    private const int LastActs = 15;

    /// <summary>How far back in the group's log they are looked for.</summary>
    private const int LookedThrough = 1_000;

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options(
            "members.all",
            (turn, _) => new(Options(turn.Group!.ActiveMembers.OrderBy(m => m.Number).Select(Fragments.Person)))
        ),
        ActionCatalog.Show("members.activity", Activity),
        ActionCatalog.Show("people.my-data", MyData),
        ActionCatalog.Do("people.may-forget", MayForget),
        ActionCatalog.Do("people.forget", Forget),
    ];

    private static async ValueTask<ActionResult> Activity(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        if (Permissions.Check(group, turn.Actor, Permission.SeeActivity) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        if (group.FindMember(slots.Member("member")) is not { } member)
            return Refused(new MemberUnknown());
        var events = await turn.Tools.Queries.LastEventsAsync(group.Id, LookedThrough, default);
        var lines = events.Select(e => ActivityLines.Of(group, member.Number, e)).OfType<Text>().Take(LastActs).ToList();
        return lines.Count == 0 ? Says("refusals.no-activity") : Ok(("name", member.Name), ("lines", lines));
    }

    private static async ValueTask<ActionResult> MyData(CurrentTurn turn, Filled slots)
    {
        var stored = await turn.Tools.Queries.PersonalDataAsync(turn.Person, default);
        var groups = turn
            .Reading.Memberships.Select(m =>
                Text.Of(
                    "my-data-lines.group",
                    ("group", m.GroupName),
                    ("number", m.Number.Value),
                    ("status", new Text("member-status." + m.Status.ToString().ToLowerInvariant()))
                )
            )
            .ToList();
        if (groups.Count == 0)
            groups.Add(new Text("my-data-lines.no-group"));
        return Ok(
            ("name", turn.Name ?? "-"),
            ("digits", turn.LastFourDigits),
            ("addresses", stored?.Addresses ?? 1),
            ("since", stored is null ? turn.Today : IndianTime.DayOf(stored.Since)),
            ("answers", stored?.Answers ?? 0),
            ("letters", stored?.Letters ?? 0),
            ("lines", groups)
        );
    }

    /// <summary>Who is in a group, or waits to be let in, is in its books: that comes first.</summary>
    private static ValueTask<ActionResult> MayForget(CurrentTurn turn, Filled slots) =>
        new(
            turn.Reading.Memberships.FirstOrDefault(m => m.Status is MemberStatus.Active or MemberStatus.Pending) is { } still
                ? new ActionResult.Refused(Text.Of("refusals.still-in-group", ("group", still.GroupName)))
                : Done
        );

    private static async ValueTask<ActionResult> Forget(CurrentTurn turn, Filled slots)
    {
        var may = await MayForget(turn, slots);
        if (may is ActionResult.Ok)
            turn.Forget();
        return may;
    }
}
