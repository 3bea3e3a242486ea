using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>The group's money beside savings and loans.</content>
internal sealed partial record Act
{
    public static Act Fines(MemberNumber whom, Money amount, string reason = "late for the meeting") =>
        new(Meera, (r, actor) => ChargeFine.Decide(r.Group, actor, whom, amount, reason));

    public static Act Waives(MemberNumber whom, int fine, string reason = "was ill") =>
        new(Meera, (r, actor) => ChargeFine.Waive(r.Group, actor, whom, fine, reason));

    public static Act Spends(Money amount, Purse from = Purse.Cash, string what = "register") =>
        new(Meera, (r, actor) => BookOtherMoney.Expense(r.Group, actor, amount, what, from));

    public static Act BankAdds(Money amount) => new(Meera, (r, actor) => BookOtherMoney.BankInterest(r.Group, actor, amount));

    public static Act Granted(Money amount, Purse into = Purse.Bank, string giver = "NRLM") =>
        new(Meera, (r, actor) => BookOtherMoney.Grant(r.Group, actor, amount, giver, into));

    public static Act Moves(Money amount, Purse from) => new(Meera, (r, actor) => BookOtherMoney.Move(r.Group, actor, amount, from));

    public static Act Invests(Money amount, int months = 12, string where = "SBI FD") =>
        new(Meera, (r, actor) => InvestSurplus.Place(r.Group, actor, amount, months, where));

    public static Act Matures(int investment, Money amount) =>
        new(Meera, (r, actor) => InvestSurplus.Mature(r.Group, actor, investment, amount));

    public static Act SharesOut(ShareOutPolicy policy, bool setOff = false) =>
        new(Asha, (r, actor) => ShareSurplusOut.Decide(r.Group, actor, policy, setOff));

    public static Act PaysShare(MemberNumber whom, Purse from = Purse.Cash) =>
        new(Meera, (r, actor) => PayShare.Hand(r.Group, actor, whom, from));

    public static Act SavesShare(MemberNumber whom) => new(Meera, (r, actor) => PayShare.Save(r.Group, actor, whom));

    public static Act PaysAllShares(Purse from = Purse.Cash) => new(Meera, (r, actor) => PayShare.HandAll(r.Group, actor, from));
}
