using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Payments;

/// <summary>What lies on the treasurer's table: payments confirmed together or otherwise than claimed, objections, reminders.</summary>
public sealed class TableTests
{
    private const string Utr = "600112345678";

    [Fact]
    public void All_that_was_shown_is_booked_once_and_what_cannot_be_is_left_with_its_reason()
    {
        var waiting = Begins().After(
            Pays(Sunita, Rs(500)), Claims(Sunita, "600112345601"),
            Pays(Radha, Rs(300)), Claims(Radha, "600112345602"),
            Pays(Meera, Rs(200)), Claims(Meera, "600112345603"));
        ConfirmAll.Sort(waiting.Group, new(PersonOf(Meera), Meera, waiting.Now), [new(1), new(2), new(3)]).Left
            .Should().Equal(new LeftOver(waiting.Group.FindPayment(new(3))!, new OwnPayment("Asha")));
        var booked = waiting.After(ConfirmsAll(1, 2, 3));
        booked[Account.Bank].Should().Be(Rs(800));
        booked.Group.Payments.Select(p => p.Number.Value).Should().Equal(3);
        booked.Refusal(ConfirmsAll(1, 2, 3)).Should().Be(new NothingToConfirm());
        booked.Refusal(Confirms(1)).Should().BeOfType<PaymentNotOpen>();
    }

    [Fact]
    public void What_was_claimed_after_the_table_was_shown_is_not_booked_unseen()
    {
        var booked = Begins()
            .After(Pays(Sunita, Rs(500)), Claims(Sunita, "600112345601"), Pays(Radha, Rs(300)), Claims(Radha, "600112345602"))
            .After(ConfirmsAll(1));
        booked.Group.Payments.Single().Number.Value.Should().Be(2);
    }

    [Fact]
    public void Two_repayments_that_together_pay_more_than_the_loan_are_not_both_booked()
    {
        var waiting = Begins().WithSavings(2_000).WithLoan()
            .After(Pays(Sunita, Rs(4_000), loan: 1), Claims(Sunita, "600112345601"), Pays(Sunita, Rs(100), loan: 1), Claims(Sunita, "600112345602"));
        var booked = waiting.After(ConfirmsAll(5, 6));
        booked[Account.Bank].Should().Be(Rs(4_000));
        booked.Group.Payments.Single().Number.Value.Should().Be(6);
    }

    [Fact]
    public void Another_amount_than_claimed_is_booked_as_the_bank_shows_it_and_the_difference_is_nothing()
    {
        var booked = Begins().On("2026-01-10").After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr), ConfirmsAs(1, new(Rs(400))));
        booked[Account.Bank].Should().Be(Rs(400));
        booked.Dues(Sunita).Should().Equal("2026-01-10 400.00/500.00 +0.00/0.00");
        booked.Register.Events.OfType<PaymentCorrected>().Single()
            .Should().Be(new PaymentCorrected(new(1), Sunita, Rs(400), Rs(500), Utr, new(2026, 1, 10)));
        booked.Register.Events.OfType<PaymentPosted>().Single().Payment.Amount.Should().Be(Rs(400));
        booked.Group.Payments.Should().BeEmpty();
    }

    [Fact]
    public void A_reference_seen_in_the_bank_that_another_payment_has_is_refused()
    {
        var open = Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr), Pays(Radha, Rs(500)));
        open.Refusal(ConfirmsAs(2, new(Reference: Utr))).Should().Be(new ReferenceAlreadyUsed(Utr));
        open.Try(ConfirmsAs(1, new(Reference: Utr))).Refusal.Should().BeNull();
    }

    [Fact]
    public void Who_paid_in_her_place_is_known_while_the_payment_is_open_and_it_counts_for_her()
    {
        var claimed = Begins().After(Pays(Sunita, Rs(500)), ClaimsFor(Sunita, Utr, "Ramesh"));
        claimed.Group.Matters.OtherPayers.Should().Equal(new OtherPayer(new(1), "Ramesh"));
        var booked = claimed.After(Confirms(1));
        booked.Group.Matters.OtherPayers.Should().BeEmpty();
        booked.Group.SavingsOf(Sunita).Should().Be(Rs(500));
    }

    [Fact]
    public void A_reference_given_twice_changes_nothing_and_is_in_the_log()
    {
        var claimed = Begins().After(Pays(Sunita, Rs(500)), Claims(Sunita, Utr));
        var flagged = claimed.After(Flags(Radha, Utr));
        flagged.Group.Should().BeEquivalentTo(claimed.Group, o => o.Excluding(g => g.EventHead));
        flagged.Register.Events[^1].Should().Be(new ReferenceReused(Radha, Utr, null, null));
    }

    [Fact]
    public void An_objection_freezes_nothing_and_is_off_the_table_when_the_entry_is_undone()
    {
        var objected = Begins().After(Cash(Sunita, Rs(500)), Objects(Sunita, 1));
        objected.Group.Matters.Objections.Should().Equal(
            new Objection(new(1), 1, Sunita, Meera, Rs(500), Founded, "I gave 600")
        );
        objected.Group.SavingsOf(Sunita).Should().Be(Rs(500));
        var undone = objected.After(Reverses(1));
        undone.Group.Matters.Objections.Should().BeEmpty();
        undone.Register.Events[^1].Should().BeOfType<ObjectionResolved>().Which.Answer.Should().BeNull();
    }

    [Fact]
    public void An_objection_to_her_loan_s_entry_is_hers_and_to_another_s_is_not()
    {
        var lent = Begins().WithSavings(2_000).WithLoan();
        lent.After(Objects(Sunita, 5)).Group.Matters.Objections.Single().Amount.Should().Be(Rs(4_000));
        lent.Refusal(Objects(Radha, 5)).Should().Be(new NoEntryOfHers());
        lent.After(Reverses(3)).Refusal(Objects(Sunita, 3)).Should().Be(new NoEntryOfHers(), "it was undone");
    }

    [Fact]
    public void The_only_officer_answers_for_her_own_entry_when_there_is_no_other()
    {
        var alone = Begins().After(Makes(Meera, Role.Member)).After(Cash(Sunita, Rs(500)).As(Asha), Objects(Sunita, 1));
        alone.After(Answers(1)).Group.Matters.Objections.Should().BeEmpty();
    }

    [Fact]
    public void All_who_owe_are_reminded_once_a_day_and_never_who_has_paid()
    {
        var due = Begins().On("2026-01-10").After(Cash(Sunita, Rs(500)));
        var reminded = due.After(Reminds());
        reminded.Group.Matters.Reminded!.Members.Should().Equal(Asha, Radha);
        reminded.Refusal(Reminds()).Should().Be(new NobodyToRemind());
        reminded.Refusal(Reminds(Radha)).Should().Be(new RemindedToday("Radha"));
        reminded.On("2026-01-11").After(Reminds(Radha)).Group.Matters.Reminded!.Members.Should().Equal(Radha);
    }
}
