using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Groups;

/// <summary>The parts in which the rules are read out, one screen each.</summary>
public enum RuleChapter
{
    Saving,
    Lending,
    Limits,
    Votes,
    Members,
    Messages,
}

/// <summary>
/// Every rule that a group may give itself, a line each: reading, changing, founding and their texts all follow from here. A rule's key is
/// its property of <see cref="GroupRules"/> in kebab case and is never renamed: it stands in the log for ever. Bounds are those of
/// <see cref="GroupRuleBounds"/> (DOMAIN.md, "Group rules").
/// </summary>
public static class RuleBook
{
    public const string Calendar = "calendar";
    public const string MaximumMembers = "maximum-members";

    /// <summary>In the order in which they are read out.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        Rule.Amount(
                "contribution",
                RuleChapter.Saving,
                r => r.Contribution,
                (r, v) => r with { Contribution = v },
                GroupRuleBounds.SmallestContribution,
                GroupRuleBounds.LargestContribution
            )
            .Refusing(new ContributionOutOfBounds(GroupRuleBounds.SmallestContribution, GroupRuleBounds.LargestContribution)),
        Rule.Days(Calendar, RuleChapter.Saving),
        Rule.Amount(
            "late-contribution-fine",
            RuleChapter.Saving,
            r => r.LateContributionFine,
            (r, v) => r with { LateContributionFine = v },
            Money.Zero,
            GroupRuleBounds.LargestFine
        ),
        Rule.Number(
            "days-of-grace",
            RuleChapter.Saving,
            r => r.DaysOfGrace,
            (r, v) => r with { DaysOfGrace = v },
            0,
            GroupRuleBounds.MostDaysOfGrace
        ),
        Rule.Amount(
            "absence-fine",
            RuleChapter.Saving,
            r => r.AbsenceFine,
            (r, v) => r with { AbsenceFine = v },
            Money.Zero,
            GroupRuleBounds.LargestFine
        ),
        Rule.Switch("withdrawals", RuleChapter.Saving, r => r.Withdrawals, (r, v) => r with { Withdrawals = v }),
        Rule.Switch("autopay", RuleChapter.Saving, r => r.Autopay, (r, v) => r with { Autopay = v }),
        Rule.Percent("loan-rate", RuleChapter.Lending, r => r.LoanRate, (r, v) => r with { LoanRate = v }, GroupRuleBounds.HighestRate)
            .Refusing(new LoanRateOutOfBounds(GroupRuleBounds.HighestRate)),
        Rule.Choice("interest-method", RuleChapter.Lending, r => r.InterestMethod, (r, v) => r with { InterestMethod = v }),
        Rule.Switch(
            "interest-in-whole-rupees",
            RuleChapter.Lending,
            r => r.InterestInWholeRupees,
            (r, v) => r with { InterestInWholeRupees = v }
        ),
        Rule.OneOf(
            "instalment-rounding",
            RuleChapter.Lending,
            r => Unit(r.InstalmentRounding),
            (r, v) => r with { InstalmentRounding = Units[v] },
            [.. Units.Keys]
        ),
        Rule.Choice("prepayment", RuleChapter.Lending, r => r.Prepayment, (r, v) => r with { Prepayment = v }),
        Rule.Amount(
            "late-instalment-charge",
            RuleChapter.Lending,
            r => r.LateInstalmentCharge,
            (r, v) => r with { LateInstalmentCharge = v },
            Money.Zero,
            GroupRuleBounds.LargestFine
        ),
        Rule.Months(
                "maximum-months",
                RuleChapter.Lending,
                r => r.MaximumMonths,
                (r, v) => r with { MaximumMonths = v },
                1,
                GroupRuleBounds.LongestTenure
            )
            .Refusing(new TenureOutOfBounds(GroupRuleBounds.LongestTenure)),
        Rule.Amount(
            "minimum-loan",
            RuleChapter.Limits,
            r => r.MinimumLoan,
            (r, v) => r with { MinimumLoan = v },
            Money.Zero,
            LoanTerms.MaximumPrincipal
        ),
        Rule.NumberOrOff(
                "maximum-loan-times-savings",
                RuleChapter.Limits,
                r => r.MaximumLoanTimesSavings,
                (r, v) => r with { MaximumLoanTimesSavings = v },
                1,
                GroupRuleBounds.HighestMultiple
            )
            .Refusing(new MultipleOutOfBounds(GroupRuleBounds.HighestMultiple)),
        Rule.AmountOrOff(
            "maximum-loan",
            RuleChapter.Limits,
            r => r.MaximumLoan,
            (r, v) => r with { MaximumLoan = v },
            LoanTerms.MinimumPrincipal,
            LoanTerms.MaximumPrincipal
        ),
        Rule.Number(
            "maximum-active-loans",
            RuleChapter.Limits,
            r => r.MaximumActiveLoans,
            (r, v) => r with { MaximumActiveLoans = v },
            1,
            GroupRuleBounds.MostActiveLoans
        ),
        Rule.Amount(
            "treasurer-limit",
            RuleChapter.Limits,
            r => r.TreasurerLimit,
            (r, v) => r with { TreasurerLimit = v },
            Money.Zero,
            LoanTerms.MaximumPrincipal
        ),
        Rule.Amount(
            "reserve",
            RuleChapter.Limits,
            r => r.Reserve,
            (r, v) => r with { Reserve = v },
            Money.Zero,
            LoanTerms.MaximumPrincipal
        ),
        Rule.Number(
            "guarantors",
            RuleChapter.Limits,
            r => r.Guarantors,
            (r, v) => r with { Guarantors = v },
            0,
            GroupRuleBounds.MostGuarantors
        ),
        Rule.AmountOrOff(
            "vote-on-loans-above",
            RuleChapter.Votes,
            r => r.VoteOnLoansAbove,
            (r, v) => r with { VoteOnLoansAbove = v },
            Money.Zero,
            LoanTerms.MaximumPrincipal
        ),
        Rule.Switch("vote-on-rules", RuleChapter.Votes, r => r.VoteOnRules, (r, v) => r with { VoteOnRules = v }),
        Rule.Switch("vote-on-share-out", RuleChapter.Votes, r => r.VoteOnShareOut, (r, v) => r with { VoteOnShareOut = v }),
        Rule.Choice("quorum", RuleChapter.Votes, r => r.Quorum, (r, v) => r with { Quorum = v }),
        Rule.Number("vote-days", RuleChapter.Votes, r => r.VoteDays, (r, v) => r with { VoteDays = v }, 1, GroupRuleBounds.MostVoteDays),
        Rule.Number(
                MaximumMembers,
                RuleChapter.Members,
                r => r.MaximumMembers,
                (r, v) => r with { MaximumMembers = v },
                GroupRuleBounds.FewestMembers,
                GroupRuleBounds.MostMembers
            )
            .Refusing(new MembersOutOfBounds(GroupRuleBounds.FewestMembers, GroupRuleBounds.MostMembers)),
        Rule.Choice("leaver-gets", RuleChapter.Members, r => r.LeaverGets, (r, v) => r with { LeaverGets = v }),
        Rule.Choice("share-out", RuleChapter.Members, r => r.ShareOut, (r, v) => r with { ShareOut = v }),
        Rule.Switch("share-out-in-rupees", RuleChapter.Members, r => r.ShareOutInRupees, (r, v) => r with { ShareOutInRupees = v }),
        Rule.Number(
            "remind-days-before",
            RuleChapter.Messages,
            r => r.RemindDaysBefore,
            (r, v) => r with { RemindDaysBefore = v },
            0,
            GroupRuleBounds.MostRemindDays
        ),
        Rule.Switch("remind-on-the-day", RuleChapter.Messages, r => r.RemindOnTheDay, (r, v) => r with { RemindOnTheDay = v }),
        Rule.Hour("quiet-from", RuleChapter.Messages, r => r.QuietFrom, (r, v) => r with { QuietFrom = v }),
        Rule.Hour("quiet-until", RuleChapter.Messages, r => r.QuietUntil, (r, v) => r with { QuietUntil = v }),
        Rule.OneOf(
            "default-language",
            RuleChapter.Messages,
            r => r.DefaultLanguage,
            (r, v) => r with { DefaultLanguage = v },
            ["en", "hi", "hi-Latn"]
        ),
    ];

    /// <summary>The rule of this key; throws when there is none: whoever asks has read it off the list.</summary>
    public static Rule Of(string key) => All.First(rule => rule.Key == key);

    /// <summary>The first rule out of its bounds, or null.</summary>
    public static Refusal? Check(GroupRules rules) =>
        All.Select(rule => rule.Check(rule.Get(rules))).FirstOrDefault(refusal => refusal is not null);

    private static Dictionary<string, Money> Units =>
        new()
        {
            ["paisa"] = LoanTerms.Paisa,
            ["rupee"] = LoanTerms.Rupee,
            ["ten-rupees"] = LoanTerms.TenRupees,
        };

    private static string Unit(Money unit) => Units.FirstOrDefault(u => u.Value == unit).Key ?? "";
}
