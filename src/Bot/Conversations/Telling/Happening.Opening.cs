using DiGiBachat.Core;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Figures brought forward: everybody is told her own, so that she can object.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfOpening(GroupEvent happened) =>
        happened switch
        {
            OpeningBooked e => group.ActiveMembers.SelectMany(m =>
                To(
                    m.Number,
                    "opening-booked",
                    ("savings", e.Draft.Of(m.Number).Savings),
                    ("loans", e.Loans.Where(l => l.Borrower == m.Number).Aggregate(Money.Zero, (sum, l) => sum + l.Outstanding)),
                    ("fines", e.Draft.Of(m.Number).Fines),
                    ("receipt", PaymentCodes.OfReceipt(entries["opening"].Number)),
                    ("head", group.PrintedHead)
                )
                    .Select(told => told with { ByHerselfToo = true })
            ),
            OpeningDrafted or LoanOpened => [],
            _ => null,
        };
}
