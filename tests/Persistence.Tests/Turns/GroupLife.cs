using System.Globalization;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A random but repeatable life of a group: what its people could type, right and wrong, as days pass.</summary>
internal sealed partial class GroupLife(BachatDatabase database, Village village, Random random)
{
    private const int Officers = 2;
    private const int MostMembers = 7;
    private int references;
    private bool begun;

    /// <summary>One act, by its name.</summary>
    public async Task<string> ActAsync()
    {
        // Mostly hours, in which what is asked can be answered; now and then days or weeks.
        village.Now = village.Now.AddHours(random.Next(6) == 0 ? random.Next(24, 240) : random.Next(1, 36));
        Func<Task>[] acts =
        [
            JoinAsync,
            JudgeAsync,
            () => village.ActAsync(Admin.Value, (g, a) => RenewInvite.Decide(g, a, village.Code())),
            () => village.ActAsync(Admin.Value, (g, a) => ChangeRole.Decide(g, a, new(3), random.Next(2) == 0 ? Role.Treasurer : Role.Member)),
            CashAsync,
            CashAsync,
            CashAsync,
            RequestAsync,
            ClaimAsync,
            ClaimAsync,
            NoteAsync,
            ConfirmAsync,
            ConfirmAsync,
            RejectPaymentAsync,
            ApplyAsync,
            ApplyAsync,
            ApplyAsync,
            ApplyAsync,
            () => OnLoan((g, a, l) => DecideLoan.Approve(g, a, l)),
            () => OnLoan((g, a, l) => DecideLoan.Approve(g, a, l)),
            () => OnLoan((g, a, l) => random.Next(3) > 0 ? new NotPermitted() : DecideLoan.Reject(g, a, l, "not this month")),
            CancelAsync,
            WithdrawAsync,
            DisburseAsync,
            DisburseAsync,
            RepayAsync,
            RepayAsync,
            RepayAsync,
            RepayAsync,
            ReverseAsync,
            ReverseAsync,
            ReverseAsync,
            MeetAsync,
            MeetAsync,
            AttendAsync,
            UndoMeetingAsync,
            CountAsync,
            CountAsync,
            AnswerAsync,
            AnswerAsync,
            OpenAsync,
            // Rarer with every kind of act, and wanted in every life.
            RejectPaymentAsync,
            CancelAsync,
            CancelAsync,
            ApplyAsync,
            () => OnLoan((g, a, l) => DecideLoan.Reject(g, a, l, "not this month")),
            () => OnLoan((g, a, l) => DecideLoan.Approve(g, a, l)),
            .. FundActs,
            .. Lending,
            .. OfMembers,
            RepayAsync,
            RepayAsync,
            .. PaymentActs,
            RulesAsync,
            RulesAsync,
            GroupItselfAsync,
            GroupItselfAsync,
        ];
        // A book is at zero before the first money only.
        var act = begun ? acts[random.Next(acts.Length)] : CloseAndOpenAsync;
        begun = true;
        await act();
        return act.Method.Name;
    }

    private int AnyMember => random.Next(1, Math.Min(village.People.Count, MostMembers) + 1);
    private int AnyOfficer => random.Next(1, Officers + 1);

    private async Task JoinAsync()
    {
        var isNew = village.People.Count < MostMembers;
        var person = isNew ? await village.ArriveAsync() : village.People[AnyMember - 1];
        var number = village.People.IndexOf(person) + 1;
        var actor = new Actor(person, null, village.Now);
        await village.ActAsync(actor, g => JoinGroup.Decide(g, actor, Village.Name(number), Village.Digits(number)));
    }

    private async Task JudgeAsync()
    {
        var waiting = village.Folded.Members.FirstOrDefault(m => m.Status == MemberStatus.Pending)?.Number ?? new(AnyMember);
        var admits = random.Next(3) > 0;
        await village.ActAsync(Admin.Value, (g, a) => admits ? AdmitMember.Decide(g, a, waiting) : AdmitMember.Refuse(g, a, waiting));
    }

    private Task<Refusal?> CashAsync() => village.CashAsync(AnyOfficer, AnyMember, new(random.Next(10_000, 150_000)));

    private Task<Refusal?> RequestAsync()
    {
        var who = AnyMember;
        var loan = village.Folded.Loans.FirstOrDefault(l => l.Status == LoanStatus.Active && l.Borrower.Value == who)?.Number;
        return village.ActAsync(
            who,
            (g, a) => RequestPayment.Decide(g, a, new(random.Next(100, 30_000)), random.Next(2) == 0 ? loan : null)
        );
    }

    private Task<Refusal?> ClaimAsync()
    {
        var payer = village.Folded.Payments.FirstOrDefault(p => p.Status == PaymentStatus.Requested)?.Payer.Value ?? AnyMember;
        var reference = (412_000_000_000 + (random.Next(8) == 0 ? references : ++references)).ToString(CultureInfo.InvariantCulture);
        return village.ActAsync(
            payer,
            (g, a) => ClaimPayment.Decide(g, a, (null, null), reference),
            Scope.All with
            {
                Reference = reference,
            }
        );
    }

    private Task<Refusal?> NoteAsync() =>
        village.ActAsync(
            village.Folded.Payments.FirstOrDefault(p => p.IsOpen)?.Payer.Value ?? AnyMember,
            (g, a) => KeepPaymentNote.Decide(g, a, NoteKind.Voice, "https://media.example/ME1")
        );

    private Task<Refusal?> ConfirmAsync() => village.ActAsync(AnyOfficer, (g, a) => ConfirmPayment.Decide(g, a, AnyPayment(g)));

    private Task<Refusal?> RejectPaymentAsync() =>
        village.ActAsync(AnyOfficer, (g, a) => ConfirmPayment.Reject(g, a, AnyPayment(g), "not in the bank"));

    private PaymentNumber AnyPayment(GroupState group) =>
        group.Payments.Count > 0 ? group.Payments[random.Next(group.Payments.Count)].Number : new(1);

    private Task<Refusal?> ApplyAsync() =>
        village.ActAsync(
            AnyMember,
            (g, a) =>
                ApplyForLoan.Decide(
                    g,
                    a,
                    Money.Rupees(random.Next(100, 2_000)),
                    random.Next(1, 7),
                    "बीज और खाद",
                    [.. g.ActiveMembers.Where(m => m.Number != a.Member).Take(g.Rules.Guarantors).Select(m => m.Number)]
                )
        );

    private Task<Refusal?> OnLoan(Func<GroupState, Actor, LoanNumber, Result<IReadOnlyList<GroupEvent>>> decide) =>
        village.ActAsync(AnyOfficer, (g, a) => decide(g, a, AnyLoan(g)));

    private LoanNumber AnyLoan(GroupState group) => group.Loans.Count > 0 ? group.Loans[random.Next(group.Loans.Count)].Number : new(1);

    private Task WithdrawAsync()
    {
        var loan = village.Folded.Loans.FirstOrDefault(l => l.Status == LoanStatus.Requested);
        return loan is null || random.Next(3) > 0
            ? Task.CompletedTask
            : village.ActAsync(loan.Borrower.Value, (g, a) => EndLoan.Withdraw(g, a, loan.Number));
    }

    private Task CancelAsync()
    {
        var approved = village.Folded.Loans.FirstOrDefault(l => l.Status == LoanStatus.Approved);
        return approved is null || random.Next(2) > 0
            ? Task.CompletedTask
            : village.ActAsync(Admin.Value, (g, a) => EndLoan.Cancel(g, a, approved.Number, "not needed"));
    }

    private Task<Refusal?> DisburseAsync()
    {
        var approved = village.Folded.Loans.FirstOrDefault(l => l.Status == LoanStatus.Approved)?.Number ?? new(1);
        var cash = random.Next(3) > 0;
        var reference = cash ? null : (512_000_000_000 + ++references).ToString(CultureInfo.InvariantCulture);
        return village.ActAsync(
            AnyOfficer,
            (g, a) => DisburseLoan.Decide(g, a, approved, cash ? PaymentMethod.Cash : PaymentMethod.Upi, reference),
            Scope.All with
            {
                Reference = reference,
            }
        );
    }

    /// <summary>Some of it, or all of it.</summary>
    private Task RepayAsync()
    {
        var active = village.Folded.Loans.FirstOrDefault(l => l.Status == LoanStatus.Active);
        if (active is null)
            return Task.CompletedTask;
        var share = random.Next(4);
        return village.ActAsync(
            AnyOfficer,
            (g, a) =>
            {
                if (g.FindLoan(active.Number) is not { Status: LoanStatus.Active } loan)
                    return new NotPermitted();
                var payOff = PayOff.Of(loan.BookIn(g), a.Today).Total;
                var amount = share == 0 ? payOff : Money.Max(RequestPayment.Smallest, new(payOff.Paise / (share + 1)));
                return ReceiveCash.Decide(g, a, loan.Borrower, amount, loan.Number);
            }
        );
    }

    private async Task ReverseAsync()
    {
        var number = Math.Max(1, village.Folded.Counters.Entries - random.Next(3));
        if (await database.Queries.EntryAsync(village.Id, number, default) is not { } booked)
            return;
        // The calendar's part first and by itself: what an advance settles the moment a period opens is not in memory afterwards.
        await village.ActAsync(Admin.Value, (_, _) => new NotPermitted());
        LoanNumber[] loan = booked.Cause is RepaymentReceived e ? [e.Loan] : [];
        var scope = Scope.All with { SettledDues = true, Loans = loan };
        await village.ActAsync(Admin.Value, (g, a) => ReverseEntry.Decide(g, a, (booked.Entry, booked.Cause), "typed twice"), scope);
    }
}
