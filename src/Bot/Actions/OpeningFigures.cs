using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Opening;

namespace DiGiBachat.Bot.Actions;

/// <summary>The draft of figures brought forward: what lines add to it, and how it reads.</summary>
internal static class OpeningFigures
{
    /// <summary>
    /// The group's draft with these lines put over it: a figure that is said again replaces the one before. What is not said of a loan is
    /// as the rules have it.
    /// </summary>
    public static (OpeningMoney Money, IReadOnlyList<OpeningMember> Members) With(GroupState group, IReadOnlyList<OpeningItem> items)
    {
        var money = group.Matters.Opening?.Money ?? OpeningMoney.None;
        var members = (group.Matters.Opening?.Members ?? []).ToDictionary(m => m.Member);
        foreach (var item in items)
            if (item is OpeningItem.Purse purse)
                money = With(money, purse.Of, new(purse.Paise));
            else if (item is OpeningItem.Member of)
                members[new(of.Number)] = With(
                    members.GetValueOrDefault(new(of.Number)) ?? new(new(of.Number), Money.Zero, Money.Zero, []),
                    of,
                    group.Rules
                );
        return (money, [.. members.Values.OrderBy(m => m.Member)]);
    }

    public static IEnumerable<Text> Lines(GroupState group, OpeningDraft draft)
    {
        foreach (var member in draft.Members)
        {
            yield return Text.Of(
                member.Fines.IsZero ? "opening-lines.member" : "opening-lines.member-fines",
                ("number", member.Member.Value),
                ("name", group.FindMember(member.Member)?.Name),
                ("savings", member.Savings),
                ("fines", member.Fines)
            );
            foreach (var loan in member.Loans)
                yield return Text.Of(
                    "opening-lines.loan",
                    ("amount", loan.Outstanding),
                    ("rate", loan.Rate),
                    ("months", loan.Months),
                    ("method", new Text("opening-methods." + loan.Method.ToString().ToLowerInvariant()))
                );
        }
        yield return Text.Of(
            "opening-lines.has",
            ("has", draft.Has),
            ("cash", draft.Money.Cash),
            ("bank", draft.Money.Bank),
            ("investments", draft.Money.Investments),
            ("loans", draft.Loans)
        );
        yield return Text.Of(
            "opening-lines.owes",
            ("owes", draft.Owes),
            ("savings", draft.Savings),
            ("grants", draft.Money.Grants),
            ("surplus", draft.Money.Surplus)
        );
        yield return draft.Difference.IsZero ? new Text("opening-lines.balanced")
        : draft.Difference.IsPositive ? Text.Of("opening-lines.has-more", ("difference", draft.Difference))
        : Text.Of("opening-lines.owes-more", ("difference", -draft.Difference));
    }

    public static Text Act(OpeningDraft draft) =>
        Text.Of(
            "acts.book-opening",
            ("cash", draft.Money.Cash),
            ("bank", draft.Money.Bank),
            ("investments", draft.Money.Investments),
            ("loans", draft.Loans),
            ("savings", draft.Savings),
            ("grants", draft.Money.Grants),
            ("surplus", draft.Money.Surplus),
            ("members", draft.Members.Count)
        );

    private static OpeningMoney With(OpeningMoney money, OpeningPurse of, Money amount) =>
        of switch
        {
            OpeningPurse.Cash => money with { Cash = amount },
            OpeningPurse.Bank => money with { Bank = amount },
            OpeningPurse.Investments => money with { Investments = amount },
            OpeningPurse.Grants => money with { Grants = amount },
            OpeningPurse.Surplus => money with { Surplus = amount },
        };

    private static OpeningMember With(OpeningMember member, OpeningItem.Member said, GroupRules rules) =>
        member with
        {
            Savings = said.Savings is { } savings ? new(savings) : member.Savings,
            Fines = said.Fines is { } fines ? new(fines) : member.Fines,
            Loans = said.Loan is { } loan
                ? loan.Paise == 0
                    ? []
                    : [Loan(loan, rules)]
                : member.Loans,
        };

    private static OpeningLoan Loan(OpeningLoanSaid said, GroupRules rules) =>
        new(
            new(said.Paise),
            said.BasisPoints is { } points ? new(points) : rules.LoanRate,
            said.Months ?? rules.MaximumMonths,
            said.Method switch
            {
                "emi" => InterestMethod.Emi,
                "flat" => InterestMethod.Flat,
                "shg" => InterestMethod.Shg,
                _ => rules.InterestMethod,
            }
        );
}
