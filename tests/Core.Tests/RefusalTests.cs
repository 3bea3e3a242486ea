using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;
using Act = DiGiBachat.Core.Tests.Stories.Act;

namespace DiGiBachat.Core.Tests;

/// <summary>One story for each way to hear "no". Whoever writes a new refusal writes its story here.</summary>
public sealed class RefusalTests
{
    private const string Utr = "600112345678";

    private static readonly (Refusal Expected, Func<Refusal?> Story)[] Stories =
    [
        (new NotPermitted(), () => Begins().Refusal(RenewsInvite("ABCD1234").As(Meera))),
        (new GroupIsArchived("Saheli"), () => Archived().Refusal(Joins(Kavitas))),
        (new GroupNameOutOfBounds(40), () => Founds(Founding(Rules) with { Name = "  " })),
        (new ContributionOutOfBounds(Rs(1), Rs(1_00_000)), () => Founds(Founding(Rules with { Contribution = Money.Zero }))),
        (new MembersOutOfBounds(2, 50), () => Founds(Founding(Rules with { MaximumMembers = 51 }))),
        (new LoanRateOutOfBounds(new(500)), () => Founds(Founding(Rules with { LoanRate = new(501) }))),
        (new MultipleOutOfBounds(20), () => Founds(Founding(Rules with { MaximumLoanTimesSavings = 21 }))),
        (new TenureOutOfBounds(60), () => Founds(Founding(Rules with { MaximumMonths = 61 }))),
        (new InviteUnknown(), () => JoinGroup.Decide(null, new(PersonOf(Kavita), null, Begins().Now), "KM4TX7QQ", new Newcomer("Kavita", "4321")).Refusal),
        (new InviteExpired("Saheli", new(2026, 4, 1)), () => Begins().On("2026-04-02").Refusal(Joins(Kavitas))),
        (new GroupIsFull("Saheli", 4), () => Begins(Rules with { MaximumMembers = 4 }).Refusal(Joins(Kavitas))),
        (new AlreadyMember("Saheli"), () => Begins().Refusal(Joins(Sunita))),
        (new AlreadyAsked("Saheli"), () => Begins().After(Joins(Kavitas)).Refusal(Joins(Kavitas))),
        (new MemberUnknown(), () => Begins().Refusal(Admits(new(9)))),
        (new MemberNotWaiting("Sunita"), () => Begins().Refusal(Act.Refuses(Sunita))),
        (new AlreadyInRole("Meera", Role.Treasurer), () => Begins().Refusal(Makes(Meera, Role.Treasurer))),
        (new LastAdmin(), () => Begins().Refusal(Makes(Asha, Role.Treasurer))),
        (new AmountOutOfBounds(Rs(1), Rs(1_00_000)), () => Begins().Refusal(Pays(Sunita, Money.Zero))),
        (new NoUpiAddress("Saheli"), () => Begins(upiAddress: null).Refusal(Pays(Sunita, Rs(500)))),
        (new NothingToClaim(), () => Begins().Refusal(Claims(Sunita, Utr))),
        (new ReferenceAlreadyUsed(Utr), () => Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr), Pays(Sunita, Rs(500))).Refusal(Claims(Sunita, Utr))),
        (new PaymentNotOpen(new(7), "1"), () => Begins().After(Pays(Sunita, Rs(500))).Refusal(Confirms(7))),
        (new OwnPayment("Asha"), () => Begins().Refusal(Cash(Meera, Rs(500)))),
        (new MoreThanPayOff(new(1), Rs(4_000)), () => Lent().Refusal(Pays(Sunita, Rs(4_001), loan: 1))),
        (new ReasonMissing(), () => Begins().After(Pays(Sunita, Rs(500))).Refusal(Rejects(1, "  "))),
        (new NoSuchLoan(new(2), "1"), () => Asked().Refusal(Approves(2))),
        (new LoanBelowMinimum(Rs(500)), () => Begins().Refusal(Applies(Sunita, Rs(499)))),
        (new LoanAboveMaximum(Rs(2_000)), () => Begins(Rules with { MaximumLoan = Rs(2_000) }).Refusal(Applies(Sunita, Rs(2_001)))),
        (new LoanAboveSavingsMultiple(3, Money.Zero, Money.Zero), () => Begins().Refusal(Applies(Sunita, Rs(500)))),
        (new GroupCannotLend(Rs(4_000)), () => Lent().Refusal(Applies(Radha, Rs(4_001)))),
        (new MonthsOutOfBounds(12), () => Begins().WithSavings(2_000).Refusal(Applies(Sunita, Rs(500), 13))),
        (new TooManyLoans(1, new(1)), () => Lent().Refusal(Applies(Sunita, Rs(500)))),
        (new InArrears(31, Rs(1_000)), () => Late().Refusal(Applies(Sunita, Rs(500)))),
        (new OwnLoan("Asha"), () => Begins().WithSavings(2_000).After(Applies(Meera, Rs(500))).Refusal(Approves(1))),
        (new NobodyElseDecides(), () => Begins().After(Makes(Meera, Role.Member)).After(Cash(Asha, Rs(500)).As(Asha), Applies(Asha, Rs(500))).Refusal(RejectsLoan(1).As(Asha))),
        (new LoanOverTreasurerLimit(Rs(4_000), Rs(3_999), "Asha"), () => Asked(Rules with { TreasurerLimit = Rs(3_999) }).Refusal(Approves(1))),
        (new LoanNotInStatus(new(1), LoanStatus.Requested, LoanStatus.Approved), () => Asked().Refusal(Disburses(1))),
        (new PurseTooSmall(Money.Zero, Rs(4_000)), () => Asked().After(Approves(1)).Refusal(Disburses(1, Utr))),
        (new CannotReverse(5), () => Lent().Refusal(Reverses(5))),
        (new NobodyElse(), () => Alone().Refusal(Approves(1).As(Asha))),
        (new TooManyBallots(20), () => Begins().After([.. Enumerable.Repeat(Asks("Shall we?"), 20)]).Refusal(Asks("And?"))),
        (new NoSuchBallot(new(9), "1"), () => Begins().After(Asks("Shall we?")).Refusal(Votes(Sunita, ballot: 9))),
        (new QuestionOutOfBounds(160), () => Begins().Refusal(Asks(" "))),
        // Lending
        (new GuarantorsToName(2), () => Begins(Rules with { Guarantors = 2 }).WithSavings(2_000).Refusal(Applies(Sunita, Rs(500), guarantors: [Radha, Radha]))),
        (new OwnGuarantor(), () => Begins(Rules with { Guarantors = 1 }).WithSavings(2_000).Refusal(Applies(Sunita, Rs(500), guarantors: Sunita))),
        (new AlreadyGuarantor("Radha", new(1)), () => Guaranteed().Refusal(NamesGuarantor(Sunita, 1, Radha))),
        (new StandsForTooMany("Radha", 2), () => StandsForTwo().Refusal(Applies(Sunita, Rs(500), guarantors: Radha))),
        (new GuarantorsMissing(new(1), 1, "Radha"), () => Guaranteed().Refusal(Approves(1))),
        (new GuarantorsEnough(new(1), 1), () => Guaranteed().Refusal(NamesGuarantor(Sunita, 1, Meera))),
        (new CannotAnswer("Radha"), () => WithoutPhone(Radha, Begins(Rules with { Guarantors = 1 }).WithSavings(2_000)).Refusal(Applies(Sunita, Rs(500), guarantors: Radha))),
        (new DecisionOpen(new(1), new(1)), () => Lent().After(Reschedules(1, 6)).Refusal(Reschedules(1, 8))),
        (new NothingOutstanding(new(1)), () => PaidUpToInterest().Refusal(Reschedules(1, 6))),
        (new RescheduledSince(new(1), new(2026, 1, 1)), () => Lent().After(Cash(Sunita, Rs(500), loan: 1), Reschedules(1, 6), Votes(Sunita)).Refusal(Reverses(6))),
        (new NewerRepaymentFirst(new(1)), () => Lent().After(Cash(Sunita, Rs(500), loan: 1), Cash(Sunita, Rs(500), loan: 1)).Refusal(Reverses(6))),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Stories.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_refusal_says_what_stopped_it_with_its_figures(int story)
    {
        var (expected, told) = Stories[story];
        told().Should().Be(expected);
    }

    [Fact]
    public void Every_refusal_of_Core_has_its_story()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract);
        refusals.Except(Stories.Select(s => s.Expected.GetType())).Should().BeEmpty();
    }

    private static Saheli Asked(GroupRules? rules = null) => Begins(rules).WithSavings(2_000).After(Applies(Sunita, Rs(4_000)));

    private static Saheli Lent() => Begins().WithSavings(2_000).WithLoan();

    private static Saheli Late() =>
        Begins(Rules with { MaximumActiveLoans = 2, LoanRate = new(0) }).WithSavings(2_000).WithLoan(2_000).On("2026-03-13");

    private static Act Asks(string question) => new(Asha, (r, a) => PutQuestion.Decide(r.Group, a, question, false));

    /// <summary>Asha asked for a loan, and then all others left.</summary>
    private static Saheli Alone()
    {
        var saheli = Begins().WithSavings(2_000).After(Applies(Asha, Rs(500)));
        var members = saheli.Group.Members.Select(m => m.Number == Asha ? m : m with { Status = MemberStatus.Left }).ToList();
        return saheli with { Register = saheli.Register with { Group = saheli.Group with { Members = members } } };
    }

    /// <summary>Sunita has asked for a loan and named Radha, who has not answered.</summary>
    private static Saheli Guaranteed() =>
        Begins(Rules with { Guarantors = 1 }).WithSavings(2_000).After(Applies(Sunita, Rs(500), guarantors: Radha));

    private static Saheli StandsForTwo() =>
        Begins(Rules with { Guarantors = 1, MaximumActiveLoans = 3 })
            .WithSavings(2_000)
            .After(Applies(Sunita, Rs(500), guarantors: Radha), Votes(Radha), Applies(Meera, Rs(500), guarantors: Radha), Votes(Radha, ballot: 2));

    private static Saheli WithoutPhone(MemberNumber who, Saheli saheli) =>
        saheli with
        {
            Register = saheli.Register with
            {
                Group = saheli.Group with
                {
                    Members = saheli.Group.Members.Select(m => m.Number == who ? m with { Person = null } : m).ToList(),
                },
            },
        };

    /// <summary>Of a loan in the register's way all principal was paid in advance, and the month's interest was not.</summary>
    private static Saheli PaidUpToInterest()
    {
        var saheli = Lent();
        var loan = saheli.Loan(1);
        var paid = loan with { Instalments = loan.Instalments.Select(i => i with { PrincipalPaid = i.Principal }).ToList() };
        return saheli with { Register = saheli.Register with { Group = saheli.Group with { Loans = [paid] } } };
    }

    private static Saheli Archived()
    {
        var saheli = Begins();
        return saheli with { Register = saheli.Register with { Group = saheli.Group with { Status = GroupStatus.Archived } } };
    }

    private static Refusal? Founds(NewGroup asked) =>
        CreateGroup.Decide(new(PersonOf(Asha), null, IndianTime.StartOf(Founded)), asked).Refusal;
}
