using System.Globalization;
using CsCheck;
using DiGiBachat.Bot.Actions;
using DiGiBachat.Bot.Dialogs.Slots;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Meetings;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Bot.Tests.Conversations;

/// <summary>From the words of a meeting to its entries and back, without a database: a group of twenty.</summary>
public class MeetingPlanTests
{
    private const int Size = 20;
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 4, 30, 0, TimeSpan.Zero);
    private static readonly GroupState Twenty = Founded();

    private static readonly Gen<string> Amount = Gen.Int[1, 2_000].Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> Item = Gen.Select(Gen.Int[1, Size + 2], Amount, Gen.Int[0, 9])
        .Select(
            (member, amount, form) =>
                form switch
                {
                    0 => $"{member} no",
                    1 => $"{member} 0",
                    2 => $"{member} {amount} fine",
                    3 => $"{Name(member)} {amount}",
                    4 => $"{member} ne {amount} diye",
                    5 => $"{member} {amount} bachat",
                    6 => $"{member} {amount} repay",
                    7 => $"{member}: {amount}",
                    _ => $"{member} {amount}",
                }
        );

    [Fact]
    public void Twenty_members_in_one_message_are_booked_by_one_yes()
    {
        var plan = Plan("sab 100, 7 nahi, 9 250, 11 12 aur 13 chhodkar" + ", 20 30 fine");
        plan.Doubt!.Said.Should().Be("11 12 aur 13 chhodkar");
        plan = Plan("sab 100 11 12 aur 13 chhodkar, 7 nahi, 9 250, 20 30 fine");
        plan.Doubt.Should().BeNull();
        plan.Lines.Should().HaveCount(16);
        var (booked, after) = Book(plan);
        booked.LeftOut!.Member.Should().Be(new MemberNumber(2));
        after.Balances[Account.Cash].Should().Be(Money.Rupees((14 * 100) + 250 + 30));
        after.SavingsOf(new(9)).Should().Be(Money.Rupees(250));
        after.SavingsOf(new(12)).Should().Be(Money.Zero);
    }

    [Fact]
    public void For_all_meetings_what_is_shown_is_what_is_booked_and_undone_everything_is_as_before()
    {
        Gen.Select(Item.Array[1, 30], Gen.Bool, Amount)
            .Sample(
                (items, all, amount) =>
                {
                    var said = string.Join(", ", all ? items.Prepend($"all {amount}") : items);
                    var plan = Plan(said);
                    for (var round = 0; plan.Doubt is { } doubt; round++)
                    {
                        round.Should().BeLessThan(40, said);
                        plan = Plan(string.Join(", ", plan.Items.Where((_, i) => !doubt.Items.Contains(i))));
                    }
                    var shown = plan.Lines.Where(l => l.Member != new MemberNumber(2)).Aggregate(Money.Zero, (sum, l) => sum + l.Total);
                    if (shown.IsZero)
                        return;
                    var (booked, after) = Book(plan);
                    booked.Batch.Total.Should().Be(shown);
                    after.Balances[Account.Cash].Should().Be(shown);
                    IsUndone(after, plan);
                },
                iter: 60
            );
    }

    private static void IsUndone(GroupState after, MeetingPlan plan)
    {
        var decided = BookMeeting.Decide(Twenty, Officer, plan.Lines, "in the meeting").Value;
        var entries = Twenty.Apply(decided, Officer).Entries;
        var causes = decided.Where(e => Postings.For(e, Officer.Today) is not null).ToList();
        var undone = UndoMeeting.Decide(
            after,
            Officer,
            [.. entries.Zip(causes, (entry, cause) => (entry, (GroupEvent?)cause))],
            "counted wrongly"
        );
        var back = after.Apply(undone.Value, Officer).Group;
        back.Balances.All.Should().OnlyContain(b => b.Value.IsZero);
        back.Members.Should().OnlyContain(m => m.Advance.IsZero);
        back.Matters.Meeting!.Batches.Should().BeEmpty();
    }

    private static (MeetingBooked Booked, GroupState After) Book(MeetingPlan plan)
    {
        var decided = BookMeeting.Decide(Twenty, Officer, plan.Lines, "in the meeting").Value;
        return (decided.OfType<MeetingBooked>().Single(), Twenty.Apply(decided, Officer).Group);
    }

    private static MeetingPlan Plan(string said)
    {
        var members = Twenty.Members.Select(m => new NamedMember(m.Number.Value, m.Name, m.LastFourDigits)).ToList();
        return MeetingPlan.Of(Twenty, Officer, MeetingText.Read(said, new(new(2026, 4, 1), "en", members)), "in the meeting");
    }

    private static Actor Officer => new(PersonOf(2), new(2), Now);

    private static PersonId PersonOf(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static string Name(int number) => $"Sunita {(char)('A' + number)}{(char)('A' + number)}ra";

    private static GroupState Founded()
    {
        var rules = new GroupRules
        {
            Contribution = Money.Rupees(100),
            Calendar = DueCalendar.Monthly(10, new(2026, 4, 2)),
            MaximumMembers = Size,
        };
        var asked = new NewGroup(new(new Guid(1, 2, 3, new byte[8])), "Saheli", rules, null, "KM4TX7QP", Name(1), "1234");
        var admin = new Actor(PersonOf(1), null, Now);
        var group = CreateGroup.Begin(CreateGroup.Decide(admin, asked).Value);
        for (var number = 2; number <= Size; number++)
        {
            var actor = new Actor(PersonOf(number), null, Now);
            group = group.Apply(JoinGroup.Decide(group, actor, Name(number), "4321").Value, actor).Group;
            group = group.Apply(AdmitMember.Decide(group, admin with { Member = new(1) }, new(number)).Value, admin).Group;
        }
        group = group.Apply(ChangeRole.Decide(group, admin with { Member = new(1) }, new(2), Role.Treasurer).Value, admin).Group;
        return group with { IsWhole = true };
    }
}
