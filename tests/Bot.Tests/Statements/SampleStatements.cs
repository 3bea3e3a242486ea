using System.Globalization;
using DiGiBachat.Bot.Statements;
using DiGiBachat.Core;

namespace DiGiBachat.Bot.Tests.Statements;

/// <summary>Statements of a made-up group, in Hindi and English, of any length.</summary>
internal static class SampleStatements
{
    public static readonly DateOnly Start = new(2025, 4, 1);

    public static readonly Uri Verification = new(
        "https://bachat.example.org/s/AXMBkPxY1Hd_kZ0wq9tq3vQAAAAHAAAAAAEJ2CfTah8kAJnY2lVbq0mC4m0nQeXk0r9T"
    );

    public static StatementContent Of(string language, int rows, params StatementLoan[] loans)
    {
        var (opening, booked) = (Money.Rupees(1200), Rows(language, rows, Money.Rupees(1200)));
        var heading =
            language == "hi"
                ? new StatementHeading(
                    "प्रार्थना महिला बचत समूह, क्षेत्र श्रीरामपुर",
                    "सुनीता देवी",
                    new MemberNumber(7),
                    Start,
                    Start.AddYears(1).AddDays(-1)
                )
                : new StatementHeading(
                    "Saheli Savings Group, Rampur",
                    "Sunita Devi",
                    new MemberNumber(7),
                    Start,
                    Start.AddYears(1).AddDays(-1)
                );
        return new StatementContent(
            heading,
            new StatementPassbook(
                opening,
                booked,
                booked.Count == 0 ? opening : booked[^1].Balance
            ),
            loans,
            new StatementProof(
                "3f9a1c2e",
                Verification,
                new DateTimeOffset(2026, 4, 5, 10, 7, 0, TimeSpan.FromHours(5.5))
            ),
            Style(language)
        );
    }

    public static StatementStyle Style(string language) =>
        new(language, Rupees, day => Day(day, language), SampleLabels.In(language));

    /// <summary>12,000 at 2 % a month over <paramref name="months"/> months, principal in equal parts, the first two paid, the third overdue.</summary>
    public static StatementLoan Loan(string language, int months)
    {
        var principal = new Money(1_200_000 / months);
        var schedule = Enumerable
            .Range(1, months)
            .Select(n =>
            {
                var interest = new Money((1_200_000 - principal.Paise * (n - 1)) / 50);
                var paid =
                    n <= 2 ? principal + interest
                    : n == 3 ? Money.Rupees(500)
                    : Money.Zero;
                return new StatementInstalment(
                    n,
                    Start.AddMonths(n).AddDays(4),
                    principal,
                    interest,
                    paid,
                    Status(n, language)
                );
            })
            .ToList();
        var terms =
            language == "hi"
                ? "₹12,000, 12 महीने के लिए, 2% महीना ब्याज, बराबर किस्तें। 5 अप्रैल 2025 को दिया गया। काम: बीज और खाद।"
                : "₹12,000 for 12 months at 2% a month, equal instalments. Paid out on 5 Apr 2025. Purpose: seeds and fertiliser.";
        return new StatementLoan(new LoanNumber(12), terms, Money.Rupees(10_000), schedule);
    }

    private static List<StatementRow> Rows(string language, int count, Money balance)
    {
        string[] narrations =
            language == "hi"
                ?
                [
                    "अप्रैल की बचत, UPI से",
                    "बैठक में नकद बचत",
                    "बचत निकाली: बेटी की स्कूल फ़ीस के लिए, बैठक में सबकी सहमति से, कोषाध्यक्ष मीरा ने नकद दी",
                    "देर का दंड",
                    "श्री गणेश पूजा के लिए अतिरिक्त बचत",
                ]
                :
                [
                    "Saving of April, by UPI",
                    "Saving in cash at the meeting",
                    "Savings taken out: daughter's school fees, agreed by all at the meeting, paid in cash by Meera (treasurer)",
                    "Late fine",
                    "Extra saving",
                ];
        var rows = new List<StatementRow>();
        for (var i = 0; i < count; i++)
        {
            var (moneyIn, moneyOut) =
                i % 5 == 2
                    ? (Money.Zero, new Money(25_050))
                    : (Money.Rupees(i % 7 == 6 ? 123_456 : 500), Money.Zero);
            balance += moneyIn - moneyOut;
            rows.Add(
                new StatementRow(
                    Start.AddDays(i * 364 / Math.Max(count, 2)),
                    narrations[i % 5],
                    i % 4 == 3 ? null : $"R-{i:000}K{i % 9}",
                    moneyIn,
                    moneyOut,
                    balance
                )
            );
        }
        return rows;
    }

    private static InstalmentStatus Status(int number, string language) =>
        (number, language) switch
        {
            (<= 2, "hi") => new("चुकाया", StatusTone.Paid),
            (3, "hi") => new("12 दिन देर", StatusTone.Overdue),
            (4, "hi") => new("अभी देना है", StatusTone.Due),
            (_, "hi") => new("आगे", StatusTone.Coming),
            (<= 2, _) => new("Paid", StatusTone.Paid),
            (3, _) => new("12 days late", StatusTone.Overdue),
            (4, _) => new("Due now", StatusTone.Due),
            _ => new("To come", StatusTone.Coming),
        };

    private static string Rupees(Money amount) =>
        "₹"
        + (amount.Paise / 100m).ToString(
            amount.Paise % 100 == 0 ? "N0" : "N2",
            CultureInfo.GetCultureInfo("en-IN")
        );

    private static string Day(DateOnly day, string language) =>
        day.ToString(
            language == "hi" ? "d MMMM yyyy" : "d MMM yyyy",
            CultureInfo.GetCultureInfo(language == "hi" ? "hi-IN" : "en-IN")
        );
}
