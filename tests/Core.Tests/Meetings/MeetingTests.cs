using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Meetings;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Meetings;

public sealed class MeetingTests
{
    [Fact]
    public void One_yes_books_every_line_with_an_entry_of_its_own_and_opens_the_meeting()
    {
        var saheli = Begins()
            .WithSavings(2_000)
            .WithLoan()
            .On("2026-02-12")
            .After(BooksMeeting(Line(Asha, 500), Line(Sunita, 500, 1_000, 1)));
        var meeting = saheli.Group.Matters.Meeting!;
        meeting.Number.Should().Be(1);
        meeting.Batches.Should().Equal(new MeetingBatch(1, Meera, 6, 8, Rs(2_000)));
        saheli[Account.Cash].Should().Be(Rs(6_000));
        saheli[Account.Savings(Sunita)].Should().Be(Rs(-2_500));
        saheli.Register.Book.TakeLast(3).Select(b => b.Entry.Cause).Should().Equal("payment:5", "payment:6", "payment:7");
    }

    [Fact]
    public void The_booking_officer_s_own_line_is_left_out_and_named_while_another_could_book_it()
    {
        var booked = Begins().Events(BooksMeeting(Line(Meera, 500), Line(Radha, 500))).OfType<MeetingBooked>().Single();
        booked.Lines.Should().Equal(Line(Radha, 500));
        booked.LeftOut.Should().Be(Line(Meera, 500));
    }

    [Fact]
    public void An_officer_who_is_alone_books_her_own_line_with_the_others()
    {
        var alone = Begins().After(Makes(Meera, Role.Member));
        var booked = alone.Events(BooksMeeting(Line(Asha, 500), Line(Radha, 500)).As(Asha)).OfType<MeetingBooked>().Single();
        booked.LeftOut.Should().BeNull();
        booked.Batch.Total.Should().Be(Rs(1_000));
    }

    [Fact]
    public void One_line_that_cannot_be_stops_them_all()
    {
        var saheli = Begins();
        saheli.Refusal(BooksMeeting(Line(Sunita, 500), Line(Radha, 0, 100, 7))).Should().Be(new Core.Loans.NoSuchLoan(new(7), ""));
        saheli[Account.Cash].Should().Be(Money.Zero);
    }

    [Fact]
    public void Undone_together_every_balance_due_and_loan_is_as_before_and_each_entry_names_its_own()
    {
        var before = Begins().WithSavings(2_000).WithLoan().On("2026-02-12").After(StartsMeeting());
        var booked = before.After(BooksMeeting(Line(Asha, 700), Line(Sunita, 500, 4_080, 1), Line(Radha, 20)));
        var undone = booked.After(UndoesMeeting());
        undone
            .Register.Book.Skip(booked.Register.Book.Count)
            .Select(b => b.Entry.Cause)
            .Should()
            .Equal("reversal:9", "reversal:8", "reversal:7", "reversal:6");
        undone.Group.Balances.All.Where(b => before[b.Key] != b.Value).Should().BeEmpty();
        undone
            .Group.Dues.OrderBy(d => d.Member)
            .ThenBy(d => d.PeriodOn)
            .Should()
            .Equal(before.Group.Dues.OrderBy(d => d.Member).ThenBy(d => d.PeriodOn));
        undone.Loan(1).Instalments.Should().Equal(before.Loan(1).Instalments);
        undone.Group.Matters.Meeting!.Batches.Should().BeEmpty();
    }

    [Fact]
    public void A_single_entry_that_was_undone_before_stays_so_when_the_rest_is_undone()
    {
        var saheli = Begins().After(BooksMeeting(Line(Asha, 500), Line(Radha, 500))).After(Reverses(2)).After(UndoesMeeting());
        saheli.Register.Book.Select(b => b.Entry.Cause).Should().Equal("payment:1", "payment:2", "reversal:2", "reversal:1");
        saheli[Account.Cash].Should().Be(Money.Zero);
    }

    [Fact]
    public void The_sheet_shows_all_money_since_the_last_close_whatever_way_it_came()
    {
        var saheli = Begins()
            .WithSavings(2_000)
            .After(Pays(Radha, Rs(300)), Claims(Radha, "600112345678"), Confirms(5))
            .WithLoan()
            .After(StartsMeeting());
        var sheet = MeetingSheet.Of(saheli.Group);
        (sheet.Cash, sheet.Bank).Should().Be((Money.Zero, Money.Zero));
        sheet
            .Lines.Should()
            .BeEquivalentTo([
                new SheetLine(AccountKind.Savings, false, Rs(8_000), Money.Zero, Rs(300), Money.Zero),
                new SheetLine(AccountKind.Loan, false, Money.Zero, Rs(4_000), Money.Zero, Money.Zero),
            ]);
        (sheet.ClosingCash, sheet.ClosingBank).Should().Be((Rs(4_000), Rs(300)));
    }

    [Fact]
    public void A_second_person_closes_it_and_the_next_sheet_begins_with_what_lies_in_the_box()
    {
        var saheli = Begins().After(BooksMeeting(Line(Sunita, 500)), ClosesMeeting(Rs(480), "change"), Answers(Radha, 1));
        saheli.Group.Matters.Meeting.Should().BeNull();
        var closed = saheli.Group.Matters.LastMeeting!;
        (closed.Difference, closed.Counted, closed.ConfirmedBy, closed.AskedBy).Should().Be((Rs(-20), Rs(480), Radha, Meera));
        closed.Head.Should().Be(saheli.Group.PrintedHead);
        saheli[Account.Cash].Should().Be(Rs(480));
        saheli[new(AccountKind.Suspense)].Should().Be(Rs(20));
        var next = saheli.After(StartsMeeting());
        next.Group.Matters.Meeting!.Number.Should().Be(2);
        MeetingSheet.Of(next.Group).Cash.Should().Be(Rs(480));
        MeetingSheet.Of(next.Group).Lines.Should().BeEmpty();
    }

    [Fact]
    public void What_was_booked_after_the_sheet_was_shown_leaves_the_meeting_open()
    {
        var saheli = Begins().After(BooksMeeting(Line(Sunita, 500)), ClosesMeeting(Rs(500)), Cash(Radha, Rs(100)), Answers(Asha, 1));
        saheli.Group.Matters.Meeting.Should().NotBeNull();
        saheli.Register.Events[^1].Should().BeOfType<BallotClosed>().Which.Refused.Should().Be(nameof(SheetHasChanged));
    }

    [Fact]
    public void What_is_brought_for_a_fine_pays_open_fines_and_then_one_put_on_her_now_and_no_due()
    {
        var saheli = Begins().On("2026-01-10").After(Fines(Radha, Rs(20)), BooksMeeting(Line(Radha, 0, fine: 50)));
        saheli[Account.FineIncome].Should().Be(Rs(-50));
        saheli.Group.FinesOf(Radha).Should().BeEmpty();
        saheli.Dues(Radha).Should().Equal("2026-01-10 0.00/500.00 +0.00/0.00");
        saheli.After(UndoesMeeting()).Group.FinesOf(Radha).Sum(f => f.Left.Paise).Should().Be(50_00);
    }

    [Fact]
    public void Who_is_absent_is_fined_once_a_meeting_and_let_off_when_she_comes()
    {
        var saheli = Begins(Rules with { AbsenceFine = Rs(10) }).After(TakesAttendance(Sunita, Radha), TakesAttendance(Sunita));
        saheli.Group.FinesOf(Sunita).Single().Left.Should().Be(Rs(10));
        saheli.Group.FinesOf(Radha).Should().BeEmpty();
        saheli.Group.Matters.Meeting!.Absent.Should().Equal(Sunita);
        saheli.After(TakesAttendance(Sunita, Radha)).Group.FinesOf(Radha).Single().Number.Should().Be(3);
    }

    [Fact]
    public void Who_is_absent_does_not_confirm_and_who_counted_does_not_either()
    {
        var asked = Begins().After(TakesAttendance(Radha)).Events(ClosesMeeting(Money.Zero)).OfType<BallotOpened>().Single();
        asked.Ballot.Voters.Should().Equal(Asha, Sunita);
    }
}
