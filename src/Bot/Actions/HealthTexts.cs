using DiGiBachat.Bot.Texts;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Actions;

/// <summary>How the group does, in plain words: the figures, how each came about, and three sentences that say what to do.</summary>
internal static class HealthTexts
{
    /// <summary>Above this share at risk, or below this share paid back, something is to be done.</summary>
    private const int MuchAtRisk = 10;
    private const int EnoughPaid = 95;
    private const int MuchIdle = 2;

    public static Text Risk(GroupHealth health) =>
        health.LoansOut.IsZero
            ? new("health-lines.no-loans")
            : Text.Of("health-lines.risk", ("percent", health.RiskPercent), ("amount", health.AtRisk));

    public static Text Repayment(GroupHealth health) =>
        health.RepaymentPercent is { } percent
            ? Text.Of("health-lines.repayment", ("percent", percent))
            : new("health-lines.nothing-due-yet");

    public static Text Trend(GroupHealth health) =>
        health.Before is { } before
            ? Text.Of("health-lines.trend", ("on", before.On), ("savings", before.Savings), ("loans", before.LoansOut))
            : new("health-lines.no-trend");

    /// <summary>Each figure with what it was reckoned of.</summary>
    public static IReadOnlyList<Text> Why(GroupHealth health)
    {
        var lines = new List<Text>
        {
            Text.Of("health-why.savings", ("savings", health.Savings), ("members", health.Members)),
            Text.Of("health-why.loans", ("loans", health.LoansOut), ("count", health.Loans)),
            Text.Of(
                "health-why.risk",
                ("amount", health.AtRisk),
                ("loans", health.LoansOut),
                ("percent", health.RiskPercent),
                ("count", health.LoansAtRisk),
                ("days", GroupHealth.RiskDays)
            ),
            Text.Of("health-why.cash", ("cash", health.Cash), ("bank", health.Bank), ("lendable", health.Lendable)),
        };
        if (health.RepaymentPercent is { } percent)
            lines.Add(Text.Of("health-why.repayment", ("paid", health.PaidSoFar), ("due", health.DueSoFar), ("percent", percent)));
        if (health.Before is { } before)
            lines.Add(
                Text.Of(
                    "health-why.trend",
                    ("on", before.On),
                    ("savings", before.Savings),
                    ("savings-now", health.Savings),
                    ("loans", before.LoansOut),
                    ("loans-now", health.LoansOut)
                )
            );
        return lines;
    }

    /// <summary>What to do about loans overdue, about repayment, about money that lies idle or is short: one sentence each.</summary>
    public static IReadOnlyList<Text> Advice(GroupHealth health) =>
        [
            health.LoansAtRisk == 0 ? new Text("health-advice.risk-none")
            : health.RiskPercent <= MuchAtRisk ? Text.Of("health-advice.risk-some", ("count", health.LoansAtRisk))
            : Text.Of("health-advice.risk-much", ("count", health.LoansAtRisk), ("percent", health.RiskPercent)),
            health.RepaymentPercent is null ? new Text("health-advice.repayment-early")
            : health.RepaymentPercent >= EnoughPaid ? new Text("health-advice.repayment-good")
            : Text.Of("health-advice.repayment-low", ("left", health.DueSoFar - health.PaidSoFar)),
            health.Lendable.IsZero ? new Text("health-advice.cash-short")
            : health.Lendable * MuchIdle > health.Savings ? Text.Of("health-advice.cash-idle", ("lendable", health.Lendable))
            : Text.Of("health-advice.cash-right", ("lendable", health.Lendable)),
        ];
}
