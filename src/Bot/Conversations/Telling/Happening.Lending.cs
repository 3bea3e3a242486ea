using DiGiBachat.Bot.Actions;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Bot.Conversations.Telling;

/// <content>Guarantors, lateness, new instalments, and loans given up.</content>
internal sealed partial class Happening
{
    private IEnumerable<Told>? OfLending(GroupEvent happened) =>
        happened switch
        {
            BallotOpened { Ballot: { Act: GuaranteeLoan or ChangeInstalments } ballot } => ballot.Voters.SelectMany(voter =>
                To(
                    voter,
                    "loan-consent-asked",
                    ("by", By),
                    ("act", ActTexts.Of(group, ballot.Act)),
                    ("ballot", ballot.Number.Value),
                    ("until", IndianTime.DayOf(ballot.ClosesAt))
                )
            ),
            BallotClosed { Ballot.Act: GuaranteeLoan act } e => GuaranteeClosed(e, act),
            LoanGuaranteed e => Guaranteed(e),
            LoanClassChanged e => e.To > e.From ? Later(e) : [],
            LoanRescheduled e => About(e.Loan, e.Borrower)
                .Append(e.By)
                .Distinct()
                .SelectMany(m =>
                    To(
                        m,
                        "loan-rescheduled",
                        ("loan", e.Loan.Value),
                        ("name", NameOf(e.Borrower)),
                        ("months", e.After.Count(i => i.DueOn >= e.On && !i.IsPaid)),
                        ("instalment", e.After.First(i => i.DueOn >= e.On && !i.IsPaid).Left),
                        ("first-on", e.After.First(i => i.DueOn >= e.On && !i.IsPaid).DueOn),
                        ("by", NameOf(e.By))
                    )
                ),
            LoanWrittenOff e => To(
                    e.Borrower,
                    "loan-written-off",
                    ("loan", e.Loan.Value),
                    ("amount", e.Principal),
                    ("left", e.Principal + e.Interest + e.Charges)
                )
                .Concat(NoMoreStandingFor(e.Loan, e.Borrower, e.Guarantors)),
            LoanRecovered e => To(
                e.Borrower,
                "loan-recovered",
                ("amount", e.Principal + e.Interest + e.Charge),
                ("loan", e.Loan.Value),
                ("left", group.MatterOf(e.Loan).WrittenOff!.Total),
                ("receipt", ReceiptOf("payment", e.Payment.Value)),
                ("head", group.PrintedHead),
                ("by", By)
            ),
            RecoveryReversed e => Reversed(e.Borrower, e.Entry, e.Reason, e.Postings),
            _ => null,
        };

    /// <summary>The borrower names another when she is refused; who was asked in vain need not answer.</summary>
    private IEnumerable<Told> GuaranteeClosed(BallotClosed closed, GuaranteeLoan act) =>
        closed.Outcome switch
        {
            BallotOutcome.Passed => [],
            BallotOutcome.Withdrawn => NoMoreStandingFor(act.Loan, act.Borrower, closed.Ballot.Voters),
            _ => To(act.Borrower, "guarantee-refused", ("name", NameOf(act.Guarantor)), ("loan", act.Loan.Value)),
        };

    private IEnumerable<Told> Guaranteed(LoanGuaranteed e)
    {
        var loan = group.FindLoan(e.Loan)!;
        var (name, missing) = (NameOf(e.Guarantor), Guarantors.Missing(group, loan));
        if (missing > 0)
            return To(e.Borrower, "guaranteed-more", ("name", name), ("loan", e.Loan.Value), ("missing", missing));
        var officers = Asked(loan)
            .SelectMany(officer =>
                To(
                    officer.Number,
                    "loan-requested-guaranteed",
                    ("loan", e.Loan.Value),
                    ("name", NameOf(loan.Borrower)),
                    ("amount", loan.Terms.Principal),
                    ("months", loan.Terms.Months),
                    ("purpose", loan.Purpose.Length == 0 ? "-" : loan.Purpose),
                    ("savings", group.SavingsOf(loan.Borrower)),
                    ("names", string.Join(", ", loan.StandingFor.Select(NameOf)))
                )
            );
        return To(e.Borrower, "guaranteed-all", ("name", name), ("loan", e.Loan.Value)).Concat(officers);
    }

    /// <summary>The borrower and her officers at each step; her guarantors from the second on.</summary>
    private IEnumerable<Told> Later(LoanClassChanged e)
    {
        (string, object?)[] figures =
        [
            ("loan", e.Loan.Value),
            ("name", NameOf(e.Borrower)),
            ("days", e.Days),
            ("overdue", e.Overdue),
            ("class", LendingTexts.Class(e.To)),
            ("treasurer", Fragments.Officer(group, Core.Groups.Role.Treasurer)),
        ];
        var guarantors = e.To >= ArrearsClass.VeryLate ? group.FindLoan(e.Loan)?.StandingFor ?? [] : [];
        return To(e.Borrower, e.To == ArrearsClass.Late ? "loan-late" : "loan-later", figures)
            .Concat(guarantors.SelectMany(g => To(g, "loan-late-guarantor", figures)))
            .Concat(Officers(e.Borrower, "loan-late-officer", figures).Where(t => t.Member is { } m && !guarantors.Contains(m.Number)));
    }

    private IEnumerable<Told> NoMoreStandingFor(LoanNumber loan, MemberNumber borrower, IReadOnlyList<MemberNumber>? guarantors) =>
        (guarantors ?? []).SelectMany(g => To(g, "guarantee-over", ("loan", loan.Value), ("name", NameOf(borrower))));

    private IEnumerable<MemberNumber> About(LoanNumber loan, MemberNumber borrower) =>
        (group.FindLoan(loan)?.StandingFor ?? []).Prepend(borrower);
}
