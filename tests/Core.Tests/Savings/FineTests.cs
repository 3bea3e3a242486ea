using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Ledger;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Savings;

public sealed class FineTests
{
    [Fact]
    public void A_fine_is_no_income_before_it_is_paid()
    {
        var saheli = Begins().After(Fines(Sunita, Rs(20)));
        saheli[Account.FineIncome].Should().Be(Money.Zero);
        saheli.Register.Book.Should().BeEmpty();
        saheli.Group.FinesOf(Sunita).Should().Equal(new Fine(1, Sunita, Rs(20), Money.Zero, "late for the meeting", Founded));
    }

    [Fact]
    public void A_contribution_settles_the_dues_then_the_fines_oldest_first_then_it_is_an_advance()
    {
        var saheli = Begins().On("2026-01-10").After(Fines(Sunita, Rs(20)), Fines(Sunita, Rs(30), "absent"), Cash(Sunita, Rs(525)));
        saheli[Account.FineIncome].Should().Be(-Rs(25));
        saheli.Group.SavingsOf(Sunita).Should().Be(Rs(500));
        saheli.Group.FinesOf(Sunita).Should().Equal(new Fine(2, Sunita, Rs(30), Rs(5), "absent", new(2026, 1, 10)));

        saheli = saheli.After(Cash(Sunita, Rs(40)));
        saheli.Group.FinesOf(Sunita).Should().BeEmpty();
        saheli.Group.Member(Sunita).Advance.Should().Be(Rs(15));
    }

    [Fact]
    public void A_contribution_undone_gives_its_fines_back()
    {
        var saheli = Begins().After(Fines(Sunita, Rs(20)), Cash(Sunita, Rs(12)), Cash(Sunita, Rs(12))).After(Reverses(1));
        saheli.Group.FinesOf(Sunita).Should().Equal(new Fine(1, Sunita, Rs(20), Rs(8), "", Founded));
        saheli.After(Reverses(2)).Group.FinesOf(Sunita).Single().Left.Should().Be(Rs(20));
    }

    [Fact]
    public void What_is_left_of_a_fine_is_waived_and_what_was_paid_stays_paid()
    {
        var saheli = Begins().After(Fines(Sunita, Rs(20)), Cash(Sunita, Rs(5)));
        saheli.Events(Waives(Sunita, 1)).Should().Equal(new FineWaived(1, Sunita, Rs(15), "was ill"));
        saheli = saheli.After(Waives(Sunita, 1));
        saheli.Group.FinesOf(Sunita).Should().BeEmpty();
        saheli[Account.FineIncome].Should().Be(-Rs(5));
    }
}
