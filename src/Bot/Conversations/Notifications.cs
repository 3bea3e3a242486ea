using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Bot.Conversations;

/// <summary>
/// Who hears of what: one line for each event. Nobody is told what she just did herself; a member without a phone is not written to.
/// </summary>
internal static class Notifications
{
    private sealed record Told(Member? Member, Text Text);

    public static IReadOnlyList<OutboxMessage> Of(Decided decided)
    {
        var group = decided.Applied.Group;
        var happening = new Happening(decided);
        var messages = new List<OutboxMessage>();
        foreach (var happened in decided.Events)
        foreach (var told in happening.Tell(happened))
            if (told.Member is { Person: { } person } reader && reader.Number != decided.Actor.Member)
                messages.Add(
                    new(
                        person,
                        group.Id,
                        TextJson.Write(told.Text),
                        null,
                        $"{group.Id.Value:N}:{happening.Key(happened)}:{told.Text.Key}:{reader.Number}"
                    )
                );
        return messages;
    }

    private sealed class Happening(Decided decided)
    {
        private readonly GroupState group = decided.Applied.Group;
        private readonly Dictionary<string, LedgerEntry> entries = decided.Applied.Entries.ToDictionary(e => e.Cause);

        /// <summary>The turn's instant and the event's place in the audit log make each telling its own.</summary>
        public string Key(GroupEvent happened) =>
            FormattableString.Invariant(
                $"{group.Counters.Events + 1 + decided.Events.ToList().IndexOf(happened)}:{decided.Actor.At.UtcTicks}"
            );

        public IEnumerable<Told> Tell(GroupEvent happened) =>
            happened switch
            {
                JoinRequested e => Admins(
                    "join-requested",
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
                RoleChanged e => To(e.Member, e.Role == Role.Treasurer ? "role-treasurer" : "role-member"),
                PaymentClaimed e => Officers(
                    e.Member,
                    "payment-claimed",
                    ("name", NameOf(e.Member)),
                    ("amount", e.Amount),
                    ("reference", e.Reference),
                    ("payment", e.Payment.Value)
                ),
                PaymentRejected e => To(
                    e.Member,
                    "payment-rejected",
                    ("amount", e.Amount),
                    ("reason", e.Reason),
                    ("by", By)
                ),
                ContributionReceived e => To(
                    e.Member,
                    e.Method == PaymentMethod.Cash ? "cash-contribution" : "contribution",
                    ("amount", e.Savings + e.Fine),
                    ("receipt", ReceiptOf("payment", e.Payment.Value)),
                    ("savings", group.SavingsOf(e.Member)),
                    ("head", group.PrintedHead),
                    ("by", By)
                ),
                RepaymentReceived e => To(
                    e.Borrower,
                    e.Method == PaymentMethod.Cash ? "cash-repayment" : "repayment",
                    ("amount", e.Charge + e.Interest + e.Principal),
                    ("loan", e.Loan.Value),
                    ("principal", e.Principal),
                    ("interest", e.Interest),
                    ("charge", e.Charge),
                    ("outstanding", group.Balances[Account.Loan(e.Loan)]),
                    ("receipt", ReceiptOf("payment", e.Payment.Value)),
                    ("head", group.PrintedHead),
                    ("by", By)
                ),
                LoanRequested e => Asked(e.Loan)
                    .SelectMany(officer =>
                        To(
                            officer.Number,
                            "loan-requested",
                            ("loan", e.Loan.Number.Value),
                            ("name", NameOf(e.Loan.Borrower)),
                            ("amount", e.Loan.Terms.Principal),
                            ("months", e.Loan.Terms.Months),
                            ("purpose", e.Loan.Purpose.Length == 0 ? "-" : e.Loan.Purpose),
                            ("savings", group.SavingsOf(e.Loan.Borrower))
                        )
                    ),
                LoanApproved e => To(
                    e.Borrower,
                    "loan-approved",
                    ("loan", e.Loan.Value),
                    ("amount", e.Terms.Principal),
                    ("by", By)
                ),
                LoanRejected e => To(
                    e.Borrower,
                    "loan-rejected",
                    ("loan", e.Loan.Value),
                    ("reason", e.Reason),
                    ("by", By)
                ),
                LoanCancelled e => To(e.Borrower, "loan-cancelled", ("loan", e.Loan.Value), ("by", By)),
                LoanDisbursed e => To(
                    e.Borrower,
                    "loan-disbursed",
                    ("loan", e.Loan.Value),
                    ("amount", e.Amount),
                    ("months", e.Instalments.Count),
                    ("instalment", e.Instalments[0].Total),
                    ("first-on", e.Instalments[0].DueOn),
                    ("receipt", ReceiptOf("disbursement", e.Loan.Value)),
                    ("head", group.PrintedHead),
                    ("by", By)
                ),
                LoanClosed e => To(e.Borrower, "loan-closed", ("loan", e.Loan.Value)),
                ContributionReversed e => Reversed(e.Member, e.Entry, e.Reason, e.Postings),
                RepaymentReversed e => Reversed(e.Borrower, e.Entry, e.Reason, e.Postings),
                FineCharged e => To(e.Member, "fine", ("fine", e.Fine), ("period", e.PeriodOn)),
                _ => [],
            };

        /// <summary>Those who decide on it by their office: the treasurers while they may, else the admins.</summary>
        private IEnumerable<Member> Asked(Loan loan)
        {
            var deciders = LoanDeciders.Of(group, loan);
            return deciders.Where(d => d.Role == deciders[0].Role);
        }

        private string By => decided.Actor.Member is { } member ? NameOf(member) : group.Name;

        private IEnumerable<Told> Reversed(MemberNumber member, long entry, string reason, IReadOnlyList<Posting> postings) =>
            To(
                member,
                "reversed",
                ("amount", postings.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
                ("receipt", PaymentCodes.OfReceipt(entry)),
                ("reason", reason),
                ("by", By)
            );

        private IEnumerable<Told> To(MemberNumber member, string text, params (string Name, object? Value)[] arguments) =>
            [new(group.FindMember(member), Text.Of("notify." + text, [("group", group.Name), .. arguments]))];

        private IEnumerable<Told> Admins(string text, params (string Name, object? Value)[] arguments) =>
            group
                .ActiveMembers.Where(m => m.Role == Role.Admin)
                .SelectMany(admin => To(admin.Number, text, arguments));

        /// <summary>Treasurers; the admins where there is none. Never the member it is about.</summary>
        private IEnumerable<Told> Officers(MemberNumber about, string text, params (string Name, object? Value)[] arguments)
        {
            var officers = group.ActiveMembers.Where(m => m.IsOfficer && m.Number != about).ToList();
            var treasurers = officers.Where(m => m.Role == Role.Treasurer).ToList();
            return (treasurers.Count > 0 ? treasurers : officers).SelectMany(m => To(m.Number, text, arguments));
        }

        private string NameOf(MemberNumber member) => group.Member(member).Name;

        private string ReceiptOf(string cause, long number) =>
            PaymentCodes.OfReceipt(entries[FormattableString.Invariant($"{cause}:{number}")].Number);
    }
}
