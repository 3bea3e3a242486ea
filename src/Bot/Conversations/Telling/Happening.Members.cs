using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Who is in, and as what.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfMembers(GroupEvent happened) =>
        happened switch
        {
            JoinRequested e => Admins(
                Others(e.Member).Any(m => m.Person == e.Member.Person) ? "join-requested-shared"
                    : Others(e.Member).Any(m => string.Equals(m.Name, e.Member.Name, StringComparison.OrdinalIgnoreCase)) ? "join-requested-same-name"
                    : "join-requested",
                ("name", e.Member.Name),
                ("digits", e.Member.LastFourDigits),
                ("number", e.Member.Number.Value)
            ),
            MemberAdmitted e => To(
                e.Member,
                "admitted",
                ("contribution", group.Rules.Contribution),
                ("calendar", Fragments.Calendar(group.Rules.Calendar)),
                ("number", e.Member.Value)
            ),
            MemberRefused e => To(e.Member, "refused"),
            LeaverPaid e => Paid(e),
            SavingsPaidOut e => To(
                e.Member,
                "savings-paid-out",
                ("amount", e.Amount),
                ("how", SettlementLines.Method(e.Method)),
                ("savings", group.SavingsOf(e.Member)),
                ("head", group.PrintedHead),
                ("by", By)
            ),
            AdminHandedOver e => group.ActiveMembers.SelectMany(m =>
                To(m.Number, m.Number == e.To ? "admin-taken-over" : m.Number == e.From ? "admin-handed-over" : "new-admin", ("name", NameOf(e.To)))
            ),
            MemberAdded e => Officers(e.Member.Number, "member-added", ("name", e.Member.Name), ("number", e.Member.Number.Value), ("by", By)),
            HelperNamed e => To(e.Helper, "helper-named", ("name", NameOf(e.Member)), ("by", By)),
            MemberLinked e =>
            [
                .. To(e.Member, "member-linked", ("number", e.Member.Value), ("until", e.HoldUntil)),
                .. Officers(e.Member, "number-changed-officers", ("name", NameOf(e.Member)), ("digits", e.LastFourDigits), ("until", e.HoldUntil)),
            ],
            NumberChanged e => Moved(e),
            BallotClosed { Ballot.Act: NumberMoved asked, Outcome: not BallotOutcome.Passed } =>
            [
                new(
                    group.Member(asked.Member) with
                    {
                        Person = asked.Person,
                    },
                    Text.Of("notify.number-stays", ("group", group.Name), ("name", NameOf(asked.Member)))
                ),
            ],
            PinRefused e => Officers(e.Member, "pin-refused", ("name", NameOf(e.Member))),
            PinChanged or AutopayChanged => [],
            RoleChanged e => To(e.Member, e.Role == Role.Treasurer ? "role-treasurer" : "role-member"),
            _ => null,
        };

    private IEnumerable<Member> Others(Member member) =>
        group.Members.Where(m => m.Number != member.Number && (m.Status is MemberStatus.Active or MemberStatus.Pending));

    /// <summary>She is told with all figures; the officers that she is gone, and what left the purse.</summary>
    private IEnumerable<Told> Paid(LeaverPaid e)
    {
        (string, object?)[] figures =
        [
            ("name", NameOf(e.Member)),
            ("savings", e.Savings),
            ("owes", e.Savings - e.Payout),
            ("payout", e.Payout),
            ("how", SettlementLines.Method(e.Method)),
            ("head", group.PrintedHead),
            ("by", By),
        ];
        return [.. To(e.Member, "leaver-paid", figures), .. Officers(e.Member, "leaver-paid-officers", figures)];
    }

    /// <summary>The old phone hears of it too: it is the one that knows when something is wrong.</summary>
    private IEnumerable<Told> Moved(NumberChanged e)
    {
        (string, object?)[] figures = [("name", NameOf(e.Member)), ("digits", e.LastFourDigits), ("until", e.HoldUntil), ("by", By)];
        var before = group.Member(e.Member) with { Person = e.Before };
        return
        [
            .. To(e.Member, "number-changed", figures),
            .. To(e.Member, "number-changed-old", figures).Select(told => told with { Member = before }),
            .. Officers(e.Member, "number-changed-officers", figures),
        ];
    }
}
