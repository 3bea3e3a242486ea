using System.Globalization;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Bench.Seeding;

/// <summary>
/// The made-up groups, by number from 0: who is in them, their phones, what they save. Even groups are the bot's to talk to, odd ones
/// pgbench's, so that neither meets what the other wrote.
/// </summary>
public static class SeedPlan
{
    public const int Admin = 1;
    public const int Treasurer = 2;
    public const int FirstPayer = 3;

    /// <summary>So large that no member has paid all her dues after many rounds.</summary>
    public static readonly Money Contribution = Money.Rupees(10_000);

    /// <summary>What each member has paid before the bench begins, and pays in each money turn.</summary>
    public static readonly Money Paid = Money.Rupees(500);

    private const long FirstPhone = 9_000_000_000;
    private const int PeriodsOpen = 2;
    private const int CodeStride = 7_919;

    public static bool IsOfBot(int group) => group % 2 == 0;

    public static string Phone(int group, int member) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"+91{FirstPhone + ((long)group * BenchOptions.MembersPerGroup) + member}"
        );

    public static string Name(int group, int member) =>
        $"{FirstNames[member % FirstNames.Length]} {LastNames[(group + member) % LastNames.Length]}";

    public static string InviteOf(int group) => InviteCode.Of(((ulong)group * CodeStride) + 1).Text;

    /// <summary>Dues fell due on this day of the last two months; the next open in about two weeks.</summary>
    public static GroupRules Rules(DateOnly today)
    {
        var lastDue = today.AddDays(-1);
        var first = lastDue.AddMonths(1 - PeriodsOpen);
        return new()
        {
            Contribution = Contribution,
            Calendar = DueCalendar.Monthly(lastDue.Day, first),
            MaximumMembers = BenchOptions.MembersPerGroup,
            DefaultLanguage = "en",
        };
    }

    private static readonly string[] FirstNames =
    [
        "Sunita",
        "Radha",
        "Kamla",
        "Geeta",
        "Meena",
        "Lakshmi",
        "Parvati",
        "Savitri",
        "Anita",
        "Rekha",
        "Shanti",
        "Usha",
        "Pushpa",
        "Sarita",
        "Manju",
        "Asha",
        "Kavita",
        "Nirmala",
        "Sushila",
        "Durga",
    ];
    private static readonly string[] LastNames =
    [
        "Devi",
        "Kumari",
        "Bai",
        "Yadav",
        "Sharma",
        "Patel",
        "Nair",
        "Das",
        "Singh",
        "Verma",
    ];
}
