using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>The borrower names who stands for her loan.</summary>
internal static class GuarantorActions
{
    private const string First = "guarantor";
    private const string Second = "second-guarantor";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("loans.guarantors-needed", (turn, slots) => new(Needed(turn, slots))),
        ActionCatalog.Options("loans.guarantor-candidates", (turn, slots) => new(Options(Candidates(turn, slots)))),
        ActionCatalog.Check("loans.guarantor-allowed", Allowed),
        ActionCatalog.Do("loans.name-guarantor", Name),
    ];

    /// <summary>Those named so far.</summary>
    public static IReadOnlyList<MemberNumber> Named(Filled slots) =>
        [.. new[] { First, Second }.Where(slots.Has).Select(slot => slots.Member(slot))];

    private static ActionResult Needed(CurrentTurn turn, Filled slots) =>
        (turn.Group!.Rules.Guarantors - Named(slots).Count, slots.Has(First)) switch
        {
            ( <= 0, _) => Done,
            (_, false) => Outcome("first"),
            _ => Outcome("second"),
        };

    private static IEnumerable<OfferedChoice> Candidates(CurrentTurn turn, Filled slots)
    {
        var first = slots.Has(First) ? slots.Member(First) : (MemberNumber?)null;
        return turn
            .Group!.ActiveMembers.Where(m => m.Number != turn.Self!.Number && m.Number != first)
            .OrderBy(m => m.Number)
            .Select(Fragments.Person);
    }

    private static async ValueTask<ActionResult> Allowed(CurrentTurn turn, Filled slots)
    {
        var named = Named(slots);
        if (named is [var one, var other] && one == other)
            return Refused(new GuarantorsToName(turn.Group!.Rules.Guarantors));
        return Unless(Guarantors.Refuse(await turn.WholeGroupAsync(), turn.Self!.Number, named[^1]));
    }

    private static async ValueTask<ActionResult> Name(CurrentTurn turn, Filled slots)
    {
        var (loan, guarantor) = (slots.Loan(), slots.Member(First));
        var done = await turn.DecideAsync(Scope.All, (group, actor) => NameGuarantor.Decide(group, actor, loan, guarantor));
        return done.IsRefused ? Refused(done.Refusal!) : Ok(("loan", loan.Value), ("name", done.Value.Member(guarantor).Name));
    }
}
