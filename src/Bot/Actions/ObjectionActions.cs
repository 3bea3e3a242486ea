using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>An entry looked up by its receipt, said to be wrong, and answered for.</summary>
internal static class ObjectionActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Check("objections.receipt-known", async (turn, slots) => (await HersAsync(turn, slots)).Answer ?? Done),
        ActionCatalog.Show("objections.entry", EntryAsync),
        ActionCatalog.Do("objections.raise", RaiseAsync),
        ActionCatalog.Options("objections.open", (turn, _) => new(Open(turn))),
        ActionCatalog.Show("objections.objection", (turn, slots) => new(Objection(turn, slots))),
        ActionCatalog.Do("objections.answer", AnswerAsync),
    ];

    private sealed record Found(GroupState Group, LedgerEntry? Entry, LoanNumber[] Loans, ActionResult? Answer);

    /// <summary>The entry of a receipt when it stands and is hers, or she is an officer who may see it; else what to say.</summary>
    private static async ValueTask<Found> HersAsync(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var booked = PaymentCodes.EntryOf(slots.Words("receipt")) is { } number
            ? await turn.Tools.Queries.EntryAsync(group.Id, number, default)
            : null;
        if (booked is not { Cause: not null, Entry: var entry })
            return new(group, null, [], Refused(new NoEntryOfHers()));
        var loans = entry.Postings.Where(p => p.Account.Kind == AccountKind.Loan).Select(p => new LoanNumber(p.Account.Number)).ToArray();
        if (loans.Length > 0)
            group = (await turn.Tools.Store.ReadGroupAsync(group.Id, new Scope { Loans = loans }, default))!;
        return ObjectToEntry.IsHers(group, turn.Self!.Number, entry)
            ? new(group, entry, loans, null)
            : new(group, entry, loans, Refused(new NoEntryOfHers()));
    }

    private static async ValueTask<ActionResult> EntryAsync(CurrentTurn turn, Filled slots)
    {
        var found = await HersAsync(turn, slots);
        if (found.Answer is { } answer)
            return answer;
        var entry = found.Entry!;
        var loan = found.Loans.Length == 1 ? found.Loans[0] : (LoanNumber?)null;
        return Ok(
            ("receipt", PaymentCodes.OfReceipt(entry.Number)),
            ("amount", ObjectToEntry.Amount(entry)),
            ("day", entry.On),
            ("narration", Fragments.Narration(entry.Narration, loan)),
            ("by", entry.By is { } by ? found.Group.Member(by).Name : found.Group.Name),
            ("code", entry.Hash[..LedgerEntry.PrintedHead])
        );
    }

    private static async ValueTask<ActionResult> RaiseAsync(CurrentTurn turn, Filled slots)
    {
        var found = await HersAsync(turn, slots);
        var done = await turn.DecideAsync(
            new Scope { Loans = found.Loans },
            (group, actor) => ObjectToEntry.Decide(group, actor, found.Entry, slots.Words("words"))
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var raised = turn.Decided!.Events.OfType<ObjectionRaised>().Last().Objection;
        return Ok(
            ("objection", raised.Number.Value),
            ("receipt", PaymentCodes.OfReceipt(raised.Entry)),
            ("officers", string.Join(", ", done.Value.ActiveMembers.Where(m => m.IsOfficer && m.Number != raised.Member).Select(m => m.Name)))
        );
    }

    private static ActionResult Open(CurrentTurn turn)
    {
        if (Permissions.Check(turn.Group!, turn.Actor, Permission.ResolveObjection) is { IsRefused: true } no)
            return Refused(no.Refusal!);
        var choices = turn
            .Group!.Matters.Objections.Select(o => new OfferedChoice(
                o.Number.ToString(),
                Text.Of(
                    "options.objection",
                    ("objection", o.Number.Value),
                    ("name", turn.Group!.Member(o.Member).Name),
                    ("receipt", PaymentCodes.OfReceipt(o.Entry))
                )
            ))
            .ToList();
        return choices.Count == 0 ? Says("refusals.no-objections") : Options(choices);
    }

    private static ActionResult Objection(CurrentTurn turn, Filled slots)
    {
        var group = turn.Group!;
        var number = new ObjectionNumber(slots.Number("objection"));
        // The same words as under the lock; whose own entry it is, is told before she writes.
        var words = slots.WordsOrNull("words") ?? "-";
        if (AnswerObjection.Decide(group, turn.Actor, number, words).Refusal is { } refusal)
            return Refused(refusal);
        var objection = group.Matters.Objections.First(o => o.Number == number);
        return Ok(
            ("name", group.Member(objection.Member).Name),
            ("receipt", PaymentCodes.OfReceipt(objection.Entry)),
            ("amount", objection.Amount),
            ("day", objection.On),
            ("said", objection.Words)
        );
    }

    private static async ValueTask<ActionResult> AnswerAsync(CurrentTurn turn, Filled slots)
    {
        var number = new ObjectionNumber(slots.Number("objection"));
        var done = await turn.DecideAsync(
            new Scope(),
            (group, actor) => AnswerObjection.Decide(group, actor, number, slots.Words("words"))
        );
        if (done.IsRefused)
            return Refused(done.Refusal!);
        var resolved = turn.Decided!.Events.OfType<ObjectionResolved>().Last().Objection;
        return Ok(("name", done.Value.Member(resolved.Member).Name));
    }
}
