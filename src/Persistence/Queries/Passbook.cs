using DiGiBachat.Core;
using DiGiBachat.Core.Ledger;

namespace DiGiBachat.Persistence.Queries;

/// <summary>A member's savings and loan accounts between two days, both included, one after the other.</summary>
public sealed record Passbook(DateOnly From, DateOnly To, IReadOnlyList<PassbookAccount> Accounts);

/// <summary>One account with its lines in order. Balances are as she sees them: what is saved, or what is owed.</summary>
/// <param name="Account">Her savings, or one of her loans.</param>
public sealed record PassbookAccount(Account Account, Money Opening, IReadOnlyList<PassbookLine> Lines, Money Closing);

/// <param name="Code">The payment's code, which stands on the receipt; null without a payment.</param>
/// <param name="Paid">The whole amount that changed hands with this entry, interest and charges included.</param>
/// <param name="In">What the account's balance grew by.</param>
/// <param name="Out">What it shrank by.</param>
public sealed record PassbookLine(
    long Entry,
    DateOnly On,
    Narration Narration,
    LoanNumber? Loan,
    PaymentNumber? Payment,
    string? Code,
    Money Paid,
    Money In,
    Money Out,
    Money Balance,
    string Hash
);
