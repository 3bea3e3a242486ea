namespace DiGiBachat.Core.Folds;

/// <summary>The figures that a group brings with it.</summary>
internal static class OpeningFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            OpeningDrafted e => group.Change(m => m with { Opening = e.Draft }),
            LoanOpened e => group with { Loans = [.. group.Loans, e.Loan], Counters = group.Counters with { Loans = e.Loan.Number.Value } },
            OpeningBooked e => group.Change(m => Invested(m with { Opening = null, OpenedOn = e.On }, e)),
            _ => null,
        };

    /// <summary>What was placed before is one investment, whose end the group has not told us: a year is taken.</summary>
    private static OpenMatters Invested(OpenMatters matters, OpeningBooked e) =>
        e.Draft.Money.Investments is { IsPositive: true } placed
            ? matters with
            {
                LastInvestment = matters.LastInvestment + 1,
                Investments = [.. matters.Investments, new(matters.LastInvestment + 1, placed, "FD", 12, e.On)],
            }
            : matters;
}
