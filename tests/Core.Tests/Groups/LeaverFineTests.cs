using DiGiBachat.Core.Fund;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

/// <summary>Fines that are not of late dues, and shares, of a member who goes.</summary>
public sealed class LeaverFineTests
{
    [Fact]
    public void A_fine_of_hers_is_paid_from_her_savings_and_open_no_more()
    {
        var gone = Begins().WithSavings(2_000).After(Fines(Sunita, Rs(50)), Removes(Sunita));
        var paid = gone.Register.Events.OfType<LeaverPaid>().Single();
        (paid.Fines, paid.Payout).Should().Be((Rs(50), Rs(1_950)));
        paid.OtherFines.Should().Equal(new FineSettled(1, Rs(50), Founded, Rs(50)));
        gone.Group.Matters.Fines.Should().BeEmpty();
        gone[Account.FineIncome].Should().Be(-Rs(50));
    }

    [Fact]
    public void A_fine_is_not_taken_out_as_savings() =>
        Begins(Rules with { Withdrawals = true })
            .On("2026-01-10")
            .After(Cash(Sunita, Rs(500)), Fines(Sunita, Rs(50)))
            .Refusal(TakesOut(Sunita, Rs(451)))
            .Should()
            .Be(new MoreThanWithdrawable(Rs(450)));

    [Fact]
    public void Her_share_is_handed_to_her_after_she_left_and_not_saved()
    {
        var gone = Begins().WithSavings(2_000).After(BankAdds(Rs(40))).Shared(ShareOutPolicy.Equal).After(Removes(Sunita));
        gone.Refusal(SavesShare(Sunita)).Should().Be(new AlreadySettled("Sunita"));
        gone.After(PaysShare(Sunita)).Group.ShareOwedTo(Sunita).Should().Be(Money.Zero);
    }
}
