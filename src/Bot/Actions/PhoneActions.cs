using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Whose phone it is: several on one, a PIN, another number.</summary>
internal static class PhoneActions
{
    private const char Between = ':';

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options("people.speakers", (turn, _) => new(Speakers(turn))),
        ActionCatalog.Do("people.speak", (turn, slots) => new(Speak(turn, slots))),
        ActionCatalog.Do("people.speak-with-pin", SpeakWithPin),
        ActionCatalog.Check("people.seal-pin", (_, slots) => new(Seal(slots))),
        ActionCatalog.Do("people.change-pin", ChangePinAsync),
        ActionCatalog.Do("people.remove-pin", RemovePin),
        ActionCatalog.Do("groups.join-route", JoinRoute),
        ActionCatalog.Do("groups.join-other", JoinOther),
        ActionCatalog.Check("members.number-moves", NumberMoves),
        ActionCatalog.Show("members.moving", Moving),
        ActionCatalog.Do("members.move-number", Move),
    ];

    private static ActionResult Speakers(CurrentTurn turn) =>
        turn.Sharing.Count < 2
            ? Says("refusals.phone-not-shared")
            : Options(turn.Sharing.OrderBy(m => m.Number).Select(m => new OfferedChoice(m.Number.ToString(), Named(m))));

    private static Text Named(Member member) =>
        member.More.Pin is null ? Text.Of("options.name", ("name", member.Name)) : Text.Of("options.name-pin", ("name", member.Name));

    private static ActionResult Speak(CurrentTurn turn, Filled slots)
    {
        if (turn.Sharing.FirstOrDefault(m => m.Number == slots.Member("speaker")) is not { } member)
            return Says("refusals.not-on-this-phone");
        if (turn.Speaking.PausedUntil(member.Number.Value, turn.Now) is { } until)
            return Outcome("paused", ("name", member.Name), ("minutes", MinutesTo(until, turn.Now)));
        if (member.More.Pin is not null)
            return Outcome("pin", ("name", member.Name));
        turn.SpeaksAs(member);
        return Ok(("name", member.Name));
    }

    private static async ValueTask<ActionResult> SpeakWithPin(CurrentTurn turn, Filled slots)
    {
        if (turn.Sharing.FirstOrDefault(m => m.Number == slots.Member("speaker")) is not { More.Pin: { } pin } member)
            return Says("refusals.not-on-this-phone");
        if (turn.Speaking.PausedUntil(member.Number.Value, turn.Now) is { } until)
            return Forgotten("paused", ("name", member.Name), ("minutes", MinutesTo(until, turn.Now)));
        if (pin.Matches(slots.Words("pin")))
        {
            turn.SpeaksAs(member);
            return Ok(("name", member.Name));
        }
        turn.Speaking = turn.Speaking.WithWrongPin(member.Number.Value, turn.Now);
        if (turn.Speaking.PausedUntil(member.Number.Value, turn.Now) is not { } paused)
            return Forgotten("wrong", ("name", member.Name));
        await turn.DecideAsync(
            turn.Group!.Id,
            new Scope(),
            (group, actor) => ChangePin.Refuse(group, actor with { Member = member.Number })
        );
        return Forgotten("paused", ("name", member.Name), ("minutes", MinutesTo(paused, turn.Now)));
    }

    private static int MinutesTo(DateTimeOffset until, DateTimeOffset now) => (int)Math.Ceiling((until - now).TotalMinutes);

    /// <summary>What was typed as a PIN does not stay in the conversation.</summary>
    private static ActionResult.Outcome Forgotten(string name, params (string Name, object? Value)[] arguments) =>
        new(name, arguments.ToDictionary(a => a.Name, a => a.Value), new Dictionary<string, string> { ["pin"] = "", ["again"] = "" });

    /// <summary>From here on the conversation holds the hash in place of the PIN.</summary>
    private static ActionResult Seal(Filled slots)
    {
        var hash = PinHash.Of(slots.Words("pin"), Fresh.Salt());
        return Keep("pin", hash.Salt + Between + hash.Hash);
    }

    private static async ValueTask<ActionResult> ChangePinAsync(CurrentTurn turn, Filled slots)
    {
        var kept = slots.Words("pin").Split(Between);
        var hash = new PinHash(kept[0], kept[1]);
        if (!hash.Matches(slots.Words("again")))
            return Forgotten("differs");
        var done = await turn.DecideAsync(new Scope(), (group, actor) => ChangePin.Decide(group, actor, hash));
        return done.IsRefused ? Refused(done.Refusal!) : Done;
    }

    private static async ValueTask<ActionResult> RemovePin(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => ChangePin.Decide(group, actor, null));
        return done.IsRefused ? Refused(done.Refusal!) : Done;
    }

    /// <summary>A phone that is in the group already may bring another woman.</summary>
    private static async ValueTask<ActionResult> JoinRoute(CurrentTurn turn, Filled slots) =>
        await turn.FindByInviteAsync(slots.Words("code")) is { } group && group.ActiveMembers.Any(m => m.Person == turn.Person)
            ? Outcome("shared", ("group", group.Name))
            : Done;

    private static ValueTask<ActionResult> JoinOther(CurrentTurn turn, Filled slots) =>
        MemberActions.Join(turn, slots.Words("code"), new Newcomer(slots.Words("name"), turn.LastFourDigits, SharesPhone: true));

    private static async ValueTask<ActionResult> NumberMoves(CurrentTurn turn, Filled slots)
    {
        if (await turn.FindByInviteAsync(slots.Words("code")) is not { } group)
            return Refused(new InviteUnknown());
        if (!slots.Has("who"))
            return Done;
        return FindIn(turn, group, slots) is { } member
            ? Unless(MoveNumber.Ask(group, turn.Actor, slots.Words("code"), (member.Number, turn.LastFourDigits)).Refusal)
            : Says("refusals.new-number-unknown");
    }

    private static async ValueTask<ActionResult> Moving(CurrentTurn turn, Filled slots) =>
        await turn.FindByInviteAsync(slots.Words("code")) is { } group && FindIn(turn, group, slots) is { } member
            ? Ok(("group", group.Name), ("name", member.Name), ("number", member.Number.Value), ("digits", turn.LastFourDigits))
            : Says("refusals.new-number-unknown");

    private static async ValueTask<ActionResult> Move(CurrentTurn turn, Filled slots)
    {
        var code = slots.Words("code");
        if (await turn.FindByInviteAsync(code) is not { } found || FindIn(turn, found, slots) is not { } member)
            return Says("refusals.new-number-unknown");
        var done = await turn.DecideAsync(
            found.Id,
            new Scope(),
            (group, actor) => MoveNumber.Ask(group, actor with { Member = null }, code, (member.Number, turn.LastFourDigits))
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        if (turn.Reading.Group is null)
            turn.SwitchTo(found.Id);
        return Ok(("group", found.Name), ("name", member.Name), ("admin", Fragments.Officer(found, Role.Admin)));
    }

    /// <summary>One member of that group and no other: who asks is not told who else is in it.</summary>
    private static Member? FindIn(CurrentTurn turn, GroupState group, Filled slots)
    {
        var named = group.ActiveMembers.Select(m => new NamedMember(m.Number.Value, m.Name, m.LastFourDigits)).ToList();
        return MemberSlot.Read(slots.Words("who"), new(turn.Today, turn.Language, named)) is SlotOutcome.Understood found
            ? group.FindMember(new(int.Parse(found.Value, System.Globalization.CultureInfo.InvariantCulture)))
            : null;
    }
}
