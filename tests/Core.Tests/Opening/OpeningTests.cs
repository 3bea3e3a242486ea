using CsCheck;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Opening;
using DiGiBachat.Core.Tests.Laws;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Opening;

public sealed class OpeningTests
{
    [Fact]
    public void A_second_officer_confirms_it_and_it_is_booked_in_one_entry_that_leaves_nothing_on_the_account_for_it()
    {
        var saheli = Opened();
        var entry = saheli.Register.Book.Should().ContainSingle().Subject.Entry;
        (entry.Narration, entry.Cause, entry.Postings.Sum(p => p.Amount.Paise)).Should().Be((Narration.Opening, "opening", 0));
        saheli[Account.Cash].Should().Be(Rs(1_000));
        saheli[Account.Bank].Should().Be(Rs(4_000));
        saheli[Account.Loan(new(1))].Should().Be(Rs(2_000));
        saheli[Account.Savings(Sunita)].Should().Be(Rs(-3_400));
        saheli[new(AccountKind.Grant)].Should().Be(Rs(-500));
        saheli[new(AccountKind.Surplus)].Should().Be(Rs(-100));
        saheli[new(AccountKind.Opening)].Should().Be(Money.Zero);
        saheli.Group.FinesOf(Radha).Single().Left.Should().Be(Rs(20));
        (saheli.Group.Matters.Opening, saheli.Group.Matters.OpenedOn).Should().Be((null, Founded));
    }

    [Fact]
    public void A_loan_that_was_running_is_active_with_a_schedule_for_what_is_left_on_its_own_terms()
    {
        var loan = Opened().Loan(1);
        (loan.Status, loan.Borrower, loan.Outstanding, loan.DisbursedOn).Should().Be((LoanStatus.Active, Sunita, Rs(2_000), Founded));
        loan.Instalments.Should().HaveCount(5);
        loan.Terms.Rate.Should().Be(new Rate(150));
        loan.Instalments[0].DueOn.Should().Be(new DateOnly(2026, 2, 10));
    }

    [Fact]
    public void She_repays_it_and_saves_on_as_if_it_had_always_been_here()
    {
        var saheli = Opened().On("2026-02-10").After(Act.Cash(Sunita, Rs(500)), Act.Cash(Sunita, Rs(2_000), loan: 1));
        saheli.Group.SavingsOf(Sunita).Should().Be(Rs(3_900));
        saheli.Loan(1).Outstanding.Should().Be(Rs(30));
    }

    [Fact]
    public void Where_there_is_one_officer_any_other_member_confirms()
    {
        var alone = Begins().After(Makes(Meera, Role.Member)).After(Drafted().As(Asha));
        alone.Events(AsksOpening().As(Asha)).OfType<BallotOpened>().Single().Ballot.Voters.Should().Equal(Meera, Sunita, Radha);
        Begins().After(Drafted()).Events(AsksOpening()).OfType<BallotOpened>().Single().Ballot.Voters.Should().Equal(Asha);
    }

    [Fact]
    public void What_was_changed_after_it_was_asked_is_not_booked()
    {
        var saheli = Begins().After(Drafted(), AsksOpening(), Drafted(), Answers(Asha, 1));
        saheli.Register.Book.Should().BeEmpty();
        saheli.Register.Events[^1].Should().BeOfType<BallotClosed>().Which.Refused.Should().Be(nameof(SheetHasChanged));
    }

    [Fact]
    public void A_group_that_has_booked_something_may_until_the_end_of_its_first_period_and_not_after()
    {
        Begins().After(Act.Cash(Sunita, Rs(500))).On("2026-02-10").Try(Drafted()).Refusal.Should().BeNull();
        Begins().After(Act.Cash(Sunita, Rs(500))).On("2026-02-11").Refusal(Drafted()).Should().Be(new OpeningIsOver(new(2026, 2, 10)));
        Begins().On("2026-07-11").Try(Drafted()).Refusal.Should().BeNull();
    }

    [Fact]
    public void The_first_meeting_s_sheet_shows_it_in_its_own_line()
    {
        var line = MeetingSheet.Of(Opened().Group).Lines.Single();
        (line.Of, line.CashIn, line.BankIn).Should().Be((AccountKind.Opening, Rs(1_000), Rs(4_000)));
    }

    [Fact]
    public void For_all_groups_a_sheet_balances_and_is_booked_as_it_was_or_is_refused_with_the_right_difference()
    {
        var member = Gen.Select(
            Gen.Long[0, 50_000_00],
            Gen.Long[0, 100_00],
            Gen.Long[0, 20_000_00],
            Gen.Int[1, 60],
            Gen.Int[0, 500],
            Gen.Int[0, 2]
        );
        Gen.Select(member.Array[4], Gen.Long[0, 90_000_00].Array[4], Gen.Long[-5, 5], Gen.Bool)
            .Sample(
                (of, purses, off, balances) =>
                {
                    var members = of.Select(
                            (m, i) => new OpeningMember(new(i + 1), new(m.Item1), new(m.Item2), LoansOf(m.Item3, m.Item4, m.Item5, m.Item6))
                        )
                        .ToArray();
                    var has = purses[0] + purses[1] + purses[2] + members.Sum(m => m.Loans.Sum(l => l.Outstanding.Paise));
                    var owes = members.Sum(m => m.Savings.Paise) + purses[3];
                    // The side that is smaller is filled up; then it is off by what was drawn.
                    var (cash, surplus) = (purses[0] + Math.Max(owes - has, 0), Math.Max(has - owes, 0));
                    var wrong = balances ? 0 : off;
                    cash = Math.Max(0, cash + wrong);
                    wrong = cash + purses[1] + purses[2] + members.Sum(m => m.Loans.Sum(l => l.Outstanding.Paise)) - owes - surplus;
                    var saheli = Begins()
                        .After(DraftsOpening(new(new(cash), new(purses[1]), new(purses[2]), new(purses[3]), new(surplus)), members));
                    var asked = saheli.Try(AsksOpening());
                    if (wrong != 0)
                        Law.Holds(
                            asked.Refusal is OpeningHasMore { Difference.Paise: var more } && more == wrong
                                || asked.Refusal is OpeningOwesMore { Difference.Paise: var less } && -less == wrong,
                            "a sheet that does not balance is refused with the difference and its side"
                        );
                    else
                        Holds(saheli.After(AsksOpening(), Answers(Asha, 1)), members);
                },
                iter: 60
            );
    }

    private static OpeningLoan[] LoansOf(long paise, int months, int points, int method) =>
        paise < 10_000_00 ? [] : [new(new(paise), new(points), months, (InterestMethod)method)];

    private static void Holds(Saheli booked, OpeningMember[] members)
    {
        BookLaws.Hold(booked.Register);
        foreach (var member in members)
            Law.Holds(booked.Group.SavingsOf(member.Member) == member.Savings, "everybody's savings are what was confirmed");
        Law.Holds(
            booked.Group.Loans.Sum(l => l.Outstanding.Paise) == members.Sum(m => m.Loans.Sum(l => l.Outstanding.Paise)),
            "the loans are what was confirmed"
        );
    }

    private static Act Drafted() =>
        DraftsOpening(
            Purses(1_000, 4_000, grants: 500, surplus: 100),
            Brings(Sunita, 3_400, 0, Runs(2_000, basisPoints: 150)),
            Brings(Radha, 3_000, 20)
        );

    private static Saheli Opened() => Begins().After(Drafted(), AsksOpening(), Answers(Asha, 1));
}
