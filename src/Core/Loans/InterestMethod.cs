namespace DiGiBachat.Core.Loans;

/// <summary>How a loan's interest is reckoned. A group rule; a loan keeps the method of the day it was approved.</summary>
public enum InterestMethod
{
    /// <summary>Reducing balance, equal instalments: interest each month on what is still owed.</summary>
    Emi,

    /// <summary>Interest on the whole principal for every month of the term, spread evenly.</summary>
    Flat,

    /// <summary>
    /// The paper register's way: interest each month on the balance before that month's repayment, and as much principal
    /// as she likes.
    /// </summary>
    Shg,
}
