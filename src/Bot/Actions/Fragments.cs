using DiGiBachat.Bot.Dialogs;
using DiGiBachat.Bot.Texts;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Bot.Actions;

/// <summary>Parts of texts that several actions show: a calendar, a purpose, a line of a list.</summary>
internal static class Fragments
{
    public static Text Calendar(DueCalendar calendar) =>
        calendar.Frequency switch
        {
            Frequency.Weekly => Text.Of("calendar.weekly", ("day", Weekday(calendar.Weekday!.Value))),
            Frequency.Fortnightly => Text.Of("calendar.fortnightly", ("day", Weekday(calendar.Weekday!.Value))),
            Frequency.Monthly => Text.Of("calendar.monthly", ("day", calendar.DayOfMonth)),
        };

    public static Text Method(LoanTerms terms) =>
        terms.Method switch
        {
            InterestMethod.Emi => new Text("methods.emi"),
            InterestMethod.Shg => new Text("methods.shg"),
            InterestMethod.Flat => Text.Of(
                "methods.flat",
                (
                    "equivalent",
                    RepaymentSchedule
                        .ReducingBalanceEquivalent(terms.Method, terms.Rate, terms.Months)
                        .ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            ),
        };

    public static Text Purpose(LoanNumber? loan) =>
        loan is { } number ? Text.Of("purposes.loan", ("loan", number.Value)) : new Text("purposes.savings");

    /// <summary>The bank's reference, and who paid when somebody else did in the member's place.</summary>
    public static object Reference(GroupState group, Payment payment) =>
        group.Matters.OtherPayers.FirstOrDefault(p => p.Payment == payment.Number) is { } other
            ? Text.Of("payers.other", ("reference", payment.Reference ?? "-"), ("payer", other.Name))
            : payment.Reference ?? "-";

    /// <summary>What a payment left: her savings, or what is still to be repaid of the loan.</summary>
    public static Text Balance(GroupState group, Payment payment) =>
        payment.Loan is { } given && group.MatterOf(given).WrittenOff is { } off
            ? Text.Of("balances.written-off", ("loan", given.Value), ("left", off.Total))
        : payment.Loan is { } loan
            ? Text.Of("balances.loan", ("loan", loan.Value), ("outstanding", group.Balances[Account.Loan(loan)]))
            : Text.Of("balances.savings", ("name", group.Member(payment.Member).Name), ("savings", group.SavingsOf(payment.Member)));

    /// <summary>An active officer of that role, or the admin: whom to turn to. A group always has an admin.</summary>
    public static string Officer(GroupState group, Role role) =>
        (
            group.ActiveMembers.FirstOrDefault(m => m.Role == role)
            ?? group.ActiveMembers.First(m => m.Role == Role.Admin)
        ).Name;

    public static OfferedChoice Person(Member member) =>
        new(member.Number.ToString(), Text.Of("options.person", ("name", member.Name), ("number", member.Number.Value)));

    public static OfferedChoice LoanOf(GroupState group, Loan loan) =>
        new(
            loan.Number.ToString(),
            Text.Of(
                "options.loan",
                ("loan", loan.Number.Value),
                ("name", group.Member(loan.Borrower).Name),
                ("amount", loan.Terms.Principal)
            )
        );

    public static IReadOnlyList<Text> Rules(GroupState group)
    {
        var rules = group.Rules;
        var terms = rules.TermsFor(rules.MinimumLoan, rules.MaximumMonths);
        var lines = new List<Text>
        {
            Text.Of(
                "rules-lines.contribution",
                ("amount", rules.Contribution),
                ("calendar", Calendar(rules.Calendar))
            ),
            Text.Of("rules-lines.rate", ("rate", rules.LoanRate), ("method", Method(terms))),
            Text.Of("rules-lines.months", ("longest", rules.MaximumMonths)),
            Text.Of("rules-lines.smallest", ("amount", rules.MinimumLoan)),
        };
        if (rules.MaximumLoanTimesSavings is { } times)
            lines.Add(Text.Of("rules-lines.largest-multiple", ("times", times)));
        if (rules.MaximumLoan is { } cap)
            lines.Add(Text.Of("rules-lines.largest", ("amount", cap)));
        lines.Add(Text.Of("rules-lines.limit", ("amount", rules.TreasurerLimit)));
        if (rules.Reserve.IsPositive)
            lines.Add(Text.Of("rules-lines.reserve", ("amount", rules.Reserve)));
        lines.AddRange(Extras(rules));
        lines.Add(Text.Of("rules-lines.members", ("maximum", rules.MaximumMembers)));
        lines.Add(
            new Text(
                rules.ShareOut switch
                {
                    ShareOutPolicy.Equal => "rules-lines.share-out-equal",
                    ShareOutPolicy.BySavings => "rules-lines.share-out-savings",
                    ShareOutPolicy.BySavingsMonths => "rules-lines.share-out-savings-months",
                }
            )
        );
        if (group.UpiAddress is { } address)
            lines.Add(Text.Of("rules-lines.upi", ("address", address)));
        return lines;
    }

    /// <summary>The rules that are usually off or as they are: said only where a group chose otherwise.</summary>
    public static IReadOnlyList<Text> Extras(GroupRules rules)
    {
        var lines = new List<Text> { Prepayment(rules) };
        if (rules.LateContributionFine.IsPositive)
            lines.Add(Text.Of("rules-lines.fine", ("amount", rules.LateContributionFine), ("days", rules.DaysOfGrace)));
        if (rules.LateInstalmentCharge.IsPositive)
            lines.Add(Text.Of("rules-lines.charge", ("amount", rules.LateInstalmentCharge)));
        return lines;
    }

    private static Text Prepayment(GroupRules rules) =>
        new(
            rules.Prepayment switch
            {
                PrepaymentRule.ShortenLoan => "rules-lines.prepayment-shorten",
                PrepaymentRule.LowerInstalment => "rules-lines.prepayment-lower",
                PrepaymentRule.NextInstalments => "rules-lines.prepayment-next",
            }
        );

    /// <summary>What waits for an officer: payments, loans to decide and to pay out, people at the door.</summary>
    public static IReadOnlyList<Text> Pending(GroupState group)
    {
        var lines = new List<Text>();
        foreach (var payment in group.Payments.Where(p => p.Status == PaymentStatus.Claimed).OrderBy(p => p.Number))
            lines.Add(
                Text.Of(
                    "pending-lines.payment",
                    ("payment", payment.Number.Value),
                    ("name", group.Member(payment.Member).Name),
                    ("amount", payment.Amount),
                    ("reference", Reference(group, payment))
                )
            );
        foreach (var objection in group.Matters.Objections)
            lines.Add(
                Text.Of(
                    "pending-lines.objection",
                    ("objection", objection.Number.Value),
                    ("name", group.Member(objection.Member).Name),
                    ("receipt", PaymentCodes.OfReceipt(objection.Entry)),
                    ("amount", objection.Amount),
                    ("words", objection.Words)
                )
            );
        foreach (var loan in group.Loans.Where(l => l.Status == LoanStatus.Requested).OrderBy(l => l.Number))
            lines.AddRange(LendingTexts.Pending(group, loan, LoanLine("pending-lines.loan", group, loan)));
        foreach (var loan in group.Loans.Where(l => l.Status == LoanStatus.Approved).OrderBy(l => l.Number))
            lines.Add(LoanLine("pending-lines.disburse", group, loan));
        foreach (var member in group.Members.Where(m => m.Status == MemberStatus.Pending))
            lines.Add(
                Text.Of(
                    "pending-lines.member",
                    ("member", member.Number.Value),
                    ("name", member.Name),
                    ("digits", member.LastFourDigits)
                )
            );
        return lines;
    }

    /// <summary>The lines of a repayment schedule as they stand.</summary>
    public static IReadOnlyList<Text> Schedule(Loan loan) =>
        loan
            .Instalments.Where(i => !i.IsNeedless)
            .Select(i =>
                Text.Of(
                    i.IsPaid ? "schedule-lines.paid"
                        : i.Paid.IsPositive ? "schedule-lines.part"
                        : "schedule-lines.open",
                    ("number", i.Number),
                    ("on", i.DueOn),
                    ("amount", i.Total),
                    ("left", i.Left)
                )
            )
            .ToList();

    public static Text Narration(Narration narration, LoanNumber? loan) =>
        Text.Of("narration." + narration.ToString().ToLowerInvariant(), ("loan", loan?.Value));

    private static Text LoanLine(string key, GroupState group, Loan loan) =>
        Text.Of(
            key,
            ("loan", loan.Number.Value),
            ("name", group.Member(loan.Borrower).Name),
            ("amount", loan.Terms.Principal),
            ("months", loan.Terms.Months)
        );

    private static Text Weekday(DayOfWeek day) =>
        new("weekdays." + (day == DayOfWeek.Sunday ? "7" : ((int)day).ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
