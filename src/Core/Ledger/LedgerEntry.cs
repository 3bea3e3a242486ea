using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Core.Ledger;

/// <summary>What an entry records; its words stand in the locales under <c>narration.*</c>.</summary>
public enum Narration
{
    Contribution = 1,
    Repayment = 2,
    Disbursement = 3,
    Reversal = 4,
    Opening = 5,

    // Meetings
    MeetingDifference = 15,
    // The fund
    Expense = 6,
    BankInterest = 7,
    Grant = 8,
    CashToBank = 9,
    BankToCash = 10,
    InvestmentPlaced = 11,
    InvestmentMatured = 12,
    ShareOut = 13,
    SharePaid = 14,
    WriteOff = 16,
    Recovery = 40,
    LeaverPaid = 17,
    SavingsPaidOut = 18,
}

/// <summary>An entry before it has its number and its place in the chain.</summary>
/// <param name="Cause">The business key behind it, unique in the group: "payment:45", "disbursement:12", "reversal:88".</param>
public sealed record EntryDraft(DateOnly On, Narration Narration, string Cause, IReadOnlyList<Posting> Postings);

/// <summary>
/// A ledger entry: what happened to the group's money, once and for ever. Its hash covers the hash of the entry before it, so
/// that an edit anywhere changes every later head; a mistake is undone by a reversal, never by a change.
/// </summary>
public sealed record LedgerEntry(
    long Number,
    DateOnly On,
    Narration Narration,
    string Cause,
    MemberNumber? By,
    DateTimeOffset At,
    IReadOnlyList<Posting> Postings,
    string Hash
)
{
    /// <summary>The head of a book without entries.</summary>
    public const string EmptyHead = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>How many characters of the head are printed on receipts and statements.</summary>
    public const int PrintedHead = 8;

    /// <summary>Numbers a draft and chains it to <paramref name="previousHash"/>. Throws when the postings do not sum to zero.</summary>
    public static LedgerEntry Chain(EntryDraft draft, Actor actor, long number, string previousHash)
    {
        if (draft.Postings.Count < 2 || draft.Postings.Sum(p => p.Amount.Paise) != 0)
            throw new InvalidOperationException($"Entry {draft.Cause} does not balance.");
        // PostgreSQL keeps microseconds; the hash must cover what comes back.
        var at = new DateTimeOffset(actor.At.UtcTicks / 10 * 10, TimeSpan.Zero);
        var entry = new LedgerEntry(number, draft.On, draft.Narration, draft.Cause, actor.Member, at, draft.Postings, "");
        return entry with { Hash = entry.ComputeHash(previousHash) };
    }

    /// <summary>Lower-case hex SHA-256 over the previous hash and every field but the hash itself.</summary>
    public string ComputeHash(string previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(previousHash));
        Append(Number);
        Append(On.DayNumber);
        Append((int)Narration);
        Append(By?.Value ?? 0);
        Append(At.UtcTicks);
        var cause = Encoding.UTF8.GetBytes(Cause);
        Append(cause.Length);
        hash.AppendData(cause);
        foreach (var posting in Postings)
        {
            Append((int)posting.Account.Kind);
            Append(posting.Account.Number);
            Append(posting.Amount.Paise);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(long value)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            hash.AppendData(bytes);
        }
    }
}
