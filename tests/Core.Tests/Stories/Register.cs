using System.Collections.Immutable;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Tests.Stories;

/// <summary>An entry of the book and the event that made it.</summary>
internal sealed record Booked(LedgerEntry Entry, GroupEvent Cause);

/// <summary>
/// A group with all that its register keeps for ever: the state that a decision is made on leaves out settled dues, ended loans,
/// ended payments and used references, and whoever asks by number gets them back, as the database gives them.
/// </summary>
internal sealed record Register(GroupState Group)
{
    public ImmutableList<GroupEvent> Events { get; init; } = [];
    public ImmutableList<Booked> Book { get; init; } = [];
    public ImmutableDictionary<LoanNumber, Loan> EndedLoans { get; init; } = ImmutableDictionary<LoanNumber, Loan>.Empty;
    public ImmutableDictionary<(MemberNumber, DateOnly), Due> SettledDues { get; init; } =
        ImmutableDictionary<(MemberNumber, DateOnly), Due>.Empty;
    public ImmutableHashSet<string> References { get; init; } = [];

    /// <summary>Lets the calendar catch up, decides, and keeps what happened; a refusal leaves everything as it was.</summary>
    public Result<Register> After(Act act, DateTimeOffset at)
    {
        var actor = new Actor(act.By.Person, act.By.Number, at);
        var read = act.Reads(this);
        var today = read.Keep(RollForward.To(read.Group, Actor.Calendar(at)), Actor.Calendar(at));
        var decided = act.Decide(today, actor);
        return decided.IsRefused ? decided.Refusal! : today.Keep(decided.Value, actor).PutAway();
    }

    /// <summary>What the calendar alone makes happen by <paramref name="at"/>.</summary>
    public Register RolledTo(DateTimeOffset at) => Keep(RollForward.To(Group, Actor.Calendar(at)), Actor.Calendar(at)).PutAway();

    /// <summary>The register with the settled dues of whom an entry is about: read under the lock, before the calendar catches up.</summary>
    public Register ReadForReversal(long number) =>
        Book[(int)number - 1].Cause is ContributionReceived e
            ? this with { Group = Group with { Dues = [.. Group.Dues, .. SettledDues.Values.Where(d => d.Member == e.Member)] } }
            : this;

    /// <summary>The state with this loan whatever became of it.</summary>
    public GroupState With(LoanNumber loan) =>
        EndedLoans.TryGetValue(loan, out var ended) ? Group with { Loans = [.. Group.Loans, ended] } : Group;

    /// <summary>The state, knowing whether the bank reference was used before.</summary>
    public GroupState With(string? reference) => Group with { ReferenceUsed = reference is not null && References.Contains(reference) };

    /// <summary>The state with the loan that the entry repaid, and the entry itself; without its cause once it was reversed.</summary>
    public (GroupState Group, (LedgerEntry Entry, GroupEvent? Cause) Booked) ForReversal(long number)
    {
        var booked = Book[(int)number - 1];
        var reversed = Book.Any(b => b.Entry.Cause == FormattableString.Invariant($"reversal:{number}"));
        return (booked.Cause is RepaymentReceived e ? With(e.Loan) : Group, (booked.Entry, reversed ? null : booked.Cause));
    }

    public Register Keep(IReadOnlyList<GroupEvent> events, Actor actor) =>
        events.Aggregate(this, (register, happened) => register.Keep(happened, actor));

    private Register Keep(GroupEvent happened, Actor actor)
    {
        var group = happened is RepaymentReversed reversed ? With(reversed.Loan) : Group;
        var applied = group.Apply([happened], actor);
        return (this with { Group = applied.Group, Events = Events.Add(happened) }) with
        {
            Book = Book.AddRange(applied.Entries.Select(e => new Booked(e, happened))),
            EndedLoans = Ended(happened),
            SettledDues = Settled(happened, applied.Group),
            References = Used(happened),
        };
    }

    private ImmutableDictionary<LoanNumber, Loan> Ended(GroupEvent happened) =>
        happened switch
        {
            LoanClosed e => End(e.Loan, LoanStatus.Closed),
            LoanRejected e => End(e.Loan, LoanStatus.Rejected),
            LoanWithdrawn e => End(e.Loan, LoanStatus.Withdrawn),
            LoanCancelled e => End(e.Loan, LoanStatus.Cancelled),
            LoanWrittenOff e => End(e.Loan, LoanStatus.WrittenOff),
            RepaymentReversed e => EndedLoans.Remove(e.Loan),
            _ => EndedLoans,
        };

    private ImmutableDictionary<LoanNumber, Loan> End(LoanNumber number, LoanStatus status) =>
        EndedLoans.SetItem(number, Group.FindLoan(number)! with { Status = status });

    private ImmutableDictionary<(MemberNumber, DateOnly), Due> Settled(GroupEvent happened, GroupState after) =>
        happened switch
        {
            PeriodOpened => SettledDues.SetItems(after.Dues.Where(d => d.IsSettled).Select(Kept)),
            ContributionReceived e => SettledDues.SetItems(
                from part in e.Settled
                let due = Group.Dues.Single(d => d.Member == e.Member && d.PeriodOn == part.PeriodOn)
                let paid = due with { Paid = due.Paid + part.Paid, FinePaid = due.FinePaid + part.FinePaid, Fine = due.Fine - (part.Waived ?? Money.Zero) }
                where paid.IsSettled
                select Kept(paid)
            ),
            ContributionReversed e => SettledDues.RemoveRange(e.Unsettled.Select(u => (e.Member, u.PeriodOn))),
            _ => SettledDues,
        };

    /// <summary>What the next reading leaves out.</summary>
    private Register PutAway() =>
        this with
        {
            Group = Group with { Dues = Group.Dues.Where(d => !d.IsSettled).ToList() },
            SettledDues = SettledDues.SetItems(Group.Dues.Where(d => d.IsSettled).Select(Kept)),
        };

    private static KeyValuePair<(MemberNumber, DateOnly), Due> Kept(Due due) => new((due.Member, due.PeriodOn), due);

    private ImmutableHashSet<string> Used(GroupEvent happened) =>
        happened switch
        {
            PaymentClaimed e => References.Add(e.Reference),
            PaymentRejected e when Group.FindPayment(e.Payment)?.Reference is { } freed => References.Remove(freed),
            LoanDisbursed { Reference: { } reference } => References.Add(reference),
            _ => References,
        };
}
