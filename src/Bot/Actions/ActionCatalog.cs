using System.Collections.Frozen;
using DiGiBachat.Bot.Conversations;
using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Actions;

/// <summary>Runs one action for the turn: slots in, an answer out.</summary>
internal delegate ValueTask<ActionResult> RunAction(CurrentTurn turn, Filled slots);

/// <summary>An action by the name that dialogs use. Money: it moves money or decides on it.</summary>
internal sealed record ActionEntry(string Name, ActionKind Kind, bool Money, RunAction Run)
{
    /// <summary>Refused before anything is read to who has not the permission. (What changes something, Core refuses by itself.)</summary>
    public ActionEntry For(Permission permission) =>
        this with
        {
            Run = (turn, slots) =>
                Permissions.Check(turn.Group!, turn.Actor, permission) is { IsRefused: true } no
                    ? new(Answers.Refused(no.Refusal!))
                    : Run(turn, slots),
        };
}

/// <summary>Everything a dialog can do, in one list. The rules are not here: an action asks Core and passes its answer on.</summary>
internal static class ActionCatalog
{
    public static readonly FrozenDictionary<string, ActionEntry> All = People
        .Actions.Concat(GroupActions.Actions)
        .Concat(MemberActions.Actions)
        .Concat(SavingsActions.Actions)
        .Concat(PaymentActions.Actions)
        .Concat(CashActions.Actions)
        .Concat(LoanActions.Actions)
        .Concat(LoanDecisionActions.Actions)
        .Concat(RepaymentActions.Actions)
        .Concat(GuarantorActions.Actions)
        .Concat(LateLoanActions.Actions)
        .Concat(LedgerActions.Actions)
        .Concat(DecisionActions.Actions)
        .Concat(ReportActions.Actions)
        .Concat(MeetingActions.Actions)
        .Concat(MeetingSheetActions.Actions)
        .Concat(OpeningActions.Actions)
        .Concat(FineActions.Actions)
        .Concat(FundActions.Actions)
        .Concat(ShareOutActions.Actions)
        .Concat(LeavingActions.Actions)
        .Concat(PhonelessActions.Actions)
        .Concat(PhoneActions.Actions)
        .Concat(PersonalActions.Actions)
        .Concat(ConfirmActions.Actions)
        .Concat(ObjectionActions.Actions)
        .Concat(ReminderActions.Actions)
        .Concat(BankMessageActions.Actions)
        .Concat(SettingsActions.Actions)
        .Concat(AmountActions.Actions)
        .Concat(AutopayActions.Actions)
        .Concat(RuleActions.Actions)
        .Concat(GroupLifeActions.Actions)
        .Concat(HealthActions.Actions)
        .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    internal static ActionEntry Check(string name, RunAction run) => new(name, ActionKind.Check, false, run);

    internal static ActionEntry Show(string name, RunAction run) => new(name, ActionKind.Show, false, run);

    internal static ActionEntry Options(string name, RunAction run) => new(name, ActionKind.Options, false, run);

    internal static ActionEntry Do(string name, RunAction run) => new(name, ActionKind.Do, false, run);

    internal static ActionEntry MovesMoney(string name, RunAction run) => new(name, ActionKind.Do, true, run);
}
