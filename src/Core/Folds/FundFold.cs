using DiGiBachat.Core.Fund;

namespace DiGiBachat.Core.Folds;

/// <summary>Fines and investments while they are open, and the cycle.</summary>
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
            ExpensePaid e => Counted(group, e.Number),
            BankInterestReceived e => Counted(group, e.Number),
            GrantReceived e => Counted(group, e.Number),
            MoneyMoved e => Counted(group, e.Number),
            SharePaid e => Counted(group, e.Number),
            InvestmentPlaced { Investment: var placed } => group.Change(m =>
                m with
                {
                    LastInvestment = placed.Number,
                    Investments = [.. m.Investments, placed],
                }
            ),
            InvestmentMatured e => Counted(group, e.Number).Change(m => m with { Investments = Without(m, e.Investment.Number) }),
            OtherMoneyReversed e => group.Change(m =>
                m with
                {
                    Investments = e.Open is { } open ? [.. Without(m, e.Gone).Append(open).OrderBy(i => i.Number)] : Without(m, e.Gone),
                }
            ),
            SurplusShared e => group.Change(m => m with { Cycle = new(e.Cycle + 1, e.On) }),
            _ => null,
        };

    private static GroupState Counted(GroupState group, int number) => group.Change(m => m with { LastOtherMoney = number });

    private static List<Investment> Without(OpenMatters matters, int? number) => matters.Investments.Where(i => i.Number != number).ToList();

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
