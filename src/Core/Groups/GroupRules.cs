using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Groups;

/// <summary>How the year's surplus is shared (DOMAIN: share-out).</summary>
public enum ShareOutPolicy
{
    Equal,
    BySavings,
    BySavingsMonths,
}

/// <summary>What a member gets who leaves.</summary>
public enum LeaverGets
{
    Savings,
    SavingsAndProfit,
}

/// <summary>
/// The rules a group gave itself. Versioned: a change is a new dated row and nothing already agreed changes; a loan keeps a copy
/// of the terms of the day it was approved. Defaults and bounds are those of <see cref="GroupRuleBounds"/>.
/// </summary>
public sealed record GroupRules
{
    /// <summary>What each member saves each period.</summary>
    public required Money Contribution { get; init; }

    /// <summary>When dues fall due: weekly, fortnightly or monthly, on which day.</summary>
    public required DueCalendar Calendar { get; init; }

    /// <summary>2 to 50, default 20.</summary>
    public int MaximumMembers { get; init; } = 20;

    /// <summary>Loan interest per month.</summary>
    public Rate LoanRate { get; init; } = new(200);

    /// <summary>How loans bear interest; a loan keeps the method it was approved with.</summary>
    public InterestMethod InterestMethod { get; init; } = InterestMethod.Emi;

    /// <summary>Instalments are rounded half-even to this: 1 paisa, 1 rupee or 10 rupees.</summary>
    public Money InstalmentRounding { get; init; } = new(1);

    /// <summary>Interest in whole rupees, rounded up, as paper registers do. On by default for <c>shg</c> only.</summary>
    public bool InterestInWholeRupees { get; init; }

    /// <summary>The longest tenure of a loan, 1 to 60 months.</summary>
    public int MaximumMonths { get; init; } = 12;

    /// <summary>The smallest loan; never less than one rupee, whatever stands here.</summary>
    public Money MinimumLoan { get; init; } = Money.Rupees(500);

    /// <summary>The largest loan as a multiple of own savings; null when off.</summary>
    public int? MaximumLoanTimesSavings { get; init; } = 3;

    /// <summary>The largest loan in rupees; null when off.</summary>
    public Money? MaximumLoan { get; init; }

    /// <summary>What always stays in cash and bank.</summary>
    public Money Reserve { get; init; } = Money.Zero;

    /// <summary>How many loans a member may have asked for, been promised or owe at a time; 1 or more.</summary>
    public int MaximumActiveLoans { get; init; } = 1;

    /// <summary>Up to this a treasurer decides on a loan; above it an admin does.</summary>
    public Money TreasurerLimit { get; init; } = Money.Rupees(5_000);

    /// <summary>Once per due that is not paid when the days of grace are over.</summary>
    public Money LateContributionFine { get; init; } = Money.Zero;

    /// <summary>A due of the 10th with 5 days of grace is fined from the 16th on.</summary>
    public int DaysOfGrace { get; init; } = 5;

    /// <summary>Flat, once per missed instalment; never bears interest (RBI circular of 18 Aug 2023, as good practice).</summary>
    public Money LateInstalmentCharge { get; init; } = Money.Zero;

    /// <summary>Where money goes that is paid beyond the running instalment.</summary>
    public PrepaymentRule Prepayment { get; init; } = PrepaymentRule.ShortenLoan;
    public ShareOutPolicy ShareOut { get; init; } = ShareOutPolicy.BySavingsMonths;

    /// <summary>Shares are whole rupees; to the paisa otherwise.</summary>
    public bool ShareOutInRupees { get; init; } = true;

    /// <summary>What a member gets when she leaves before the share-out.</summary>
    public LeaverGets LeaverGets { get; init; } = LeaverGets.Savings;

    /// <summary>Members may take savings out while they stay, never below what they owe on loans.</summary>
    public bool Withdrawals { get; init; }

    /// <summary>How many other members must stand for a loan before it is decided: 0 to 2.</summary>
    public int Guarantors { get; init; }

    /// <summary>For a meeting that a member missed; none when zero.</summary>
    public Money AbsenceFine { get; init; } = Money.Zero;

    /// <summary>How many of those who may vote have to answer.</summary>
    public Quorum Quorum { get; init; } = Quorum.TwoThirds;

    /// <summary>How many days a vote is open: 1 to 30.</summary>
    public int VoteDays { get; init; } = 3;

    /// <summary>A change of the rules needs a vote.</summary>
    public bool VoteOnRules { get; init; }

    /// <summary>Loans above this need a vote; null when none does.</summary>
    public Money? VoteOnLoansAbove { get; init; }

    /// <summary>The share-out needs a vote.</summary>
    public bool VoteOnShareOut { get; init; } = true;

    /// <summary>How many days before a due day members are reminded: 1 to 10; 0 for not before it.</summary>
    public int RemindDaysBefore { get; init; } = 3;

    /// <summary>They are reminded on the due day too.</summary>
    public bool RemindOnTheDay { get; init; } = true;

    public static readonly TimeOnly DefaultQuietFrom = new(21, 0);
    public static readonly TimeOnly DefaultQuietUntil = new(8, 0);

    /// <summary>No message that is not an answer goes out from this hour on (Asia/Kolkata) …</summary>
    public TimeOnly QuietFrom { get; init; } = DefaultQuietFrom;

    /// <summary>… until this one.</summary>
    public TimeOnly QuietUntil { get; init; } = DefaultQuietUntil;

    /// <summary>Members may consent to be asked for their saving on its due day, with the payment ready.</summary>
    public bool Autopay { get; init; }
    public string DefaultLanguage { get; init; } = "hi";

    /// <summary>The terms a loan asked for today would get.</summary>
    public LoanTerms TermsFor(Money principal, int months) =>
        new(
            principal,
            months,
            LoanRate,
            InterestMethod,
            InstalmentRounding,
            InterestInWholeRupees || InterestMethod == InterestMethod.Shg,
            Prepayment,
            LateInstalmentCharge
        );
}

/// <summary>Bounds of the rules (DOMAIN.md, "Group rules"); a value outside is refused with the bound.</summary>
public static class GroupRuleBounds
{
    public static readonly Money SmallestContribution = Money.Rupees(1);
    public static readonly Money LargestContribution = Money.Rupees(1_00_000);
    public const int FewestMembers = 2;

    /// <summary>Above this an unregistered association needs registration.</summary>
    public const int UnregisteredMembers = 20;
    public const int MostMembers = 50;
    public static readonly Rate HighestRate = new(500);
    public const int LongestTenure = 60;

    /// <summary>A loan of more than this many times one's savings is a slip of the thumb.</summary>
    public const int HighestMultiple = 20;
    public const int LongestName = 40;

    /// <summary>A fine or charge above this is a slip of the thumb.</summary>
    public static readonly Money LargestFine = Money.Rupees(1_000);
    public const int MostDaysOfGrace = 30;
    public const int MostActiveLoans = 50;
    public const int MostGuarantors = 2;
    public const int MostVoteDays = 30;
    public const int MostRemindDays = 10;
}
