using DiGiBachat.Core;
using DiGiBachat.Core.Fund;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>The group's money beside savings and loans.</content>
internal sealed partial class GroupLife
{
    private Func<Task>[] FundActs => [FineAsync, FineAsync, WaiveAsync];

    private Task<Refusal?> FineAsync() =>
        village.ActAsync(AnyOfficer, (g, a) => ChargeFine.Decide(g, a, new(AnyMember), new(random.Next(100, 5_000)), "late"));

    private Task<Refusal?> WaiveAsync()
    {
        var fine = village.Folded.Matters.Fines is [.., var last] ? last : null;
        return village.ActAsync(1, (g, a) => ChargeFine.Waive(g, a, fine?.Member ?? new(2), fine?.Number ?? 1, "was ill"));
    }
}
