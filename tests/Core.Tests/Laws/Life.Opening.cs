using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Opening;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>Figures brought forward, mostly right at the beginning.</content>
internal static partial class Life
{
    private static Act OfOpening(Step step, Register register, Who by) =>
        register.Group.Matters.Opening is null ? Drafts(step).As(by)
        : register.Group.Matters.Ballots.FirstOrDefault(b => b.Act is BookOpening) is { } ballot
            ? Act.Answers(ballot.Voters[0], ballot.Number.Value)
        : step.Days == 0 ? Act.DropsOpening().As(by)
        : Act.AsksOpening().As(by);

    /// <summary>It balances but for one draft in ten.</summary>
    private static Act Drafts(Step step)
    {
        var (savings, lent, grant) = (Rs(100 * (1 + step.Amount)), Rs(10 * (1 + step.Which)), Rs(step.Days));
        OpeningLoan[] loans =
            step.Which % 3 == 0 ? [] : [new(lent, new(step.Amount * 10), 1 + step.Days, (InterestMethod)(step.Which % 3))];
        var owed = loans.Length == 0 ? Money.Zero : lent;
        var cash = savings + savings + grant - owed + (step.Which == 9 ? Rs(1) : Money.Zero);
        return Act.DraftsOpening(
            new(cash, Money.Zero, Money.Zero, grant, Money.Zero),
            new OpeningMember(Sunita, savings, Money.Zero, loans),
            new OpeningMember(Radha, savings, Rs(step.Days % 3), [])
        );
    }
}
