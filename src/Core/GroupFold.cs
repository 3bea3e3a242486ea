using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core;

/// <summary>
/// What each event does to a group in memory: the same that its rows do in the database (a test holds the two against each
/// other). Money on accounts is not here: it follows from <see cref="Ledger.Postings"/>.
/// </summary>
internal static class GroupFold
{
    public static GroupState Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            GroupCreated => throw new InvalidOperationException("A group is created once, by GroupFold.Create."),
            InviteRenewed e => group with { Invite = e.Invite },
            JoinRequested e => Joined(group, e.Member),
            MemberAdmitted e => Change(
                group,
                e.Member,
                m => m with { Status = MemberStatus.Active, JoinedOn = e.On }
            ),
            MemberRefused e => Change(group, e.Member, m => m with { Status = MemberStatus.Refused }),
            RoleChanged e => Change(group, e.Member, m => m with { Role = e.Role }),
            PeriodOpened e => Opened(group, e),
            FineCharged e => Change(
                group,
                d => d.Member == e.Member && d.PeriodOn == e.PeriodOn,
                d => d with { Fine = e.Fine }
            ),
            PaymentRequested e => group with
            {
                Payments = [.. group.Payments, e.Payment],
                Counters = group.Counters with { Payments = e.Payment.Number.Value },
            },
            PaymentClaimed e => Change(
                group,
                e.Payment,
                p => p with { Status = PaymentStatus.Claimed, Reference = e.Reference }
            ),
            PaymentRejected e => Ended(group, e.Payment),
            PaymentExpired e => Ended(group, e.Payment),
            PaymentPosted e => Ended(group, e.Payment.Number) with
            {
                Counters = group.Counters with
                {
                    Payments = Math.Max(group.Counters.Payments, e.Payment.Number.Value),
                },
            },
            ContributionReceived e => Contributed(group, e),
            RepaymentReceived e => Change(group, e.Loan, l => l with { Instalments = e.After }),
            LoanRequested e => group with
            {
                Loans = [.. group.Loans, e.Loan],
                Counters = group.Counters with { Loans = e.Loan.Number.Value },
            },
            LoanApproved e => Change(
                group,
                e.Loan,
                l => l with { Status = LoanStatus.Approved, Terms = e.Terms, DecidedBy = e.By }
            ),
            LoanRejected e => Ended(group, e.Loan),
            LoanWithdrawn e => Ended(group, e.Loan),
            LoanCancelled e => Ended(group, e.Loan),
            LoanClosed e => Ended(group, e.Loan),
            LoanDisbursed e => Change(
                group,
                e.Loan,
                l => l with { Status = LoanStatus.Active, DisbursedOn = e.On, Instalments = e.Instalments }
            ),
            LoanAccrued e => Change(group, e.Loan, l => l with { Instalments = e.Instalments }),
            ContributionReversed e => Uncontributed(group, e),
            RepaymentReversed e => Change(
                group,
                e.Loan,
                l => l with { Status = LoanStatus.Active, Instalments = e.Instalments }
            ),
            _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
        };

    /// <summary>The group that <paramref name="e"/> creates.</summary>
    public static GroupState Create(GroupCreated e) =>
        new()
        {
            Id = e.Id,
            Name = e.Name,
            Rules = e.Rules,
            UpiAddress = e.UpiAddress,
            Invite = e.Invite,
            NextPeriodOn = e.FirstPeriodOn,
            Members = [e.Founder],
            Counters = new(e.Founder.Number.Value, 0, 0, 0, 0),
        };

    private static GroupState Joined(GroupState group, Member member) =>
        group with
        {
            Members = [.. group.Members.Where(m => m.Number != member.Number), member],
            Counters = group.Counters with { Members = Math.Max(group.Counters.Members, member.Number.Value) },
        };

    private static GroupState Opened(GroupState group, PeriodOpened e)
    {
        var settled = group.ActiveMembers.ToDictionary(m => m.Number, m => Money.Min(m.Advance, e.Amount));
        return group with
        {
            NextPeriodOn = group.Rules.Calendar.DueOnAfter(e.PeriodOn),
            Dues =
            [
                .. group.Dues,
                // One that an advance settles at once stays here: a reversal of this turn may owe it again.
                .. settled.Select(s => new Due(s.Key, e.PeriodOn, e.Amount, s.Value, Money.Zero, Money.Zero)),
            ],
            Members = group
                .Members.Select(m =>
                    settled.TryGetValue(m.Number, out var used) ? m with { Advance = m.Advance - used } : m
                )
                .ToList(),
        };
    }

    private static GroupState Contributed(GroupState group, ContributionReceived e)
    {
        foreach (var part in e.Settled)
            group = Change(
                group,
                d => d.Member == e.Member && d.PeriodOn == part.PeriodOn,
                d => d with { Paid = d.Paid + part.Paid, FinePaid = d.FinePaid + part.FinePaid }
            );
        group = group with { Dues = group.Dues.Where(d => !d.IsSettled).ToList() };
        return Change(group, e.Member, m => m with { Advance = m.Advance + e.Advance });
    }

    private static GroupState Uncontributed(GroupState group, ContributionReversed e)
    {
        foreach (var part in e.Unsettled)
            group = Change(
                group,
                d => d.Member == e.Member && d.PeriodOn == part.PeriodOn,
                d => d with { Paid = d.Paid - part.Paid, FinePaid = d.FinePaid - part.FinePaid }
            );
        // The reversal was decided with the settled dues at hand; what stayed settled leaves again.
        group = group with { Dues = group.Dues.Where(d => !d.IsSettled).ToList() };
        return Change(group, e.Member, m => m with { Advance = m.Advance - e.AdvanceTaken });
    }

    private static GroupState Ended(GroupState group, PaymentNumber payment) =>
        group with { Payments = group.Payments.Where(p => p.Number != payment).ToList() };

    private static GroupState Ended(GroupState group, LoanNumber loan) =>
        group with { Loans = group.Loans.Where(l => l.Number != loan).ToList() };

    private static GroupState Change(GroupState group, MemberNumber number, Func<Member, Member> change) =>
        group with { Members = group.Members.Select(m => m.Number == number ? change(m) : m).ToList() };

    private static GroupState Change(GroupState group, Func<Due, bool> which, Func<Due, Due> change) =>
        group with { Dues = group.Dues.Select(d => which(d) ? change(d) : d).ToList() };

    private static GroupState Change(GroupState group, PaymentNumber number, Func<Payment, Payment> change) =>
        group with { Payments = group.Payments.Select(p => p.Number == number ? change(p) : p).ToList() };

    private static GroupState Change(GroupState group, LoanNumber number, Func<Loan, Loan> change) =>
        group with { Loans = group.Loans.Select(l => l.Number == number ? change(l) : l).ToList() };
}
