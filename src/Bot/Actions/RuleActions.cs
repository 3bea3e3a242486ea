using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>The rules: read one by one with their reasons, and changed.</summary>
internal static class RuleActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Options("rules.of-chapter", (turn, slots) => new(OfChapter(turn, slots))),
        ActionCatalog.Show("rules.one", One),
        ActionCatalog.Do("rules.kind", (turn, slots) => new(Kind(turn, slots))),
        ActionCatalog.Show("rules.now", (turn, slots) => new(Now(turn, slots))),
        ActionCatalog.Options("rules.choices", (_, slots) => new(Choices(slots))),
        ActionCatalog.Check("rules.value-allowed", (turn, slots) => new(Unless(Stops(turn, slots)))),
        ActionCatalog.Show("rules.to-change", (turn, slots) => new(ToChange(turn, slots))),
        ActionCatalog.Do("rules.change", Change),
    ];

    private static Rule RuleOf(Filled slots) => RuleBook.Of(slots.Words("rule"));

    private static ActionResult OfChapter(CurrentTurn turn, Filled slots)
    {
        var chapter = Enum.Parse<RuleChapter>(slots.Words("chapter"), ignoreCase: true);
        return Options(
            RuleBook
                .All.Where(r => r.Chapter == chapter)
                .Select(rule => new OfferedChoice(rule.Key, RuleTexts.Line(turn.Group!.Rules, rule)))
        );
    }

    /// <summary>A rule with its reason, since when it is so, and who decided it.</summary>
    private static async ValueTask<ActionResult> One(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var rule = RuleOf(slots);
        var value = rule.Get(group.Rules);
        var versions = await turn.Tools.History.RulesAsync(group.Id, default);
        var since = versions.Reverse().TakeWhile(v => rule.Get(v.Rules) == value).LastOrDefault();
        var by = since?.By is { } member ? (object)group.Member(member).Name : new Text("rule-lines.all-of-us");
        return Ok(
            ("rule", RuleTexts.Name(rule.Key)),
            ("value", RuleTexts.Value(rule, value)),
            ("why", RuleTexts.Why(rule.Key)),
            ("since", since?.On ?? turn.Today),
            ("by", by)
        );
    }

    private static ActionResult Kind(CurrentTurn turn, Filled slots)
    {
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.ChangeRules) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var rule = RuleOf(slots);
        return rule switch
        {
            { Kind: RuleKind.Calendar } => Outcome("calendar"),
            { Choices.Count: > 0 } => Outcome("choice"),
            { MayBeOff: true } or { Kind: RuleKind.Amount, Least: 0 } => Outcome("off"),
            _ => Done,
        };
    }

    private static ActionResult Now(CurrentTurn turn, Filled slots)
    {
        var rule = RuleOf(slots);
        return Ok(
            ("rule", RuleTexts.Name(rule.Key)),
            ("value", RuleTexts.Value(rule, rule.Get(turn.Group!.Rules))),
            ("why", RuleTexts.Why(rule.Key))
        );
    }

    private static ActionResult Choices(Filled slots)
    {
        var rule = RuleOf(slots);
        return Options(rule.Choices.Select(c => new OfferedChoice(c, (Text)RuleTexts.Value(rule, c))));
    }

    private static Refusal? Stops(CurrentTurn turn, Filled slots) =>
        RuleReading.Of(turn, slots) is { } value ? ChangeRules.Check(turn.Group!, slots.Words("rule"), value) : new RuleNotAChoice();

    /// <summary>What would be refused is not asked about.</summary>
    private static ActionResult ToChange(CurrentTurn turn, Filled slots)
    {
        if (Stops(turn, slots) is { } refusal)
            return Refused(refusal);
        var group = turn.Group!;
        var rule = RuleOf(slots);
        var value = RuleReading.Of(turn, slots)!;
        return Ok(
            ("rule", RuleTexts.Name(rule.Key)),
            ("was", RuleTexts.Value(rule, rule.Get(group.Rules))),
            ("value", RuleTexts.Value(rule, value)),
            ("from", RuleTexts.From(group, turn.Today, rule.Key, value)),
            ("how", new Text(group.Rules.VoteOnRules ? "rule-lines.by-vote" : "rule-lines.at-once")),
            (
                "note",
                rule.Key == RuleBook.MaximumMembers && int.Parse(value, null) > GroupRuleBounds.UnregisteredMembers
                    ? new Text("rule-lines.registration")
                    : new Text("rule-lines.old-loans")
            )
        );
    }

    private static async ValueTask<ActionResult> Change(CurrentTurn turn, Filled slots)
    {
        if (RuleReading.Of(turn, slots) is not { } value)
            return Refused(new RuleNotAChoice());
        var rule = RuleOf(slots);
        var done = await turn.DecideAsync(new Scope(), (group, actor) => ChangeRules.Decide(group, actor, rule.Key, value));
        if (done.IsRefused)
            return Refused(done.Refusal!);
        if (turn.Decided!.Events.OfType<BallotOpened>().LastOrDefault() is { Ballot: { Act: RuleChange } ballot })
            return Outcome(
                "asked",
                ("ballot", ballot.Number.Value),
                ("until", IndianTime.DayOf(ballot.ClosesAt)),
                ("quorum", ballot.Quorum),
                ("voters", ballot.Voters.Count)
            );
        return Ok(("rule", RuleTexts.Name(rule.Key)), ("value", RuleTexts.Value(rule, value)), ("version", done.Value.RulesVersion));
    }
}
