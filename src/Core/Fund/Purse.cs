using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Fund;

/// <summary>Where the group keeps its money: the box, or the bank.</summary>
public enum Purse
{
    Cash,
    Bank,
}

/// <summary>A purse and its account.</summary>
public static class Purses
{
    public static Account Account(this Purse purse) =>
        purse switch
        {
            Purse.Cash => Ledger.Account.Cash,
            Purse.Bank => Ledger.Account.Bank,
        };

    /// <summary>The other one.</summary>
    public static Purse Other(this Purse purse) => purse == Purse.Cash ? Purse.Bank : Purse.Cash;

    /// <summary>Null when the purse holds what is to leave it.</summary>
    internal static PurseTooSmall? TooSmall(this Purse purse, GroupState group, Money amount) =>
        group.Balances[purse.Account()] is var holds && holds < amount ? new(holds, amount) : null;
}
