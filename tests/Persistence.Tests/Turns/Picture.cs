using DiGiBachat.Core;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A group as text, line by line, without the order in which its parts were read: two groups are the same when their pictures are.</summary>
internal static class Picture
{
    public static List<string> Of(GroupState group) =>
        [
            $"{group.Id} {group.Name} {group.Status} v{group.RulesVersion} {group.UpiAddress} {group.Invite} next {group.NextPeriodOn:O}",
            EventJson.Write(group.Rules),
            EventJson.Write(group.Matters),
            $"{group.Counters with { Events = 0 }} ledger {group.LedgerHead}",
            .. group.Members.OrderBy(m => m.Number).Select(m => m.ToString()),
            .. group.Dues.Where(d => !d.IsSettled).OrderBy(d => (d.Member, d.PeriodOn)).Select(d => d.ToString()),
            .. group.Loans.Where(l => l.IsOpen).OrderBy(l => l.Number).SelectMany(Lines),
            .. group.Payments.Where(p => p.IsOpen).OrderBy(p => p.Number).Select(p => p.ToString()),
            .. group.Balances.All.Where(b => !b.Value.IsZero).OrderBy(b => (b.Key.Kind, b.Key.Number)).Select(b => $"{b.Key} {b.Value}"),
        ];

    private static IEnumerable<string> Lines(Core.Loans.Loan loan) =>
        [
            (loan with { Instalments = [], Guarantors = null }).ToString(),
            string.Join(' ', loan.Guarantors ?? []),
            .. loan.Instalments.Select(i => i.ToString()),
        ];
}
