using DiGiBachat.Core.Fund;

namespace DiGiBachat.Core.Folds;

/// <summary>Fines while they are open.</summary>
internal static class FundFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            FineImposed e => group.Change(m =>
                m with
                {
                    LastFine = m.LastFine + 1,
                    Fines = [.. m.Fines, new Fine(m.LastFine + 1, e.Member, e.Amount, Money.Zero, e.Reason, e.On)],
                }
            ),
            FineWaived e => group.Change(m => m with { Fines = m.Fines.Where(f => f.Number != e.Fine).ToList() }),
            _ => null,
        };

    /// <summary>Fines after a contribution: what is paid in full is open no more.</summary>
    public static GroupState Paid(GroupState group, IReadOnlyList<FineSettled>? settled) =>
        settled is null
            ? group
            : group.Change(m =>
                m with
                {
                    Fines = m
                        .Fines.Select(f => settled.FirstOrDefault(s => s.Fine == f.Number) is { } s ? f with { Paid = f.Paid + s.Paid } : f)
                        .Where(f => f.Left.IsPositive)
                        .ToList(),
                }
            );

    /// <summary>Fines after a contribution was undone. One that is open no more was settled, and what came back is owed again.</summary>
    public static GroupState OwedAgain(GroupState group, MemberNumber member, IReadOnlyList<FineSettled>? settled) =>
        settled is null
            ? group
            : group.Change(m =>
                m with
                {
                    Fines = m
                        .Fines.Select(f => settled.FirstOrDefault(s => s.Fine == f.Number) is { } s ? f with { Paid = f.Paid - s.Paid } : f)
                        .Concat(
                            settled
                                .Where(s => m.Fines.All(f => f.Number != s.Fine))
                                .Select(s => new Fine(s.Fine, member, s.Amount, s.Amount - s.Paid, "", s.On))
                        )
                        .OrderBy(f => f.Number)
                        .ToList(),
                }
            );
}
