using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Folds;

/// <summary>Dues, and payments on their way from request to booking.</summary>
internal static class PaymentFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            PeriodOpened e => Opened(group, e),
            FineCharged e => Change(group, d => d.Member == e.Member && d.PeriodOn == e.PeriodOn, d => d with { Fine = e.Fine }),
            PaymentRequested e => group with
            {
                Payments = [.. group.Payments, e.Payment],
                Counters = group.Counters with { Payments = e.Payment.Number.Value },
            },
            PaymentClaimed e => Change(
                group,
                e.Payment,
                p => p with { Status = PaymentStatus.Claimed, Reference = e.Reference, ClaimedOn = e.On }
            ),
            PaymentNoteKept e => group.Change(m => m with { Notes = [.. m.Notes, e.Note] }),
            PaymentCorrected e => Change(
                group,
                e.Payment,
                p => p with { Amount = e.Amount, Reference = e.Reference, ClaimedOn = e.On }
            ),
            PayerNamed e => group.Change(m =>
                m with
                {
                    OtherPayers = [.. m.OtherPayers.Where(p => p.Payment != e.Payment), new(e.Payment, e.Payer)],
                }
            ),
            ReferenceReused => group,
            MembersReminded e => group.Change(m =>
                m with
                {
                    Reminded = m.Reminded?.On == e.On ? m.Reminded with { Members = [.. m.Reminded.Members, .. e.Members] } : new(e.On, e.Members),
                }
            ),
            PaymentRejected e => Ended(group, e.Payment),
            PaymentExpired e => Ended(group, e.Payment),
            PaymentPosted e => Ended(group, e.Payment.Number) with
            {
                Counters = group.Counters with { Payments = Math.Max(group.Counters.Payments, e.Payment.Number.Value) },
            },
            ContributionReceived e => Contributed(group, e),
            ContributionReversed e => Uncontributed(group, e),
            _ => null,
        };

    private static GroupState Opened(GroupState group, PeriodOpened e)
    {
        var settled = group.ActiveMembers.ToDictionary(m => m.Number, m => Money.Min(m.Advance, e.Amount));
        return group with
        {
            NextPeriodOn = group.Rules.Calendar.FirstDueOnAfter(e.PeriodOn),
            Matters = group.Matters with { LastPeriodOn = e.PeriodOn },
            Dues =
            [
                .. group.Dues,
                // One that an advance settles at once stays here: a reversal of this turn may owe it again.
                .. settled.Select(s => new Due(s.Key, e.PeriodOn, e.Amount, s.Value, Money.Zero, Money.Zero)),
            ],
            Members = group
                .Members.Select(m => settled.TryGetValue(m.Number, out var used) ? m with { Advance = m.Advance - used } : m)
                .ToList(),
        };
    }

    private static GroupState Contributed(GroupState group, ContributionReceived e)
    {
        foreach (var part in e.Settled)
            group = Change(
                group,
                d => d.Member == e.Member && d.PeriodOn == part.PeriodOn,
                d => d with { Paid = d.Paid + part.Paid, FinePaid = d.FinePaid + part.FinePaid, Fine = d.Fine - (part.Waived ?? Money.Zero) }
            );
        group = group with { Dues = group.Dues.Where(d => !d.IsSettled).ToList() };
        return FundFold.Paid(group, e.Fines).Change(e.Member, m => m with { Advance = m.Advance + e.Advance });
    }

    private static GroupState Uncontributed(GroupState group, ContributionReversed e)
    {
        foreach (var part in e.Unsettled)
            group = Change(
                group,
                d => d.Member == e.Member && d.PeriodOn == part.PeriodOn,
                d => d with { Paid = d.Paid - part.Paid, FinePaid = d.FinePaid - part.FinePaid, Fine = d.Fine + (part.Waived ?? Money.Zero) }
            );
        // The reversal was decided with the settled dues at hand; what stayed settled leaves again.
        group = group with
        {
            Dues = group.Dues.Where(d => e.OneOfMany || !d.IsSettled).ToList(),
        };
        return FundFold.OwedAgain(group, e.Member, e.Fines).Change(e.Member, m => m with { Advance = m.Advance - e.AdvanceTaken });
    }

    private static GroupState Ended(GroupState group, PaymentNumber payment) =>
        group with
        {
            Payments = group.Payments.Where(p => p.Number != payment).ToList(),
            Matters = group.Matters.OtherPayers.Any(p => p.Payment == payment) || group.Matters.Notes.Any(n => n.Payment == payment)
                ? group.Matters with
                {
                    OtherPayers = group.Matters.OtherPayers.Where(p => p.Payment != payment).ToList(),
                    Notes = group.Matters.Notes.Where(n => n.Payment != payment).ToList(),
                }
                : group.Matters,
        };

    private static GroupState Change(GroupState group, Func<Due, bool> which, Func<Due, Due> change) =>
        group with
        {
            Dues = group.Dues.Select(d => which(d) ? change(d) : d).ToList(),
        };

    private static GroupState Change(GroupState group, PaymentNumber number, Func<Payment, Payment> change) =>
        group with
        {
            Payments = group.Payments.Select(p => p.Number == number ? change(p) : p).ToList(),
        };
}
