using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Bot.Actions;

/// <summary>Loans in words, as officers, borrowers and guarantors read of them.</summary>
internal static class LendingTexts
{
    /// <summary>The usual reasons of a no, by the value of the choice: kept as such, and worded in the language of whoever reads them.</summary>
    private static readonly HashSet<string> UsualReasons =
    [
        "no-money",
        "too-much",
        "arrears",
        "not-now",
        "unclear",
        "not-needed",
        "not-come",
    ];

    public static Text Of(GroupState group, LoanAct act)
    {
        var (loan, name) = (("loan", (object?)act.Loan.Value), ("name", (object?)group.Member(act.Borrower).Name));
        return act switch
        {
            GuaranteeLoan a => Text.Of(
                "acts.guarantee-loan",
                loan,
                name,
                ("guarantor", group.Member(a.Guarantor).Name),
                ("amount", a.Amount),
                ("months", a.Months)
            ),
            ApproveLoan a => Text.Of("acts.approve-loan", loan, name, ("amount", a.Amount), ("months", a.Months)),
            ChangeInstalments a => Text.Of(
                "acts.change-instalments",
                loan,
                name,
                ("outstanding", a.Outstanding),
                ("months", a.Months),
                ("old", a.Old),
                ("new", a.New),
                ("first-on", a.FirstOn)
            ),
            WriteOffLoan a => Text.Of("acts.write-off-loan", loan, name, ("outstanding", a.Outstanding)),
            _ => throw new InvalidOperationException($"No words for {act.GetType().Name}."),
        };
    }

    /// <summary>One of the usual reasons in words, or her own words.</summary>
    public static object Reason(string reason) => UsualReasons.Contains(reason) ? new Text("reasons." + reason) : reason.Length == 0 ? "-" : reason;

    public static Text Class(ArrearsClass of) =>
        new(
            of switch
            {
                ArrearsClass.Regular => "arrears-classes.regular",
                ArrearsClass.Late => "arrears-classes.late",
                ArrearsClass.VeryLate => "arrears-classes.very-late",
                ArrearsClass.InDanger => "arrears-classes.in-danger",
                ArrearsClass.Default => "arrears-classes.default",
            }
        );

    /// <summary>What a loan is for and who stands for it, before it is asked for.</summary>
    public static IReadOnlyList<Text> Asked(string? purpose, IEnumerable<string> guarantors)
    {
        var names = guarantors.ToList();
        var lines = new List<Text> { Text.Of("lending-lines.purpose", ("purpose", purpose is { Length: > 0 } ? purpose : "-")) };
        if (names.Count > 0)
            lines.Add(Text.Of("lending-lines.guarantors", ("names", names)));
        return lines;
    }

    /// <summary>What an officer should know of a loan before she says yes to it.</summary>
    public static IReadOnlyList<Text> ToDecide(GroupState group, Loan loan)
    {
        var lines = new List<Text>
        {
            Text.Of(
                "lending-lines.purpose-and-savings",
                ("purpose", loan.Purpose.Length == 0 ? "-" : loan.Purpose),
                ("name", group.Member(loan.Borrower).Name),
                ("savings", group.SavingsOf(loan.Borrower))
            ),
        };
        lines.AddRange(Standing(group, loan));
        if (loan.Status == LoanStatus.Requested && DecideLoan.NeedsVote(group, loan))
            lines.Add(new("lending-lines.all-vote"));
        return lines;
    }

    /// <summary>What is to be known of her open loan beside its figures.</summary>
    public static IEnumerable<Text> More(GroupState group, Loan loan, DateOnly today)
    {
        foreach (var standing in Standing(group, loan))
            yield return standing;
        if (loan.Status == LoanStatus.Requested)
            foreach (var waits in Waits(group, loan))
                yield return waits;
        if (group.MatterOf(loan.Number).RescheduledOn is { } on)
            yield return Text.Of("lending-lines.rescheduled", ("loan", loan.Number.Value), ("on", on));
        if (loan.Status == LoanStatus.Active && loan.ArrearsIn(group, today).Class is >= ArrearsClass.VeryLate and var late)
            yield return Text.Of(
                late == ArrearsClass.VeryLate ? "lending-lines.kind" : "lending-lines.kind-long",
                ("treasurer", Fragments.Officer(group, Core.Groups.Role.Treasurer))
            );
    }

    /// <summary>What she stands for herself. Only in a group that was read whole.</summary>
    public static IEnumerable<Text> StandsFor(GroupState group, MemberNumber guarantor) =>
        group
            .Loans.Where(l => l.IsOpen && l.StandingFor.Contains(guarantor))
            .Select(l =>
                Text.Of(
                    "lending-lines.stands-for",
                    ("loan", l.Number.Value),
                    ("name", group.Member(l.Borrower).Name),
                    ("amount", l.Status == LoanStatus.Active ? l.Outstanding : l.Terms.Principal)
                )
            );

    public static Text WrittenOff(LoanMatter matter) =>
        Text.Of(
            "lending-lines.written-off",
            ("loan", matter.Loan.Value),
            ("on", matter.WrittenOff!.On),
            ("left", matter.WrittenOff.Total)
        );

    public static OfferedChoice OfferedWrittenOff(LoanMatter matter) =>
        new(matter.Loan.ToString(), Text.Of("options.written-off-loan", ("loan", matter.Loan.Value)));

    /// <summary>A loan that waits for an officer; for its guarantors or a vote instead, when it waits for these.</summary>
    public static IEnumerable<Text> Pending(GroupState group, Loan loan, Text forOfficer)
    {
        var waits = Waits(group, loan).ToList();
        return waits.Count == 0
            ? [forOfficer, .. Standing(group, loan)]
            :
            [
                Text.Of(
                    "pending-lines.loan-waits",
                    ("loan", loan.Number.Value),
                    ("name", group.Member(loan.Borrower).Name),
                    ("amount", loan.Terms.Principal),
                    ("waits", waits[0])
                ),
            ];
    }

    private static IEnumerable<Text> Standing(GroupState group, Loan loan)
    {
        if (loan.StandingFor.Count > 0)
            yield return Text.Of("lending-lines.standing", ("names", loan.StandingFor.Select(g => group.Member(g).Name).ToList()));
    }

    private static IEnumerable<Text> Waits(GroupState group, Loan loan)
    {
        var asked = Guarantors.Asked(group, loan.Number);
        if (asked.Count > 0)
            yield return Text.Of("lending-lines.waits-for", ("names", asked.Select(g => group.Member(g).Name).ToList()));
        else if (Guarantors.Missing(group, loan) is > 0 and var missing)
            yield return Text.Of("lending-lines.guarantor-missing", ("missing", missing));
        else if (group.Matters.Ballots.FirstOrDefault(b => b.Act is ApproveLoan act && act.Loan == loan.Number) is { } ballot)
            yield return Text.Of("lending-lines.vote-runs", ("ballot", ballot.Number.Value), ("until", IndianTime.DayOf(ballot.ClosesAt)));
    }
}
