using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Folds;

/// <summary>Leaving, members without a phone, phones that are shared or changed.</summary>
internal static class MembershipFold
{
    public static GroupState? Apply(GroupState group, GroupEvent happened) =>
        happened switch
        {
            LeaverPaid e => Left(group, e),
            SavingsPaidOut => group,
            AdminHandedOver e => group.Change(e.From, m => m with { Role = Role.Member }).Change(e.To, m => m with { Role = Role.Admin }),
            MemberAdded e => group with
            {
                Members = [.. group.Members, e.Member],
                Counters = group.Counters with { Members = e.Member.Number.Value },
            },
            HelperNamed e => group.Change(e.Member, m => m with { More = m.More with { Helper = e.Helper } }),
            MemberLinked e => group
                .Change(e.Waiting, m => m with { Status = MemberStatus.Refused, Person = null })
                .Change(e.Member, m => OnPhone(m, e.Person, e.LastFourDigits, e.HoldUntil)),
            NumberChanged e => group.Change(e.Member, m => OnPhone(m, e.Person, e.LastFourDigits, e.HoldUntil)),
            PinChanged e => group.Change(e.Member, m => m with { More = m.More with { Pin = e.Pin } }),
            PinRefused => group,
            AutopayChanged e => group.Change(e.Member, m => m with { More = m.More with { Autopay = e.Consent } }),
            _ => null,
        };

    /// <summary>A PIN was for the other phone; who has a phone needs no helper.</summary>
    private static Member OnPhone(Member member, PersonId person, string lastFourDigits, DateOnly holdUntil) =>
        member with
        {
            Person = person,
            LastFourDigits = lastFourDigits,
            More = member.More with { Pin = null, Helper = null, HoldUntil = holdUntil },
        };

    private static GroupState Left(GroupState group, LeaverPaid e)
    {
        var lines = e.Loans.ToDictionary(l => l.Loan, l => l.After);
        group = FundFold.Paid(group, e.OtherFines);
        return (
            group with
            {
                // They end as they stand: what was paid of them was saved, and is in what she got.
                Dues = group.Dues.Select(d => d.Member == e.Member ? d with { Amount = d.Paid, FinePaid = d.Fine } : d).ToList(),
                Loans = group.Loans.Select(l => lines.TryGetValue(l.Number, out var after) ? l with { Instalments = after } : l).ToList(),
            }
        ).Change(
            e.Member,
            m =>
                m with
                {
                    Status = MemberStatus.Left,
                    Role = Role.Member,
                    Advance = Money.Zero,
                    More = new() { SettledUpTo = e.UpTo },
                }
        );
    }
}
