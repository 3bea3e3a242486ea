using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Payments;

public sealed class PaymentLifeTests
{
    private const string Utr = "600112345678";

    [Fact]
    public void A_request_has_the_next_number_and_its_code_and_moves_nothing()
    {
        var saheli = Begins().After(Pays(Sunita, Rs(500)));
        saheli
            .Group.Payments.Should()
            .Equal(
                new Payment(
                    new(1),
                    PaymentCodes.Of(new(1)),
                    Sunita,
                    Sunita,
                    null,
                    Rs(500),
                    PaymentMethod.Upi,
                    PaymentStatus.Requested,
                    null,
                    saheli.Now
                )
            );
        saheli.Group.Counters.Payments.Should().Be(1);
        saheli.Register.Book.Should().BeEmpty();
    }

    [Fact]
    public void Claimed_money_is_in_no_balance_until_an_officer_confirms_it()
    {
        var claimed = Begins().On("2026-01-10").After(Pays(Sunita, Rs(600)), Claims(Sunita, Utr));
        claimed.Group.Payments.Single().Should().BeEquivalentTo(new { Status = PaymentStatus.Claimed, Reference = Utr });
        claimed.Group.SavingsOf(Sunita).Should().Be(Money.Zero);
        claimed[Account.Bank].Should().Be(Money.Zero);
        claimed.Dues(Sunita).Should().ContainSingle();
        var posted = claimed.After(Confirms(1));
        posted.Group.Payments.Should().BeEmpty();
        posted.Group.SavingsOf(Sunita).Should().Be(Rs(600));
        posted[Account.Bank].Should().Be(Rs(600));
        posted.Dues(Sunita).Should().BeEmpty();
        posted
            .Register.Events.OfType<PaymentPosted>()
            .Single()
            .Payment.Should()
            .BeEquivalentTo(new { Status = PaymentStatus.Posted, Reference = Utr });
    }

    [Fact]
    public void What_the_bank_statement_shows_is_confirmed_without_a_claim_but_never_twice()
    {
        var posted = Begins().After(Pays(Sunita, Rs(500)), Confirms(1));
        posted[Account.Bank].Should().Be(Rs(500));
        posted.Refusal(Confirms(1)).Should().Be(new PaymentNotOpen(new(1), ""));
        posted.Refusal(Claims(Sunita, Utr)).Should().Be(new NothingToClaim());
    }

    [Fact]
    public void A_payment_that_is_not_open_is_answered_with_those_that_are()
    {
        var saheli = Begins().After(Pays(Sunita, Rs(500)), Pays(Radha, Rs(500)), Pays(Sunita, Rs(100)), Claims(Radha, Utr));
        saheli.Refusal(Confirms(1)).Should().Be(new PaymentNotOpen(new(1), "2, 3"));
        saheli.Refusal(Rejects(9)).Should().Be(new PaymentNotOpen(new(9), "2, 3"));
    }

    [Fact]
    public void A_new_request_for_the_same_purpose_replaces_the_old_one_but_never_a_claim()
    {
        var saheli = Begins()
            .WithSavings(2_000)
            .WithLoan()
            .After(Pays(Sunita, Rs(500)), Pays(Sunita, Rs(300), loan: 1), Pays(Sunita, Rs(200)));
        var first = saheli.Group.Counters.Payments - 2;
        saheli.Group.Payments.Select(p => p.Number.Value - first).Should().Equal(1, 2);
        saheli.Register.Events.OfType<PaymentExpired>().Single().Payment.Value.Should().Be(first);
        saheli.After(Claims(Sunita, Utr), Pays(Sunita, Rs(100))).Group.Payments.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(1_00, true)]
    [InlineData(1_00_000_00, true)]
    [InlineData(1_00_000_01, false)]
    public void A_upi_payment_is_1_rupee_to_1_lakh(long paise, bool allowed) =>
        Begins().Try(Pays(Sunita, new(paise))).Refusal.Should().Be(allowed ? null : new AmountOutOfBounds(Rs(1), Rs(1_00_000)));

    [Theory]
    [InlineData(-500_00, false)]
    [InlineData(99, false)]
    [InlineData(1_00, true)]
    [InlineData(10_00_000_00, true)]
    [InlineData(10_00_000_01, false)]
    public void Cash_is_1_rupee_to_10_lakh(long paise, bool allowed) =>
        Begins().Try(Cash(Sunita, new(paise))).Refusal.Should().Be(allowed ? null : new AmountOutOfBounds(Rs(1), Rs(10_00_000)));

    [Fact]
    public void The_newest_request_is_claimed_unless_another_is_named_and_only_hers()
    {
        var saheli = Begins()
            .WithSavings(2_000)
            .WithLoan()
            .After(Pays(Sunita, Rs(500)), Pays(Sunita, Rs(300), loan: 1), Pays(Radha, Rs(500)));
        var last = saheli.Group.Counters.Payments;
        saheli
            .Events(Claims(Sunita, Utr))
            .Should()
            .Equal(new PaymentClaimed(new(last - 1), Sunita, Rs(300), Utr, IndianTime.DayOf(saheli.Now)));
        saheli
            .Events(Claims(Sunita, Utr, last - 2))
            .Should()
            .Equal(new PaymentClaimed(new(last - 2), Sunita, Rs(500), Utr, IndianTime.DayOf(saheli.Now)));
        saheli.Refusal(Claims(Sunita, Utr, last)).Should().Be(new NothingToClaim());
    }

    [Fact]
    public void A_bank_reference_counts_once_in_a_group_whoever_names_it()
    {
        var claimed = Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr), Pays(Radha, Rs(500)));
        claimed.Refusal(Claims(Radha, Utr)).Should().Be(new ReferenceAlreadyUsed(Utr));
        claimed.After(Confirms(1)).Refusal(Claims(Radha, Utr)).Should().Be(new ReferenceAlreadyUsed(Utr));
        claimed.After(Rejects(1)).Try(Claims(Radha, Utr)).IsRefused.Should().BeFalse();
        claimed
            .WithSavings(2_000)
            .After(Applies(Sunita, Rs(500)), Approves(1))
            .Refusal(Disburses(1, Utr))
            .Should()
            .Be(new ReferenceAlreadyUsed(Utr));
    }

    [Fact]
    public void A_rejected_payment_ends_with_its_reason_and_books_nothing()
    {
        var saheli = Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr));
        saheli.Refusal(Rejects(1, " ")).Should().Be(new ReasonMissing());
        saheli.Events(Rejects(1, " not received ")).Should().Equal(new PaymentRejected(new(1), Sunita, Rs(500), "not received"));
        var rejected = saheli.After(Rejects(1));
        rejected.Group.Payments.Should().BeEmpty();
        rejected.Register.Book.Should().BeEmpty();
        rejected.Refusal(Confirms(1)).Should().Be(new PaymentNotOpen(new(1), ""));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_request_expires_after_7_days_to_the_minute(int minutesMore, int open)
    {
        var asked = Begins().After(Pays(Sunita, Rs(500)));
        asked.Register.RolledTo(asked.Now.AddDays(7).AddMinutes(minutesMore)).Group.Payments.Should().HaveCount(open);
    }

    [Fact]
    public void A_claim_never_expires_by_itself()
    {
        Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr)).On("2026-12-31").Group.Payments.Should().ContainSingle();
    }

    [Fact]
    public void Nobody_books_her_own_money_while_another_officer_could()
    {
        var saheli = Begins().After(Pays(Meera, Rs(500)));
        saheli.Refusal(Confirms(1)).Should().Be(new OwnPayment("Asha"));
        saheli.Refusal(Rejects(1)).Should().Be(new OwnPayment("Asha"));
        saheli.Refusal(Cash(Meera, Rs(500))).Should().Be(new OwnPayment("Asha"));
        saheli.Refusal(Cash(Asha, Rs(500)).As(Asha)).Should().Be(new OwnPayment("Meera"));
        saheli.Try(Confirms(1).As(Asha)).IsRefused.Should().BeFalse();
        var alone = saheli.After(Makes(Meera, Role.Member));
        alone.After(Cash(Asha, Rs(500)).As(Asha)).Group.SavingsOf(Asha).Should().Be(Rs(500));
    }

    [Fact]
    public void A_group_without_a_upi_address_takes_cash_only()
    {
        var saheli = Begins(upiAddress: null);
        saheli.Refusal(Pays(Sunita, Rs(500))).Should().Be(new NoUpiAddress("Saheli"));
        saheli.After(Cash(Sunita, Rs(500))).Group.SavingsOf(Sunita).Should().Be(Rs(500));
    }

    [Fact]
    public void Cash_is_posted_at_once_under_the_officer_who_took_it()
    {
        var saheli = Begins().After(Cash(Sunita, Rs(500)));
        var entry = saheli.Register.Book.Single().Entry;
        entry
            .Should()
            .BeEquivalentTo(
                new
                {
                    Number = 1L,
                    On = Founded,
                    Narration = Narration.Contribution,
                    Cause = "payment:1",
                    By = Meera,
                }
            );
        entry.Postings.Should().Equal(new Posting(Account.Cash, Rs(500)), new(Account.Savings(Sunita), -Rs(500)));
        saheli.Group.Payments.Should().BeEmpty();
        saheli.Refusal(Cash(Kavita, Rs(500))).Should().Be(new MemberUnknown());
        saheli.After(Joins(Kavitas)).Refusal(Cash(Kavita, Rs(500))).Should().Be(new MemberUnknown());
    }
}
