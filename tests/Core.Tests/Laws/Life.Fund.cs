using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Laws;

/// <content>The group's money beside savings and loans.</content>
internal static partial class Life
{
    private static Act OfFund(Step step, Register register, (Who By, MemberNumber Whom) at)
    {
        var group = register.Group;
        var amount = Rs(7 + (step.Days * 11));
        var purse = step.Days % 2 == 0 ? Purse.Cash : Purse.Bank;
        return (step.Which, step.Whom) switch
        {
            (< 2, _) => Act.Fines(at.Whom, amount).As(at.By),
            (2, < 5) => Pick(group.Matters.Fines, step.Days) is { } fine
                ? Act.Waives(fine.Member, fine.Number).As(AnotherOfficer(group, fine.Member, step.Who))
                : Act.Waives(at.Whom, 1).As(at.By),
            (3, < 5) => Act.Spends(amount, purse).As(at.By),
            (3, _) => Act.BankAdds(amount).As(at.By),
            (4, < 5) => Act.Granted(amount * 10, purse).As(at.By),
            (4, _) => Act.Moves(amount, purse).As(at.By),
            (5, < 5) => Act.Invests(amount, 1 + step.Days).As(at.By),
            (5 or 2, _) => Pick(group.Matters.Investments, step.Days) is { } placed
                ? Act.Matures(placed.Number, placed.Amount + Rs(step.Days)).As(at.By)
                : Act.Matures(1, amount).As(at.By),
            (6 or 7, _) when group.Members.FirstOrDefault(m => group.ShareOwedTo(m.Number).IsPositive) is { } waits => step.Whom switch
            {
                < 4 => Act.PaysShare(waits.Number, purse).As(AnotherOfficer(group, waits.Number, step.Who)),
                < 7 => Act.SavesShare(waits.Number).As(AnotherOfficer(group, waits.Number, step.Who)),
                _ => Act.PaysAllShares(purse).As(at.By),
            },
            (< 9, _) when group.Matters.Ballots is [var ballot, ..] => Act.Votes(
                ballot.Voters.FirstOrDefault(v => ballot.AnswerOf(v) is null, at.Whom),
                step.Days < 17,
                ballot.Number.Value
            ),
            _ => Act.SharesOut((ShareOutPolicy)(step.Whom % 3), step.Days % 2 == 0).As(step.Who < 8 ? Asha : at.By),
        };
    }
}
