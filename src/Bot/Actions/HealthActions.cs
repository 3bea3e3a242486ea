using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core.Groups;
using static DiGiBachat.Bot.Actions.Answers;

namespace DiGiBachat.Bot.Actions;

/// <summary>How the group does, and the link to its picture.</summary>
internal static class HealthActions
{
    public static readonly IReadOnlyList<ActionEntry> Actions = [ActionCatalog.Show("groups.health", Show).For(Permission.SeeHealth)];

    private static async ValueTask<ActionResult> Show(CurrentTurn turn, Filled slots)
    {
        var group = await turn.WholeGroupAsync();
        var health = GroupHealth.Of(group, turn.Today, await turn.Tools.History.MonthsAsync(group.Id, turn.Today, default));
        return Ok(
            ("group", group.Name),
            ("savings", health.Savings),
            ("loans", health.LoansOut),
            ("cash", health.Cash),
            ("bank", health.Bank),
            ("risk", HealthTexts.Risk(health)),
            ("repayment", HealthTexts.Repayment(health)),
            ("trend", HealthTexts.Trend(health)),
            ("advice", HealthTexts.Advice(health)),
            ("why", HealthTexts.Why(health)),
            ("link", turn.Tools.Links.Dashboard(group.Id, turn.Language, turn.Now))
        );
    }
}
