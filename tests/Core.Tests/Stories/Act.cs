using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Stories;

/// <summary>Who acts: the person, and the member number that was found for her; none for a stranger.</summary>
internal sealed record Who(PersonId? Person, MemberNumber? Number)
{
    public static implicit operator Who(MemberNumber number) => new(PersonOf(number), number);

    public override string ToString() => Number is { } number ? $"{number}" : "stranger";
}

/// <summary>One use case, asked for by somebody. Rupees are whole unless they are given as <see cref="Money"/>.</summary>
internal sealed partial record Act(Who By, Func<Register, Actor, Result<IReadOnlyList<GroupEvent>>> Decide)
{
    /// <summary>What of the register is read besides the group.</summary>
    public Func<Register, Register> Reads { get; init; } = register => register;

    public Act As(Who who) => this with { By = who };

    public static Act Joins(Who who, string name = "Kavita", string? code = null) =>
        new(who, (r, actor) => JoinGroup.Decide(r.Group, actor, code ?? r.Group.Invite.Code, new Newcomer(name, "4321")));

    public static Act Admits(MemberNumber whom) => new(Asha, (r, actor) => AdmitMember.Decide(r.Group, actor, whom));

    public static Act Refuses(MemberNumber whom) => new(Asha, (r, actor) => AdmitMember.Refuse(r.Group, actor, whom));

    public static Act Makes(MemberNumber whom, Role role) => new(Asha, (r, actor) => ChangeRole.Decide(r.Group, actor, whom, role));

    public static Act RenewsInvite(string code) => new(Asha, (r, actor) => RenewInvite.Decide(r.Group, actor, code));

    public static Act Pays(MemberNumber member, Money amount, int? loan = null) =>
        new(member, (r, actor) => RequestPayment.Decide(r.Group, actor, amount, Loan(loan)));

    public static Act Claims(MemberNumber member, string reference, int? payment = null) =>
        new(
            member,
            (r, actor) => ClaimPayment.Decide(r.With(reference), actor, payment is { } n ? new PaymentNumber(n) : null, reference)
        );

    public static Act Confirms(int payment) =>
        new(Meera, (r, actor) => ConfirmPayment.Decide(r.Group, actor, new(payment)));

    public static Act Rejects(int payment, string reason = "not received") =>
        new(Meera, (r, actor) => ConfirmPayment.Reject(r.Group, actor, new(payment), reason));

    public static Act Cash(MemberNumber from, Money amount, int? loan = null) =>
        new(Meera, (r, actor) => ReceiveCash.Decide(r.Group, actor, from, amount, Loan(loan)));

    public static Act Applies(MemberNumber member, Money amount, int months = 4, string purpose = "seeds") =>
        new(member, (r, actor) => ApplyForLoan.Decide(r.Group, actor, amount, months, purpose));

    public static Act Approves(int loan) => new(Meera, (r, actor) => DecideLoan.Approve(r.With(new LoanNumber(loan)), actor, new(loan)));

    public static Act RejectsLoan(int loan, string reason = "too much") =>
        new(Meera, (r, actor) => DecideLoan.Reject(r.With(new LoanNumber(loan)), actor, new(loan), reason));

    public static Act Disburses(int loan, string? reference = null) =>
        new(
            Meera,
            (r, actor) =>
                DisburseLoan.Decide(
                    r.With(reference) with { Loans = r.With(new LoanNumber(loan)).Loans },
                    actor,
                    new(loan),
                    reference is null ? PaymentMethod.Cash : PaymentMethod.Upi,
                    reference
                )
        );

    public static Act Withdraws(MemberNumber member, int loan) =>
        new(member, (r, actor) => EndLoan.Withdraw(r.With(new LoanNumber(loan)), actor, new(loan)));

    public static Act Cancels(int loan) => new(Meera, (r, actor) => EndLoan.Cancel(r.With(new LoanNumber(loan)), actor, new(loan)));

    public static Act Reverses(long entry, string reason = "wrong member") =>
        new(
            Meera,
            (r, actor) =>
            {
                var (group, booked) = r.ForReversal(entry);
                return ReverseEntry.Decide(group, actor, booked, reason);
            }
        )
        {
            Reads = register => register.ReadForReversal(entry),
        };

    private static LoanNumber? Loan(int? number) => number is { } n ? new LoanNumber(n) : null;
}
