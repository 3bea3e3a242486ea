using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Opening;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

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
        (new AutopayIsOff("Saheli"), () => Begins(Rules with { Autopay = false }).Refusal(Agrees(Sunita, AutopayConsent.On))),
        (new AutopayUnchanged(), () => Begins(Rules with { Autopay = true }).Refusal(Agrees(Sunita, AutopayConsent.Paused))),
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
        // Opening
        (new OpeningIsBooked(Founded), () => Begins().After(DraftsOpening(Purses(10, surplus: 10)), AsksOpening(), Answers(Asha, 1)).Refusal(DraftsOpening(Purses(10)))),
        (new OpeningIsOver(new(2026, 2, 10)), () => Begins().After(Cash(Sunita, Rs(500))).On("2026-02-11").Refusal(DraftsOpening(Purses(10)))),
        (new OpeningIsEmpty(), () => Begins().Refusal(AsksOpening())),
        (new OpeningOutOfBounds(Rs(1_00_00_000)), () => Begins().Refusal(DraftsOpening(Purses(1_00_00_001)))),
        (new OpeningHasMore(Rs(30), Rs(10), Rs(20)), () => Begins().After(DraftsOpening(Purses(30, surplus: 10))).Refusal(AsksOpening())),
        (new OpeningOwesMore(Rs(10), Rs(30), Rs(20)), () => Begins().After(DraftsOpening(Purses(10, grants: 30))).Refusal(AsksOpening())),
        // Meetings
        (new MeetingAlreadyOpen(1, Founded), () => Begins().After(StartsMeeting()).Refusal(StartsMeeting())),
        (new NoMeetingOpen(), () => Begins().Refusal(ClosesMeeting(Money.Zero))),
        (new NothingToBook(), () => Begins().Refusal(BooksMeeting(Line(Sunita, 0)))),
        (new MemberTwice("Sunita"), () => Begins().Refusal(BooksMeeting(Line(Sunita, 500), Line(Sunita, 20)))),
        (new NothingToUndo(1), () => Begins().After(StartsMeeting()).Refusal(UndoesMeeting())),
        (new SheetHasChanged(), () => Begins().After(BooksMeeting(Line(Sunita, 500))).Refusal(new(Meera, (r, a) => UndoMeeting.Decide(r.Group, a, [(r.Book[0].Entry with { Number = 7 }, null)], "wrong")))),
        (new CloseAlreadyAsked(new(1)), () => Begins().After(StartsMeeting(), ClosesMeeting(Money.Zero)).Refusal(ClosesMeeting(Money.Zero))),
        (new CountBelowZero(), () => Begins().After(StartsMeeting()).Refusal(ClosesMeeting(Rs(-1), "typed wrong"))),
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
        // Members
        (new LeaverOwes(Rs(2_000), Rs(4_000), Rs(2_000)), () => Lent().Refusal(Leaves(Sunita))),
        (new PaymentWaits(new(1)), () => Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr)).Refusal(Leaves(Sunita))),
        (new NotOnOneself(), () => Begins().Refusal(Removes(Asha))),
        (new SettlementChanged(Rs(1_900)), () => LeaveGroup.Changed(Saved().Group, new(Sunita, Rs(2_000), Rs(0), Rs(2_000), PaymentMethod.Cash), Founded)),
        (new AlreadySettled("Sunita"), () => Begins().WithSavings(2_000).After(Removes(Sunita)).Refusal(Reverses(3))),
        (new SavingsTakenOut("Sunita", Rs(400)), () => TakenOut().Refusal(Reverses(1))),
        (new OnHold(new(2026, 1, 3)), () => Begins().WithSavings(2_000).After(Moves(Sunita), Says(Meera)).Refusal(Applies(Sunita, Rs(500)).As(new Who(PersonOf(new(97)), Sunita)))),
        (new WithdrawalsOff(), () => Begins().WithSavings(2_000).Refusal(TakesOut(Sunita, Rs(100)))),
        (new MoreThanWithdrawable(Rs(500)), () => Withdrawing().Refusal(TakesOut(Sunita, Rs(501)))),
        (new HasOwnPhone("Sunita"), () => Begins().Refusal(NamesHelper(Sunita, Radha))),
        (new HasNoPhone("Lata"), () => Begins().After(Adds("Lata")).Refusal(HandsOver(new(5)))),
        (new AlreadyOnThisPhone("Sunita"), () => Begins().Refusal(Moves(Sunita, phone: 3))),
        // Payments
        (new PaymentNotesFull(new(1), 5), () => Begins().After(Pays(Sunita, Rs(500))).After([.. Enumerable.Repeat(Pictured(), 5)]).Refusal(Pictured())),
        (new ReferenceIsFree(Utr), () => Begins().Refusal(Flags(Sunita, Utr))),
        (new NothingToConfirm(), () => Begins().After(Pays(Sunita, Rs(500))).Refusal(ConfirmsAll(1))),
        (new NoEntryOfHers(), () => Begins().After(Cash(Sunita, Rs(500))).Refusal(Objects(Radha, 1))),
        (new AlreadyObjected(new(1)), () => Begins().After(Cash(Sunita, Rs(500)), Objects(Sunita, 1)).Refusal(Objects(Sunita, 1))),
        (new TooManyObjections(5), () => Objecting(5).Refusal(Objects(Sunita, 6))),
        (new NoSuchObjection(new(7), "1"), () => Begins().After(Cash(Sunita, Rs(500)), Objects(Sunita, 1)).Refusal(Answers(7))),
        (new OwnEntry("Asha"), () => Begins().After(Cash(Sunita, Rs(500)), Objects(Sunita, 1)).Refusal(Answers(1).As(Meera))),
        (new NobodyToRemind(), () => Begins().Refusal(Reminds())),
        (new OwesNothing("Sunita"), () => Begins().Refusal(Reminds(Sunita))),
        (new CannotBeReminded("Sunita"), () => WithoutPhone().Refusal(Reminds(Sunita))),
        (new RemindedToday("Sunita"), () => Begins().On("2026-01-10").After(Reminds(Sunita)).Refusal(Reminds(Sunita))),
        (new NewerRepaymentFirst(new(1)), () => Lent().After(Cash(Sunita, Rs(500), loan: 1), Cash(Sunita, Rs(500), loan: 1)).Refusal(Reverses(6))),
        // Fund
        (new FineOutOfBounds(Rs(1), Rs(5_000)), () => Begins().Refusal(Fines(Sunita, Rs(5_001)))),
        (new OwnFine("Asha"), () => Begins().Refusal(Fines(Meera, Rs(20)))),
        (new NoSuchFine("Sunita"), () => Begins().After(Fines(Radha, Rs(20))).Refusal(Waives(Sunita, 1))),
        (new NoSuchInvestment(2, "1"), () => Invested().Refusal(Matures(2, Rs(600)))),
        (new MaturityOutOfBounds(Rs(600), Rs(1_800)), () => Invested().Refusal(Matures(1, Rs(599)))),
        (new NothingToShare(Money.Zero, Rs(50)), () => Begins().WithSavings(500).After(Spends(Rs(50))).Refusal(SharesOut(ShareOutPolicy.Equal))),
        (new NobodyHasSaved(), () => Begins().After(BankAdds(Rs(50))).Refusal(SharesOut(ShareOutPolicy.BySavings))),
        (new NoShareToPay("Sunita"), () => Begins().Refusal(PaysShare(Sunita))),
        // Decisions, rules and group life
        (new Decisions.NobodyElse(), () => Begins().After(Makes(Meera, Role.Member)).Refusal(NeedsAnother())),
        (new Decisions.TooManyBallots(20), () => Begins().After([.. Enumerable.Repeat(Asks("Shall we?"), 20)]).Refusal(Asks("Shall we?"))),
        (new Decisions.NoSuchBallot(new(7), "1"), () => Begins().After(Asks("Shall we?")).Refusal(Votes(Sunita, true, 7))),
        (new Decisions.QuestionOutOfBounds(160), () => Begins().Refusal(Asks("  "))),
        (new RuleAmountOutOfBounds(Rs(0), Rs(1_000)), () => Begins().Refusal(Changes("absence-fine", "100100"))),
        (new RuleNumberOutOfBounds(0, 2), () => Begins().Refusal(Changes("guarantors", "3"))),
        (new RuleNotAChoice(), () => Begins().Refusal(Changes("quorum", "some"))),
        (new RuleCannotBeOff(), () => Begins().Refusal(Changes("loan-rate", Rule.Off))),
        (new RuleUnchanged(), () => Begins().Refusal(Changes("loan-rate", "200"))),
        (new FewerThanMembers(4), () => Begins().Refusal(Changes("maximum-members", "3"))),
        (new NotAUpiAddress(), () => Begins().Refusal(NamesUpi("saheli at okaxis"))),
        (new WordsOutOfBounds(160), () => Begins().Refusal(Tells(" "))),
        (new ToldTooOften(3), () => Begins().After(Tells("one"), Tells("two"), Tells("three")).Refusal(Tells("four"))),
        (new BooksNotAtZero(Rs(8_000), Rs(4_000), Rs(0), Rs(4_000)), () => Lent().Refusal(Archives())),
        (new GroupNotArchived("Saheli"), () => Begins().Refusal(Reopens())),
        (new CannotReopen(30), () => Begins().After(Archives()).On("2026-02-01").Refusal(Reopens())),
    ];

    /// <summary>Something that only another officer could agree to, in a group with one.</summary>
    private static Stories.Act NeedsAnother() =>
        new(Asha, (r, a) => Decisions.Ballots.AskSecondPerson(r.Group, a, new Decisions.AskAll("?"), r.Group.ActiveMembers.Where(m => m.IsOfficer)));

    private static Stories.Act Pictured() => Sends(Sunita, NoteKind.Picture, "https://media.example/1");

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

    private static Saheli Invested() => Begins().After(Granted(Rs(1_000)), Invests(Rs(600)));
    private static Saheli Objecting(int times) =>
        Enumerable.Range(1, times + 1).Aggregate(Begins(), (s, _) => s.After(Cash(Sunita, Rs(500)))) is var saheli
            ? Enumerable.Range(1, times).Aggregate(saheli, (s, entry) => s.After(Objects(Sunita, entry)))
            : saheli;

    private static Saheli WithoutPhone()
    {
        var saheli = Begins().On("2026-01-10");
        var members = saheli.Group.Members.Select(m => m.Number == Sunita ? m with { Person = null } : m).ToList();
        return saheli with { Register = saheli.Register with { Group = saheli.Group with { Members = members } } };
    }

    private static Saheli Late() =>
        Begins(Rules with { MaximumActiveLoans = 2, LoanRate = new(0) }).WithSavings(2_000).WithLoan(2_000).On("2026-03-13");

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
    /// <summary>Sunita has less than when it was agreed to.</summary>
    private static Saheli Saved() => Begins().After(Cash(Sunita, Rs(1_900)));

    private static Saheli Withdrawing() =>
        Begins(Rules with { Withdrawals = true }).On("2026-01-10").After(Cash(Sunita, Rs(500)));

    /// <summary>Two dues paid, and more than half of it taken out again.</summary>
    private static Saheli TakenOut() =>
        Withdrawing().On("2026-02-10").After(Cash(Sunita, Rs(500)), Cash(Radha, Rs(500)), TakesOut(Sunita, Rs(600)), Says(Meera));

    private static Saheli Archived()
    {
        var saheli = Begins();
        return saheli with { Register = saheli.Register with { Group = saheli.Group with { Status = GroupStatus.Archived } } };
    }

    private static Refusal? Founds(NewGroup asked) =>
        CreateGroup.Decide(new(PersonOf(Asha), null, IndianTime.StartOf(Founded)), asked).Refusal;
}
