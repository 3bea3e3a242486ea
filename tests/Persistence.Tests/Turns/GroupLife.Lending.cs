using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>Answers to what is asked, new instalments, and loans given up.</content>
internal sealed partial class GroupLife
{
    private Func<Task>[] Lending =>
        [VoteAsync, VoteAsync, VoteAsync, VoteAsync, VoteAsync, NameGuarantorAsync, RescheduleAsync, RescheduleAsync, WriteOffAsync, RecoverAsync, RecoverAsync, RepayByMistakeAsync, RepayByMistakeAsync];

    /// <summary>Mostly yes, by all who have not answered.</summary>
    private async Task VoteAsync(bool yes)
    {
        if (village.Folded.Matters.Ballots is not [.., var ballot])
            return;
        foreach (var voter in ballot.Voters.Where(v => ballot.AnswerOf(v) is null))
            await village.ActAsync(voter.Value, (g, a) => CastVote.Decide(g, a, ballot.Number, yes || random.Next(6) > 0), WithHistory);
    }

    private Task VoteAsync() => VoteAsync(yes: false);

    private Task AgreeAsync() => VoteAsync(yes: true);

    private async Task RepayByMistakeAsync()
    {
        await RepayAsync();
        await ReverseAsync();
    }

    private Task NameGuarantorAsync()
    {
        var loan = village.Folded.Loans.FirstOrDefault(l => Guarantors.Missing(village.Folded, l) > 0);
        return loan is null
            ? Task.CompletedTask
            : village.ActAsync(loan.Borrower.Value, (g, a) => NameGuarantor.Decide(g, a, loan.Number, new(AnyMember)));
    }

    private async Task RescheduleAsync()
    {
        if (village.Folded.Loans.FirstOrDefault(l => l.Status == LoanStatus.Active) is not { } active)
            return;
        var officer = active.Borrower.Value == 1 ? 2 : 1;
        if (await village.ActAsync(officer, (g, a) => RescheduleLoan.Decide(g, a, active.Number, random.Next(1, 12))) is null)
            await VoteAsync();
    }

    private async Task WriteOffAsync()
    {
        if (village.Folded.Loans.LastOrDefault(l => l.Status == LoanStatus.Active) is not { } active)
            return;
        if (await village.ActAsync(1, (g, a) => ProposeWriteOff.Decide(g, a, active.Number)) is null)
            await VoteAsync();
    }

    /// <summary>Something on a loan that was given up; every other time it was a slip, and is undone.</summary>
    private async Task RecoverAsync()
    {
        if (village.Folded.Matters.Loans.FirstOrDefault(m => m.WrittenOff is { Total.IsPositive: true }) is not { WrittenOff: { } off } matter)
            return;
        var amount = Money.Max(RequestPayment.Smallest, new(off.Total.Paise / random.Next(1, 4)));
        await village.CashAsync(AnyOfficer, off.Borrower.Value, amount, matter.Loan);
        var last = village.Folded.Counters.Entries;
        if (random.Next(2) > 0 || await database.Queries.EntryAsync(village.Id, last, default) is not { Cause: LoanRecovered } booked)
            return;
        await village.ActAsync(1, (g, a) => Core.Ledger.ReverseEntry.Decide(g, a, (booked.Entry, booked.Cause), "typed twice"));
    }

    /// <summary>One loan that meets all that a loan can meet, so that nothing of it is left to chance; the group is compared after each act.</summary>
    public async Task LoanOfAllKindsAsync(Func<string, Task> compare)
    {
        Func<Task>[] acts =
        [
            () => village.CashAsync(1, 3, Money.Rupees(6_000)),
            () => village.CashAsync(1, 4, Money.Rupees(6_000)),
            () => AsksAsync(1),
            AgreeAsync,
            () => village.ActAsync(1, (g, a) => DecideLoan.Approve(g, a, new(1))),
            AgreeAsync,
            () => village.ActAsync(1, (g, a) => EndLoan.Cancel(g, a, new(1), "not needed")),
            () => AsksAsync(2),
            AgreeAsync,
            () => village.ActAsync(1, (g, a) => DecideLoan.Approve(g, a, new(2))),
            AgreeAsync,
            () => village.ActAsync(1, (g, a) => DisburseLoan.Decide(g, a, new(2), PaymentMethod.Cash, null)),
            () => LaterAsync(50),
            () => village.CashAsync(1, 3, Money.Rupees(200), new(2)),
            () => village.ActAsync(1, (g, a) => ReceiveCash.Decide(g, a, new(3), PayOff.Of(g.FindLoan(new(2))!.BookIn(g), a.Today).Total, new(2))),
            ReverseLastAsync,
            () => village.ActAsync(1, (g, a) => RescheduleLoan.Decide(g, a, new(2), 6)),
            AgreeAsync,
            () => LaterAsync(120),
            () => village.ActAsync(1, (g, a) => ProposeWriteOff.Decide(g, a, new(2))),
            AgreeAsync,
            () => village.CashAsync(1, 3, Money.Rupees(300), new(2)),
            ReverseLastAsync,
        ];
        foreach (var (at, act) in acts.Index())
        {
            village.Now = village.Now.AddHours(1);
            await act();
            await compare($"act {at} of the loan of all kinds");
        }
    }

    private async Task ReverseLastAsync()
    {
        var booked = (await database.Queries.EntryAsync(village.Id, village.Folded.Counters.Entries, default))!;
        var scope = Scope.All with { Loans = [new(2)] };
        await village.ActAsync(1, (g, a) => Core.Ledger.ReverseEntry.Decide(g, a, (booked.Entry, booked.Cause), "typed twice"), scope);
    }

    private Task<Refusal?> AsksAsync(int loan) =>
        village.ActAsync(3, (g, a) => ApplyForLoan.Decide(g, a, Money.Rupees(900), 3, $"goat {loan}", [new(4)]));

    private Task<Refusal?> LaterAsync(int days)
    {
        village.Now = village.Now.AddDays(days);
        return village.ActAsync(1, (_, _) => new Core.Groups.NotPermitted());
    }
}
