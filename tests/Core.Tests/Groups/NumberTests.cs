using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

/// <summary>Which phone a membership is on, and how it comes to another.</summary>
public sealed class NumberTests
{
    private static readonly PersonId NewPhone = PersonOf(new(97));

    [Fact]
    public void A_wrong_code_finds_no_group_and_a_number_that_nobody_has_no_member()
    {
        Begins().Refusal(Moves(Sunita, code: "ABCD1234")).Should().Be(new InviteUnknown());
        Begins().Refusal(Moves(new(9))).Should().Be(new MemberUnknown());
    }

    [Fact]
    public void The_old_phone_and_the_officers_are_asked_and_nothing_has_moved_yet()
    {
        var asked = Begins().After(Moves(Sunita));
        asked.Group.Matters.Ballots.Single().Voters.Should().Equal(Asha, Meera, Sunita);
        asked.Group.Member(Sunita).Person.Should().Be(PersonOf(Sunita));
    }

    [Fact]
    public void An_officer_s_yes_moves_it_and_for_two_days_no_money_leaves_for_her()
    {
        var moved = Begins().After(Moves(Sunita), Says(Meera)).Group.Member(Sunita);
        moved.Person.Should().Be(NewPhone);
        moved.LastFourDigits.Should().Be("9797");
        moved.More.HoldOn(new(2026, 1, 3)).Should().Be(new OnHold(new(2026, 1, 3)));
        moved.More.HoldOn(new(2026, 1, 4)).Should().BeNull();
    }

    [Fact]
    public void The_old_phone_stops_it_with_a_no()
    {
        var stopped = Begins().After(Moves(Sunita), Says(Sunita, yes: false));
        stopped.Group.Member(Sunita).Person.Should().Be(PersonOf(Sunita));
        stopped.Group.Matters.Ballots.Should().BeEmpty();
    }

    [Fact]
    public void The_old_phone_s_yes_alone_moves_nothing_the_officers_are_asked()
    {
        var asked = Begins().After(Moves(Sunita), Says(Sunita));
        asked.Group.Member(Sunita).Person.Should().Be(PersonOf(Sunita));
        asked.Group.Matters.Ballots.Single().Voters.Should().Equal(Asha, Meera);
        asked.After(Says(Asha)).Group.Member(Sunita).Person.Should().Be(NewPhone);
    }

    [Fact]
    public void A_second_request_for_the_same_member_waits_for_the_first() =>
        Begins().After(Moves(Sunita)).Refusal(Moves(Sunita, phone: 96)).Should().Be(new AlreadyAsked("Saheli"));

    [Fact]
    public void Two_women_on_one_phone_are_two_members_and_each_acts_as_herself()
    {
        var phone = PersonOf(Sunita);
        var joins = new Act(
            new Who(phone, Sunita),
            (r, actor) => JoinGroup.Decide(r.Group, actor, r.Group.Invite.Code, new Newcomer("Kavita", "3333", SharesPhone: true))
        );
        var shared = Begins().After(joins, Admits(Kavita));
        shared.Group.Member(Kavita).Person.Should().Be(phone);
        shared.After(Pays(Kavita, Rs(500)).As(new Who(phone, Kavita))).Group.Payments.Single().Member.Should().Be(Kavita);
        shared.Refusal(Pays(Kavita, Rs(500)).As(new Who(phone, null))).Should().Be(new NotPermitted());
    }

    [Theory]
    [InlineData("4321", true)]
    [InlineData("4320", false)]
    public void A_pin_is_kept_as_a_hash_with_salt_and_matches_itself_only(string typed, bool matches)
    {
        var pin = PinHash.Of("4321", [1, 2, 3, 4]);
        pin.Matches(typed).Should().Be(matches);
        pin.ToString().Should().NotContain("4321");
        PinHash.Of("4321", [1, 2, 3, 5]).Hash.Should().NotBe(pin.Hash);
    }

    [Fact]
    public void A_leaver_has_her_loan_set_off_and_may_join_again_under_her_number_with_nothing()
    {
        var left = Begins().WithSavings(2_000).WithLoan(1_000).After(Removes(Sunita));
        left.Register.Events.OfType<LeaverPaid>().Single().Payout.Should().Be(Rs(1_000));
        left.Group.Member(Sunita).Status.Should().Be(MemberStatus.Left);
        left.Loan(1).Status.Should().Be(Core.Loans.LoanStatus.Closed);
        var again = left.After(Joins(new Who(PersonOf(Sunita), null), "Sunita"), Admits(Sunita)).Group;
        again.Member(Sunita).IsActive.Should().BeTrue();
        again.SavingsOf(Sunita).Should().Be(Money.Zero);
    }

    [Fact]
    public void An_officer_who_leaves_loses_the_office_and_the_last_admin_stays()
    {
        Begins().After(Leaves(Meera), Says(Asha)).Group.Member(Meera).Role.Should().Be(Role.Member);
        Begins().Refusal(Leaves(Asha)).Should().Be(new LastAdmin());
    }
}
