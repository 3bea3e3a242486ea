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
                "payment-claimed",
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

            _ => null,
        };
}
