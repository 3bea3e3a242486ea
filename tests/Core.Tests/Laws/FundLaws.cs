using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Tests.Stories;

namespace DiGiBachat.Core.Tests.Laws;

/// <summary>What is true at every moment of the group's money beside savings and loans.</summary>
internal static class FundLaws
{
    public static void Hold(Register register)
    {
        var fines = register.Group.Matters.Fines;
        Law.Holds(fines.All(f => !f.Paid.IsNegative && f.Left.IsPositive), "an open fine is never paid beyond what it is, nor in full");
        Law.Holds(fines.Select(f => f.Number).SequenceEqual(fines.Select(f => f.Number).Order().Distinct()), "a fine stands open once, in order");
        SharesAreWhole(register);
        var imposed = register.Events.OfType<FineImposed>().Sum(e => e.Amount.Paise);
        var waived = register.Events.OfType<FineWaived>().Sum(e => e.Amount.Paise);
        Law.Holds(imposed - waived - FinesPaid(register) == fines.Sum(f => f.Left.Paise), "what was put on members is paid, waived or open");
    }

    /// <summary>Of fines beside the dues, in paise, less what was undone.</summary>
    public static long FinesPaid(Register register) =>
        register.Events.Sum(e =>
            e switch
            {
                ContributionReceived c => c.Fines?.Sum(f => f.Paid.Paise) ?? 0,
                ContributionReversed r => -(r.Fines?.Sum(f => f.Paid.Paise) ?? 0),
                LeaverPaid l => l.OtherFines?.Sum(f => f.Paid.Paise) ?? 0,
                _ => 0,
            }
        );

    /// <summary>Of the fines, in paise: what share-outs took off the account.</summary>
    public static long FinesSharedOut(Register register) =>
        register
            .Events.OfType<SurplusShared>()
            .Sum(e => e.Closed.Where(p => p.Account == Account.FineIncome).Sum(p => p.Amount.Paise));

    /// <summary>What other money changed in box and bank together.</summary>
    public static long OtherMoney(Register register) =>
        register.Book.Where(b =>
                b.Cause
                    is ExpensePaid
                        or BankInterestReceived
                        or GrantReceived
                        or MoneyMoved
                        or SharePaid
                        or InvestmentPlaced
                        or InvestmentMatured
                        or OtherMoneyReversed
            )
            .SelectMany(b => b.Entry.Postings)
            .Where(p => p.Account.Kind is AccountKind.Cash or AccountKind.Bank)
            .Sum(p => p.Amount.Paise);

    private static void SharesAreWhole(Register register)
    {
        var group = register.Group;
        foreach (var shared in register.Events.OfType<SurplusShared>())
        {
            var closed = shared.Closed.Sum(p => p.Amount.Paise);
            Law.Holds(closed == shared.Shares.Sum(s => s.Amount.Paise) + shared.Remainder.Paise, "all that was earned is shared or stays");
            Law.Holds(shared.Shares.All(s => !s.Amount.IsNegative) && shared.Remainder.Paise is >= 0 and < 100, "less than a rupee stays");
        }
        foreach (var member in group.Members)
            Law.Holds(!group.ShareOwedTo(member.Number).IsNegative, "nobody is paid more than her share");
        Law.Holds(
            group.Balances[Account.Investment].Paise == group.Matters.Investments.Sum(i => i.Amount.Paise),
            "what is invested is what lies on the table"
        );
        Law.Holds(
            group.SavingsHistory!.GroupBy(c => c.Member).All(g => g.Sum(c => c.Amount.Paise) == group.SavingsOf(g.Key).Paise),
            "savings are the sum of their history"
        );
    }
}
