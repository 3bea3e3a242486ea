using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

public sealed class MembershipTests
{
    [Fact]
    public void The_founder_is_member_1_and_admin_and_the_first_period_ends_on_the_next_due_day()
    {
        var at = IndianTime.StartOf(Founded).AddHours(10);
        var created = CreateGroup.Decide(new(PersonOf(Asha), null, at), Founding(Rules) with { Name = "  Saheli " }).Value;
        created.Name.Should().Be("Saheli");
        created.Founder.Should().Be(new Member(new(1), PersonOf(Asha), "Asha", "1234", Role.Admin, MemberStatus.Active, Founded, Money.Zero));
        created.Invite.Should().Be(new Invite("KM4TX7QP", new(2026, 4, 1)));
        created.FirstPeriodOn.Should().Be(new DateOnly(2026, 1, 10));
        var group = CreateGroup.Begin(created);
        group.Counters.Should().Be(new GroupCounters(1, 0, 0, 0, 0));
        group.LedgerHead.Should().MatchRegex("^0{64}$");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    [InlineData(0, false)]
    public void A_group_name_has_1_to_40_letters(int length, bool allowed) =>
        Create(Rules, new string('a', length)).Should().Be(allowed ? null : new GroupNameOutOfBounds(40));

    [Theory]
    [InlineData(99, false)]
    [InlineData(1_00, true)]
    [InlineData(1_00_000_00, true)]
    [InlineData(1_00_000_01, false)]
    public void A_contribution_is_1_rupee_to_1_lakh(long paise, bool allowed) =>
        Create(Rules with { Contribution = new(paise) }).Should().Be(allowed ? null : new ContributionOutOfBounds(Rs(1), Rs(1_00_000)));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_group_has_2_to_50_members(int members, bool allowed) =>
        Create(Rules with { MaximumMembers = members }).Should().Be(allowed ? null : new MembersOutOfBounds(2, 50));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_loan_rate_is_0_to_5_percent_a_month(int basisPoints, bool allowed) =>
        Create(Rules with { LoanRate = new(basisPoints) }).Should().Be(allowed ? null : new LoanRateOutOfBounds(new(500)));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_tenure_is_1_to_60_months(int months, bool allowed) =>
        Create(Rules with { MaximumMonths = months }).Should().Be(allowed ? null : new TenureOutOfBounds(60));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    [InlineData(null, true)]
    public void A_loan_is_at_most_1_to_20_times_the_savings_or_the_multiple_is_off(int? times, bool allowed) =>
        Create(Rules with { MaximumLoanTimesSavings = times }).Should().Be(allowed ? null : new MultipleOutOfBounds(20));

    [Fact]
    public void Who_asks_to_join_waits_and_may_do_nothing_until_she_is_admitted()
    {
        var asked = Begins().After(Joins(Kavitas));
        asked.Group.Member(Kavita).Should().Be(new Member(Kavita, PersonOf(Kavita), "Kavita", "4321", Role.Member, MemberStatus.Pending, Founded, Money.Zero));
        asked.Refusal(Pays(Kavita, Rs(500))).Should().Be(new NotPermitted());
        var admitted = asked.On("2026-01-05").After(Admits(Kavita));
        admitted.Group.Member(Kavita).Status.Should().Be(MemberStatus.Active);
        admitted.Group.Member(Kavita).JoinedOn.Should().Be(new DateOnly(2026, 1, 5));
        admitted.Group.Counters.Members.Should().Be(5);
        admitted.Try(Pays(Kavita, Rs(500))).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void Who_was_refused_may_ask_again_and_keeps_her_number()
    {
        var refused = Begins().After(Joins(Kavitas), Refuses(Kavita));
        refused.Group.Member(Kavita).Status.Should().Be(MemberStatus.Refused);
        refused.Refusal(Admits(Kavita)).Should().Be(new MemberNotWaiting("Kavita"));
        var again = refused.After(Joins(Kavitas, "Kavita Devi"), Admits(Kavita));
        again.Group.Members.Select(m => m.Name).Should().Equal("Asha", "Meera", "Sunita", "Radha", "Kavita Devi");
        again.Group.Counters.Members.Should().Be(5);
    }

    [Fact]
    public void Two_requests_to_join_have_two_numbers()
    {
        var group = Begins().After(Joins(Kavitas), Joins(Stranger, "Lata")).Group;
        group.Members.Skip(4).Select(m => (m.Number.Value, m.Name)).Should().Equal((5, "Kavita"), (6, "Lata"));
    }

    [Theory]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-04-02", false)]
    public void An_invite_is_valid_to_the_end_of_its_90th_day(string day, bool valid) =>
        Begins().On(day).Try(Joins(Kavitas)).Refusal.Should().Be(valid ? null : new InviteExpired("Saheli", new(2026, 4, 1)));

    [Fact]
    public void A_renewed_invite_is_valid_for_90_days_from_then_and_the_old_code_is_unknown()
    {
        var renewed = Begins().On("2026-03-01").After(RenewsInvite("ABCD1234"));
        renewed.Group.Invite.Should().Be(new Invite("ABCD1234", new(2026, 5, 30)));
        renewed.Refusal(Joins(Kavitas, code: "KM4TX7QP")).Should().Be(new InviteUnknown());
        renewed.Try(Joins(Kavitas, code: "ABCD1234")).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void The_last_place_is_given_once()
    {
        var oneLeft = Begins(Rules with { MaximumMembers = 5 }).After(Joins(Kavitas), Joins(Stranger, "Lata")).After(Admits(Kavita));
        oneLeft.Refusal(Admits(new(6))).Should().Be(new GroupIsFull("Saheli", 5));
        oneLeft.Refusal(Joins(new Who(PersonOf(new(98)), null))).Should().Be(new GroupIsFull("Saheli", 5));
    }

    [Fact]
    public void A_person_without_a_phone_is_never_taken_for_a_member_without_one()
    {
        var saheli = Begins();
        var phoneless = saheli.Group with
        {
            Members = [.. saheli.Group.Members, saheli.Group.Member(Radha) with { Number = new(5), Person = null }],
            Counters = saheli.Group.Counters with { Members = 5 },
        };
        var job = new Actor(null, new(5), saheli.Now);
        Permissions.Check(phoneless, job, Permission.SeeOwnFigures).Refusal.Should().Be(new NotPermitted());
        JoinGroup.Decide(phoneless, job with { Member = null }, "KM4TX7QP", new Newcomer("Lata", "")).Value.OfType<JoinRequested>().Single()
            .Member.Number.Should().Be(new MemberNumber(6));
    }

    [Fact]
    public void An_admin_hands_over_and_becomes_a_member_but_never_the_last_one()
    {
        var saheli = Begins();
        saheli.Refusal(Makes(Asha, Role.Member)).Should().Be(new LastAdmin());
        var two = saheli.After(Makes(Radha, Role.Admin), Makes(Asha, Role.Member));
        two.Group.Member(Asha).Role.Should().Be(Role.Member);
        two.Refusal(Makes(Radha, Role.Treasurer).As(Radha)).Should().Be(new LastAdmin());
        two.Refusal(Makes(Sunita, Role.Treasurer)).Should().Be(new NotPermitted());
    }

    private static Refusal? Create(GroupRules rules, string name = "Saheli") =>
        CreateGroup.Decide(new(PersonOf(Asha), null, IndianTime.StartOf(Founded)), Founding(rules) with { Name = name }).Refusal;
}
