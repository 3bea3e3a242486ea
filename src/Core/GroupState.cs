using DiGiBachat.Core.Folds;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core;

/// <summary>
/// A group as a use case sees it: what was read under the lock. All members, the group's own balances and the invite are always
/// here; dues, loans, payments and personal balances only for the members the turn is about (the whole group when the turn is
/// about everybody). Settled dues, closed loans and ended payments are not.
/// </summary>
public sealed record GroupState
{
    public required GroupId Id { get; init; }
    public required string Name { get; init; }
    public GroupStatus Status { get; init; } = GroupStatus.Active;
    public required GroupRules Rules { get; init; }

    /// <summary>Which version of the rules this is: 1, 2, 3 …</summary>
    public int RulesVersion { get; init; } = 1;

    /// <summary>Where members pay by UPI; null when the group takes cash only.</summary>
    public string? UpiAddress { get; init; }
    public required Invite Invite { get; init; }

    /// <summary>The last numbers given; they only grow.</summary>
    public GroupCounters Counters { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>Hash of the last ledger entry.</summary>
    public string LedgerHead { get; init; } = LedgerEntry.EmptyHead;

    /// <summary>The head's first characters, as receipts and statements print it.</summary>
    public string PrintedHead => LedgerHead[..LedgerEntry.PrintedHead];

    /// <summary>Hash of the last event in the audit log.</summary>
    public string EventHead { get; init; } = LedgerEntry.EmptyHead;

    /// <summary>The due day of the next period to open.</summary>
    public required DateOnly NextPeriodOn { get; init; }

    /// <summary>All who are, were, or asked to be in.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Open dues; settled ones only where a reversal is decided.</summary>
    public IReadOnlyList<Due> Dues { get; init; } = [];

    /// <summary>Open loans in scope, the loan that is asked about whatever its status, and every approved loan of the group: its money is promised.</summary>
    public IReadOnlyList<Loan> Loans { get; init; } = [];

    /// <summary>Requested and claimed payments in scope.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    /// <summary>Debit positive, in paise. Cash, bank and income are always here; savings and loans in scope.</summary>
    public Balances Balances { get; init; } = Balances.None;

    /// <summary>Ballots, and whatever else lies on the table until it is settled.</summary>
    public OpenMatters Matters { get; init; } = OpenMatters.None;

    /// <summary>The same as it was read: what is equal to it need not be written. Null in a group that is only now made.</summary>
    public OpenMatters? MattersAsRead { get; init; }

    /// <summary>Everybody's dues, loans, payments and balances were read.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The bank reference that the turn is about stands on another payment of this group already.</summary>
    public bool ReferenceUsed { get; init; }

    /// <summary>Those who are in: not who waits, was refused, or left.</summary>
    public IEnumerable<Member> ActiveMembers => Members.Where(m => m.IsActive);

    /// <summary>Null when nobody has, or had, this number.</summary>
    public Member? FindMember(MemberNumber number) => Members.FirstOrDefault(m => m.Number == number);

    /// <summary>Throws for a number that nobody has: whoever asks has checked it.</summary>
    public Member Member(MemberNumber number) =>
        FindMember(number) ?? throw new InvalidOperationException($"Member {number} was not read.");

    /// <summary>Null when there is none, or it was not read.</summary>
    public Loan? FindLoan(LoanNumber number) => Loans.FirstOrDefault(l => l.Number == number);

    /// <summary>Null when there is none, it has ended, or it was not read.</summary>
    public Payment? FindPayment(PaymentNumber number) => Payments.FirstOrDefault(p => p.Number == number);

    /// <summary>Savings of a member: what the group owes her.</summary>
    public Money SavingsOf(MemberNumber member) => -Balances[Account.Savings(member)];

    /// <summary>Her open dues, oldest first.</summary>
    public IEnumerable<Due> DuesOf(MemberNumber member) => Dues.Where(d => d.Member == member && !d.IsSettled).OrderBy(d => d.PeriodOn);

    /// <summary>
    /// What the group can lend today: cash and bank, less loans approved but not yet paid out, less the reserve; never below zero.
    /// </summary>
    public Money Lendable
    {
        get
        {
            var promised = Loans.Where(l => l.Status == LoanStatus.Approved).Aggregate(Money.Zero, (sum, l) => sum + l.Terms.Principal);
            return Money.Max(Money.Zero, Balances[Account.Cash] + Balances[Account.Bank] - promised - Rules.Reserve);
        }
    }

    /// <summary>
    /// Applies events in order and enters them in the book. What comes out is the group as it will be read back, and the entries
    /// to store with it.
    /// </summary>
    public Applied Apply(IReadOnlyList<GroupEvent> events, Actor actor)
    {
        var group = this;
        var entries = new List<LedgerEntry>();
        foreach (var happened in events)
        {
            group = GroupFold.Apply(group, happened);
            if (Postings.For(happened, actor.Today) is not { } draft)
                continue;
            var entry = LedgerEntry.Chain(draft, actor, group.Counters.Entries + 1, group.LedgerHead);
            entries.Add(entry);
            group = group with
            {
                Balances = group.Balances.Plus(entry.Postings),
                LedgerHead = entry.Hash,
                Counters = group.Counters with { Entries = entry.Number },
            };
        }
        return new(group, entries);
    }
}

/// <summary>A group after its events, and the ledger entries they made.</summary>
public sealed record Applied(GroupState Group, IReadOnlyList<LedgerEntry> Entries);
