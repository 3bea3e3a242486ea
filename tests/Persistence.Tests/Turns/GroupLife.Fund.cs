using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>The group's money beside savings and loans.</content>
internal sealed partial class GroupLife
{
    private static readonly Scope WithHistory = Scope.All with { SavingsHistory = true };

    private Func<Task>[] FundActs => [FineAsync, OtherMoneyAsync, OtherMoneyAsync, ShareOutAsync, ShareOutAsync];

    private Purse AnyPurse => random.Next(2) == 0 ? Purse.Cash : Purse.Bank;

    private Task<Refusal?> FineAsync()
    {
        if (random.Next(3) > 0)
            return village.ActAsync(AnyOfficer, (g, a) => ChargeFine.Decide(g, a, new(AnyMember), new(random.Next(100, 5_000)), "late"));
        var fine = village.Folded.Matters.Fines is [.., var last] ? last : null;
        return village.ActAsync(1, (g, a) => ChargeFine.Waive(g, a, fine?.Member ?? new(2), fine?.Number ?? 1, "was ill"));
    }

    private Task<Refusal?> OtherMoneyAsync()
    {
        var (amount, purse) = (new Money(random.Next(100, 9_000)), AnyPurse);
        return random.Next(6) switch
        {
            0 => village.ActAsync(AnyOfficer, (g, a) => BookOtherMoney.Expense(g, a, amount, "रजिस्टर", purse)),
            1 => village.ActAsync(AnyOfficer, (g, a) => BookOtherMoney.BankInterest(g, a, amount)),
            2 => village.ActAsync(AnyOfficer, (g, a) => BookOtherMoney.Grant(g, a, amount, "NRLM", purse)),
            3 => village.ActAsync(AnyOfficer, (g, a) => BookOtherMoney.Move(g, a, amount, purse)),
            4 => village.ActAsync(AnyOfficer, (g, a) => InvestSurplus.Place(g, a, amount, random.Next(1, 24), "SBI FD")),
            _ => village.ActAsync(
                AnyOfficer,
                (g, a) => InvestSurplus.Mature(g, a, 1, g.Matters.Investments is [var first, ..] ? first.Amount + new Money(75) : amount)
            ),
        };
    }

    /// <summary>Brought up, voted on by whoever has not yet, and paid out.</summary>
    private Task<Refusal?> ShareOutAsync()
    {
        if (village.Folded.Matters.Ballots is [var ballot, ..])
        {
            var voter = ballot.Voters.FirstOrDefault(v => ballot.AnswerOf(v) is null, ballot.Voters[0]);
            return village.ActAsync(voter.Value, (g, a) => CastVote.Decide(g, a, ballot.Number, random.Next(8) > 0), WithHistory);
        }
        if (village.Folded.Members.FirstOrDefault(m => village.Folded.ShareOwedTo(m.Number).IsPositive)?.Number is { } waits && random.Next(4) > 0)
            return random.Next(3) == 0
                ? village.ActAsync(AnyOfficer, (g, a) => PayShare.Save(g, a, waits))
                : village.ActAsync(AnyOfficer, (g, a) => PayShare.Hand(g, a, waits, AnyPurse));
        return village.ActAsync(
            1,
            (g, a) => ShareSurplusOut.Decide(g, a, (ShareOutPolicy)random.Next(3), random.Next(2) == 0),
            WithHistory
        );
    }
}
