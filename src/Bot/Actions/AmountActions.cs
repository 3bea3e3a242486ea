using DiGiBachat.Bot.Conversations;
using DiGiBachat.Core;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>
/// An amount with a nought too many is asked about before it is confirmed. A dialog puts <c>amounts.usual</c> behind its amount; see
/// dialogs/README.md.
/// </summary>
internal static class AmountActions
{
    private const string ForSavings = "savings";

    public static readonly IReadOnlyList<ActionEntry> Actions =
    [
        ActionCatalog.Do("amounts.usual", (turn, slots) => new(IsUnusual(turn, slots) ? Outcome("unusual") : Done)),
        ActionCatalog.Show("amounts.usually", (turn, _) => new(Ok(("usual", UsualAmount.Of(turn.Group!))))),
    ];

    private static bool IsUnusual(CurrentTurn turn, Filled slots) =>
        UsualAmount.IsFarAbove(turn.Group!, slots.Has("member") ? slots.Member("member") : turn.Self!.Number, LoanIn(slots), slots.Money("amount"));

    /// <summary>The loan that the dialog is about, or that was chosen as the purpose.</summary>
    private static LoanNumber? LoanIn(Filled slots) =>
        slots.Has("loan") ? slots.Loan()
        : slots.WordsOrNull("purpose") is null or ForSavings ? null
        : slots.Loan("purpose");
}
