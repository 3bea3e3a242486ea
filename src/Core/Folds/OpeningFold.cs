namespace DiGiBachat.Core.Folds;

/// <summary>The figures that a group brings with it.</summary>
internal static class OpeningFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            OpeningDrafted e => group.Change(m => m with { Opening = e.Draft }),
            LoanOpened e => group with { Loans = [.. group.Loans, e.Loan], Counters = group.Counters with { Loans = e.Loan.Number.Value } },
            OpeningBooked e => group.Change(m => m with { Opening = null, OpenedOn = e.On }),
            _ => null,
        };
}
