using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>The group itself: founding it, its invite, its totals and rules.</summary>
internal static class GroupActions
{
    private const string CashOnly = "cash-only";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check("groups.name-allowed", (_, slots) => new(Unless(NameCheck(slots.Words("name"))))),
        ActionCatalog.Check(
            "groups.contribution-allowed",
            (turn, slots) => new(Unless(CreateGroup.Check(FoundingRules.Of(turn, slots))))
        ),
        ActionCatalog.Check(
            "groups.rule-allowed",
            (turn, slots) => new(Unless(CreateGroup.Check(FoundingRules.Of(turn, slots))))
        ),
        ActionCatalog.Show("groups.defaults", (turn, slots) => new(Defaults(FoundingRules.Of(turn, slots)))),
        ActionCatalog.Do("groups.create", (turn, slots) => new(Create(turn, slots))),
        ActionCatalog.Show("groups.invite", (turn, _) => new(Invitation(turn, turn.Group!))),
        ActionCatalog.Do("groups.renew-invite", Renew),
        ActionCatalog.Show("groups.totals", Totals),
        ActionCatalog.Show("groups.rules", (turn, _) => new(Ok(("lines", Fragments.Rules(turn.Group!)), ("chapters", RuleTexts.All(turn.Group!.Rules))))),
        ActionCatalog.Options("groups.mine", (turn, _) => new(Options(Mine(turn)))),
        ActionCatalog.Do("groups.switch", (turn, slots) => new(Switch(turn, slots))),
    ];

    private static GroupNameOutOfBounds? NameCheck(string name) =>
        name.Trim().Length is 0 or > GroupRuleBounds.LongestName ? new(GroupRuleBounds.LongestName) : null;

    /// <summary>Null when the group chose to take cash only.</summary>
    private static string? UpiOf(Filled slots) => slots.WordsOrNull("upi") is var given && given == CashOnly ? null : given;

    private static ActionResult Defaults(GroupRules rules) =>
        Ok(
            ("extras", Fragments.Extras(rules)),
            ("rate", rules.LoanRate),
            ("method", Fragments.Method(rules.TermsFor(rules.MinimumLoan, rules.MaximumMonths))),
            ("months", rules.MaximumMonths),
            ("multiple", rules.MaximumLoanTimesSavings),
            ("limit", rules.TreasurerLimit),
            ("members", rules.MaximumMembers),
            ("calendar", Fragments.Calendar(rules.Calendar))
        );

    private static ActionResult Create(CurrentTurn turn, Filled slots)
    {
        var created = CreateGroup.Decide(
            turn.Actor,
            new NewGroup(
                new(Fresh.Id(turn.Now)),
                slots.Words("name"),
                FoundingRules.Of(turn, slots),
                UpiOf(slots),
                Fresh.InviteCode(),
                turn.Name!,
                turn.LastFourDigits
            )
        );
        if (created.IsRefused)
            return Refused(created.Refusal!);
        turn.Create(created.Value);
        return Invitation(turn, turn.Group!);
    }

    private static ActionResult Invitation(CurrentTurn turn, GroupState group)
    {
        var link = turn.Tools.Links.Join(group.Invite.Code);
        return Ok(
            ("group", group.Name),
            ("code", group.Invite.Code),
            ("link", link),
            ("until", group.Invite.ValidUntil),
            ("media", turn.Tools.Links.JoinQr(group.Id, turn.Now))
        );
    }

    private static async ValueTask<ActionResult> Renew(CurrentTurn turn, Filled slots)
    {
        var code = Fresh.InviteCode();
        var done = await turn.DecideAsync(new Scope(), (group, actor) => RenewInvite.Decide(group, actor, code));
        return done.IsRefused ? Refused(done.Refusal!) : Invitation(turn, done.Value);
    }

    private static async ValueTask<ActionResult> Totals(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        return Ok(
            ("group", group.Name),
            ("members", group.ActiveMembers.Count()),
            ("savings", -Sum(group, AccountKind.Savings)),
            ("loans", Sum(group, AccountKind.Loan)),
            ("loan-count", group.Loans.Count(l => l.Status == Core.Loans.LoanStatus.Active)),
            ("cash", group.Balances[Account.Cash]),
            ("bank", group.Balances[Account.Bank]),
            ("lendable", group.Lendable),
            ("head", group.PrintedHead)
        );
    }

    private static Money Sum(GroupState group, AccountKind kind) =>
        group.Balances.All.Where(b => b.Key.Kind == kind).Aggregate(Money.Zero, (sum, b) => sum + b.Value);

    private static IEnumerable<OfferedChoice> Mine(CurrentTurn turn) =>
        turn
            .Reading.Memberships.Where(m => m.Status == MemberStatus.Active)
            .Select(m => new OfferedChoice(
                m.Group.Value.ToString("N"),
                Text.Of("options.group", ("group", m.GroupName))
            ));

    private static ActionResult Switch(CurrentTurn turn, Filled slots)
    {
        var asked = slots.Words("group");
        var found = turn
            .Reading.Memberships.Where(m => m.Status == MemberStatus.Active)
            .Where(m =>
                m.Group.Value.ToString("N") == asked
                || m.GroupName.StartsWith(asked, StringComparison.CurrentCultureIgnoreCase)
            )
            .ToList();
        if (found.Count != 1)
            return Says("refusals.no-group");
        turn.SwitchTo(found[0].Group);
        return Ok(("group", found[0].GroupName));
    }
}
