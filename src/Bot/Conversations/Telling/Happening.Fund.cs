using DiGiBachat.Bot.Actions;
using DiGiBachat.Core;
using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Fines, the group's own money, and the share-out.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfFund(GroupEvent happened) =>
        happened switch
        {
            FineImposed e => To(e.Member, "fine-imposed", ("amount", e.Amount), ("reason", e.Reason), ("by", By)),
            FineWaived e => To(e.Member, "fine-waived", ("amount", e.Amount), ("reason", e.Reason), ("by", By)),
            ExpensePaid e => AllOfficers("expense", ("amount", e.Amount), ("what", e.For), Purse(e.From), Receipt("expense", e.Number), ("by", By)),
            BankInterestReceived e => AllOfficers("bank-interest", ("amount", e.Amount), Receipt("bank-interest", e.Number), ("by", By)),
            GrantReceived e => All("grant", ("amount", e.Amount), ("giver", e.From), Purse(e.Into), Receipt("grant", e.Number), ("by", By)),
            MoneyMoved e => AllOfficers(
                e.From == Core.Fund.Purse.Cash ? "put-in-bank" : "taken-from-bank",
                ("amount", e.Amount),
                Receipt("move", e.Number),
                ("by", By)
            ),
            InvestmentPlaced { Investment: var i } => All(
                "invested",
                ("amount", i.Amount),
                ("what", i.Where),
                ("until", i.MaturesOn),
                Receipt("investment", i.Number),
                ("by", By)
            ),
            InvestmentMatured e => All(
                "matured",
                ("what", e.Investment.Where),
                ("principal", e.Investment.Amount),
                ("interest", e.Interest),
                Receipt("maturity", e.Number),
                ("by", By)
            ),
            OtherMoneyReversed e => OtherReversed(e),
            SurplusShared e => e.Shares.SelectMany(s => Shared(e, s)),
            SharePaid e => To(
                e.Member,
                e.From == Core.Fund.Purse.Cash ? "share-paid-cash" : "share-paid-bank",
                ("amount", e.Amount),
                Receipt("share", e.Number),
                ("head", group.PrintedHead),
                ("by", By)
            ),
            _ => null,
        };

    private static (string, object?) Purse(Purse purse) => ("purse", FundActions.Words(purse));

    private (string, object?) Receipt(string cause, int number) => ("receipt", ReceiptOf(cause, number));

    private IEnumerable<Told> AllOfficers(string text, params (string Name, object? Value)[] arguments) =>
        group.ActiveMembers.Where(m => m.IsOfficer).SelectMany(m => To(m.Number, text, arguments));

    /// <summary>The member whose share it was; everybody when all had been told of it; else the officers.</summary>
    private IEnumerable<Told> OtherReversed(OtherMoneyReversed e)
    {
        if (e.Postings.FirstOrDefault(p => p.Account.Kind == AccountKind.ShareOutPayable) is { Account.Number: > 0 } share)
            return Reversed(new(share.Account.Number), e.Entry, e.Reason, e.Postings);
        (string, object?)[] arguments =
        [
            ("amount", e.Postings.Where(p => p.Amount.IsPositive).Aggregate(Money.Zero, (sum, p) => sum + p.Amount)),
            ("what", Fragments.Narration(e.Narration, null)),
            ("receipt", PaymentCodes.OfReceipt(e.Entry)),
            ("reason", e.Reason),
            ("by", By),
        ];
        return e.Narration is Narration.Grant or Narration.InvestmentPlaced or Narration.InvestmentMatured
            ? All("other-money-reversed", arguments)
            : AllOfficers("other-money-reversed", arguments);
    }

    private IEnumerable<Told> Shared(SurplusShared e, Share share)
    {
        var surplus = e.Shares.Aggregate(e.Remainder, (sum, s) => sum + s.Amount);
        var plan = new ShareOut(e.Policy, e.Days, surplus, Money.Zero, e.Shares);
        return To(
            share.Member,
            "surplus-shared",
            ("amount", share.Amount),
            ("why", ShareOutActions.Why(plan, share)),
            ("remainder", e.Remainder),
            ("waiting", group.ShareOwedTo(share.Member)),
            ("head", group.PrintedHead)
        )
            .Select(told => told with { ByHerselfToo = true });
    }

    /// <summary>Part of a contribution that went to fines is no saving, and that is said.</summary>
    private IEnumerable<Told> FinePaid(ContributionReceived e) =>
        e.Fine.IsPositive ? To(e.Member, "fine-part", ("amount", e.Fine), ("receipt", ReceiptOf("payment", e.Payment.Value))) : [];
}
