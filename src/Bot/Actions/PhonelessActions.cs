using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>Members without a phone, and the admin's office.</summary>
internal static class PhonelessActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Show("members.to-add", (turn, slots) => new(ToAdd(turn, slots))),
        ActionCatalog.Do("members.add", Add),
        ActionCatalog.Options("members.phoneless", (turn, _) => new(Members(turn, m => m.Person is null))),
        ActionCatalog.Options("members.with-phone", (turn, _) => new(Members(turn, m => m.Person is not null))),
        ActionCatalog.Show("members.to-help", (turn, slots) => new(ToHelp(turn, slots))),
        ActionCatalog.Do("members.name-helper", NameHelper),
        ActionCatalog.Check("loans.for-allowed", ForAllowed),
        ActionCatalog.Show("loans.quote-for", QuoteFor),
        ActionCatalog.Do("loans.apply-for", ApplyFor),
        ActionCatalog.Do("members.admit-route", (turn, _) => new(AdmitRoute(turn))),
        ActionCatalog.Show("members.to-link", (turn, slots) => new(ToLink(turn, slots))),
        ActionCatalog.Do("members.link", Link),
        ActionCatalog.Do(
            "members.hand-over",
            (turn, slots) => LeavingActions.Ask(turn, (group, actor) => HandOver.Ask(group, actor, slots.Member("member")))
        ),
    ];

    private static ActionResult Members(CurrentTurn turn, Func<Member, bool> which)
    {
        var members = turn.Group!.ActiveMembers.Where(m => which(m) && m.Number != turn.Self?.Number).OrderBy(m => m.Number).ToList();
        return members.Count == 0 ? Says("refusals.nobody-without-phone") : Options(members.Select(Fragments.Person));
    }

    private static ActionResult ToAdd(CurrentTurn turn, Filled slots) =>
        AddMember.Decide(turn.Group!, turn.Actor, slots.Words("name")).Refusal is { } refusal ? Refused(refusal) : Ok();

    private static async ValueTask<ActionResult> Add(CurrentTurn turn, Filled slots)
    {
        var done = await turn.DecideAsync(new Scope(), (group, actor) => AddMember.Decide(group, actor, slots.Words("name")));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("number", done.Value.Counters.Members));
    }

    private static ActionResult ToHelp(CurrentTurn turn, Filled slots)
    {
        var (member, helper) = (slots.Member("member"), slots.Member("helper"));
        return AddMember.NameHelper(turn.Group!, turn.Actor, member, helper).Refusal is { } refusal
            ? Refused(refusal)
            : Ok(("name", turn.Group!.Member(member).Name), ("helper-name", turn.Group!.Member(helper).Name));
    }

    private static async ValueTask<ActionResult> NameHelper(CurrentTurn turn, Filled slots)
    {
        var (member, helper) = (slots.Member("member"), slots.Member("helper"));
        var done = await turn.DecideAsync(new Scope(), (group, actor) => AddMember.NameHelper(group, actor, member, helper));
        return done.IsRefused
            ? Refused(done.Refusal!)
            : Ok(("name", done.Value.Member(member).Name), ("helper-name", done.Value.Member(helper).Name));
    }

    private static async ValueTask<ActionResult> ForAllowed(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        if (group.FindMember(slots.Member("member")) is not { IsActive: true } member)
            return Refused(new MemberUnknown());
        if (member.Person is not null)
            return Refused(new HasOwnPhone(member.Name));
        if (!slots.Has("amount"))
            return Unless(LoanRules.Standing(group, member.Number, turn.Today));
        var terms = group.Rules.TermsFor(slots.Money("amount"), 1);
        var refusal = LoanRules.AmountAllowed(group, member, terms, turn.Today);
        return Unless(refusal ?? (slots.Has("months") ? LoanRules.MonthsAllowed(group, slots.Number("months")) : null));
    }

    private static async ValueTask<ActionResult> QuoteFor(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var member = slots.Member("member");
        var terms = group.Rules.TermsFor(slots.Money("amount"), slots.Number("months"));
        if (LoanRules.Check(group, group.Member(member), terms, turn.Today) is { } refusal)
            return Refused(refusal);
        var schedule = RepaymentSchedule.Draw(terms, turn.Today, group.Rules.Calendar);
        return Ok(
            ("name", group.Member(member).Name),
            ("instalment", schedule.Instalment),
            ("interest", schedule.TotalInterest),
            ("total", schedule.TotalToPay),
            ("first-on", schedule.Instalments[0].DueOn)
        );
    }

    private static async ValueTask<ActionResult> ApplyFor(CurrentTurn turn, Filled slots)
    {
        var asked = new LoanForMember(
            slots.Member("member"),
            slots.Money("amount"),
            slots.Number("months"),
            slots.WordsOrNull("purpose") ?? ""
        );
        return await LeavingActions.Ask(turn, Scope.Of(asked.Member), (group, actor) => ApplyForMember.Ask(group, actor, asked));
    }

    /// <summary>Only in a group that has members without a phone is it asked whether she is one of them.</summary>
    private static ActionResult AdmitRoute(CurrentTurn turn) =>
        turn.Group!.ActiveMembers.Any(m => m.Person is null) ? Outcome("known") : Done;

    private static ActionResult ToLink(CurrentTurn turn, Filled slots)
    {
        var (waiting, member) = (slots.Member("waiting"), slots.Member("member"));
        return AdmitMember.Link(turn.Group!, turn.Actor, waiting, member).Refusal is { } refusal
            ? Refused(refusal)
            : Ok(
                ("name", turn.Group!.Member(member).Name),
                ("asks", turn.Group!.Member(waiting).Name),
                ("digits", turn.Group!.Member(waiting).LastFourDigits)
            );
    }

    private static async ValueTask<ActionResult> Link(CurrentTurn turn, Filled slots)
    {
        var (waiting, member) = (slots.Member("waiting"), slots.Member("member"));
        var done = await turn.DecideAsync(new Scope(), (group, actor) => AdmitMember.Link(group, actor, waiting, member));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("name", done.Value.Member(member).Name));
    }
}
