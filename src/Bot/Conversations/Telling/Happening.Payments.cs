using DiGiBachat.Core;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Contributions, dues and payments.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfPayments(GroupEvent happened) =>
        happened switch
        {
            PaymentClaimed e => Officers(
                e.Member,
                decided.Events.OfType<PayerNamed>().Any(p => p.Payment == e.Payment) ? "payment-claimed-by" : "payment-claimed",
                ("payer", decided.Events.OfType<PayerNamed>().FirstOrDefault(p => p.Payment == e.Payment)?.Payer),
                ("name", NameOf(e.Member)),
                ("amount", e.Amount),
                ("reference", e.Reference),
                ("payment", e.Payment.Value)
            ),
            PaymentNoteKept e => Officers(
                e.Member,
                e.Claimed ? "payment-noted" : "payment-noted-unclaimed",
                ("name", NameOf(e.Member)),
                ("kind", MediaNotes.KindText(e.Note.Kind)),
                ("payment", e.Note.Payment.Value)
            ),
            PaymentRejected e => To(e.Member, "payment-rejected", ("amount", e.Amount), ("reason", e.Reason), ("by", By)),
            ContributionReceived { Savings.IsZero: true } e => To(
                e.Member,
                "fine-paid",
                ("amount", e.Fine),
                ("receipt", ReceiptOf("payment", e.Payment.Value)),
                ("head", group.PrintedHead),
                ("by", By)
            ),
            ContributionReceived e => To(
                e.Member,
                e.Method switch
                {
                    PaymentMethod.Cash => "cash-contribution",
                    PaymentMethod.Upi => "contribution",
                    PaymentMethod.Share => "share-contribution",
                },
                ("amount", e.Savings + e.Fine),
                ("receipt", ReceiptOf("payment", e.Payment.Value)),
                ("savings", group.SavingsOf(e.Member)),
                ("head", group.PrintedHead),
                ("by", By)
            )
                .Concat(FinePaid(e)),
            ContributionReversed e => Reversed(e.Member, e.Entry, e.Reason, e.Postings),
            FineCharged e => To(e.Member, "fine", ("fine", e.Fine), ("period", e.PeriodOn)),
            PaymentCorrected e when e.Amount != e.Before => To(
                e.Member,
                "payment-corrected",
                ("payment", e.Payment.Value),
                ("before", e.Before),
                ("amount", e.Amount),
                ("by", By)
            ),
            // Her own new request in its place needs no word.
            PaymentExpired e => To(e.Member, "payment-expired", ("payment", e.Payment.Value), ("code", PaymentCodes.Of(e.Payment))),
            PayerNamed e when decided.Events.OfType<PaymentPosted>().Any(p => p.Payment.Number == e.Payment) => To(
                e.Member,
                "payer-named",
                ("payment", e.Payment.Value),
                ("payer", e.Payer),
                ("by", By)
            ),
            ReferenceReused e => AllOfficers(
                e.Member,
                e.First is null ? "reference-reused-loan" : "reference-reused",
                ("name", NameOf(e.Member)),
                ("reference", e.Reference),
                ("payment", e.First?.Value),
                ("day", e.FirstOn)
            ),
            // The calendar words its own reminders.
            MembersReminded e when decided.Actor.Member is not null => RemindMembers
                .Owing(group, e.On)
                .Where(o => e.Members.Contains(o.Member.Number))
                .SelectMany(o => To(o.Member.Number, Reminder(o), ("amount", o.Total), ("on", o.Since), ("by", By))),
            PaymentCorrected or PayerNamed or MembersReminded => [],
            _ => OfObjections(happened),
        };

    private static string Reminder(Owed owed) =>
        owed.Instalments.IsZero ? "reminder-dues"
        : owed.Dues.IsZero ? "reminder-instalments"
        : "reminder-both";

    private IEnumerable<Told>? OfObjections(GroupEvent happened) =>
        happened switch
        {
            ObjectionRaised e => Objected(e.Objection),
            ObjectionResolved { Answer: { } answer } e => To(
                e.Objection.Member,
                "objection-answered",
                ("receipt", PaymentCodes.OfReceipt(e.Objection.Entry)),
                ("answer", answer),
                ("by", By)
            ),
            ObjectionResolved => [],
            _ => null,
        };

    /// <summary>All officers; and all members, without the figures, when the only officer who could see it made the entry herself.</summary>
    private IEnumerable<Told> Objected(Objection objection)
    {
        (string, object?)[] said =
        [
            ("objection", objection.Number.Value),
            ("name", NameOf(objection.Member)),
            ("receipt", PaymentCodes.OfReceipt(objection.Entry)),
            ("amount", objection.Amount),
            ("day", objection.On),
            ("words", objection.Words),
        ];
        var officers = group.ActiveMembers.Where(m => m.IsOfficer && m.Number != objection.Member).ToList();
        var told = officers.SelectMany(m => To(m.Number, "objection-raised", said));
        return officers.Any(m => m.Number != objection.By)
            ? told
            : told.Concat(
                group
                    .ActiveMembers.Where(m => !m.IsOfficer && m.Number != objection.Member)
                    .SelectMany(m => To(m.Number, "objection-seen", said[1], said[2]))
            );
    }
}
