using System.Reflection;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>Events are kept for ever: each one comes back as it was, and their JSON stays what it is.</summary>
public sealed class EventJsonTests
{
    /// <summary>Strings that name nobody: codes and bank references.</summary>
    private static readonly string[] Harmless = ["Code", "Reference", "DefaultLanguage"];

    public static TheoryData<string> Kinds()
    {
        var kinds = new TheoryData<string>();
        foreach (var type in All())
            kinds.Add(type.Name);
        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_comes_back_as_it_was(string name)
    {
        var happened = (GroupEvent)Made.Of(All().Single(t => t.Name == name));

        var (kind, data) = EventJson.Write(happened);
        var read = EventJson.Read(kind, data);

        read.Should().BeOfType(happened.GetType());
        read.Should().BeEquivalentTo(happened, o => o.RespectingRuntimeTypes().ComparingByMembers<GroupEvent>());
        EventJson.Write(read).Should().Be((kind, data));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_holds_somebody_s_words_is_sealed(string name)
    {
        var type = All().Single(t => t.Name == name);

        EventJson.IsSealed(EventJson.Write((GroupEvent)Made.Of(type)).Kind).Should().Be(HoldsWords(type, []));
    }

    [Fact]
    public void Money_is_paise_and_names_are_short()
    {
        EventJson
            .Write(
                new ContributionReceived(
                    new(4),
                    new(7),
                    new(10_050),
                    Money.Zero,
                    Money.Zero,
                    [new(new(2026, 4, 10), new(10_050), Money.Zero)],
                    PaymentMethod.Cash
                )
            )
            .Should()
            .Be(
                (
                    "contribution",
                    """{"payment":4,"member":7,"savings":10050,"fine":0,"advance":0,"settled":[{"periodOn":"2026-04-10","paid":10050,"finePaid":0}],"method":"Cash"}"""
                )
            );
    }

    [Fact]
    public void Rules_come_back_with_their_calendar()
    {
        DueCalendar[] calendars =
        [
            DueCalendar.Monthly(31, new(2026, 1, 31)),
            DueCalendar.Weekly(DayOfWeek.Sunday, new(2026, 4, 1)),
            DueCalendar.Fortnightly(DayOfWeek.Saturday, new(2026, 4, 1)),
        ];
        foreach (var calendar in calendars)
        {
            var rules = new GroupRules
            {
                Contribution = Money.Rupees(50),
                Calendar = calendar,
                MaximumLoan = Money.Rupees(9_000),
                LoanRate = new(175),
            };

            EventJson.ReadRules(EventJson.Write(rules)).Should().Be(rules);
        }
    }

    /// <summary>Rules are kept for ever; those written before a rule was known have its default.</summary>
    [Fact]
    public void A_rule_that_was_not_known_yet_has_its_default()
    {
        var old = EventJson.ReadRules("""{"contribution":5000,"calendar":{"every":"Monthly","on":10,"from":"2026-04-01"}}""");

        old.Should().Be(new GroupRules { Contribution = new(5_000), Calendar = DueCalendar.Monthly(10, new(2026, 4, 1)) });
    }

    /// <summary>An act is declared as such in a ballot and comes back as what it is.</summary>
    [Fact]
    public void Every_act_is_known_by_a_name()
    {
        ActJson
            .Known.Should()
            .BeEquivalentTo(typeof(Core.Decisions.Act).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Core.Decisions.Act)) && !t.IsAbstract));
    }

    /// <summary>Stored by number: a new name goes to the end, none is ever moved.</summary>
    [Fact]
    public void Numbers_that_stand_in_rows_do_not_move()
    {
        Enum.GetNames<Role>().Should().Equal("Member", "Treasurer", "Admin");
        Enum.GetNames<MemberStatus>().Should().Equal("Pending", "Active", "Refused", "Left");
        Enum.GetNames<GroupStatus>().Should().Equal("Active", "Archived");
        Enum.GetNames<LoanStatus>()
            .Should()
            .Equal("Requested", "Approved", "Active", "Closed", "Rejected", "Withdrawn", "Cancelled", "WrittenOff");
        Enum.GetNames<PaymentStatus>().Should().Equal("Requested", "Claimed", "Posted", "Rejected", "Expired");
        Enum.GetNames<PaymentMethod>().Should().Equal("Upi", "Cash", "Share");
        Enum.GetNames<InterestMethod>().Should().Equal("Emi", "Flat", "Shg");
        Enum.GetNames<PrepaymentRule>().Should().Equal("ShortenLoan", "LowerInstalment", "NextInstalments");
        ((int)AccountKind.Opening).Should().Be(15);
        ((int)AccountKind.ShareOutPayable).Should().Be(14);
        ((int)AccountKind.Savings).Should().Be(3);
        ((int)AccountKind.Loan).Should().Be(4);
    }

    private static IEnumerable<Type> All() => typeof(GroupEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(GroupEvent)));

    private static bool HoldsWords(Type type, HashSet<Type> seen) =>
        type.Namespace!.StartsWith("DiGiBachat", StringComparison.Ordinal)
        && seen.Add(type)
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && !Harmless.Contains(p.Name))
            .Select(p => p.PropertyType.IsGenericType ? p.PropertyType.GetGenericArguments()[0] : p.PropertyType)
            .Any(t => t == typeof(string) || IsSecret(t) || HoldsWords(t, seen));

    /// <summary>Any act may hold words, and how somebody voted is nobody's business.</summary>
    private static bool IsSecret(Type type) => type == typeof(Core.Decisions.Act) || type == typeof(Core.Decisions.Vote);
}
