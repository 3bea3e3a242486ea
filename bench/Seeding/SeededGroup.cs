using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Bench.Seeding;

/// <summary>A group's whole history, decided by the project's own use cases: founded, joined, two periods opened, one payment each.</summary>
internal sealed class SeededGroup
{
    private readonly List<GroupEvent> events = [];
    private readonly List<Actor> actors = [];
    private readonly List<Core.Ledger.LedgerEntry> entries = [];
    private readonly List<Payment> payments = [];
    private readonly DateTimeOffset at;

    public SeededGroup(int number, DateTimeOffset at)
    {
        this.at = at;
        Number = number;
        Persons = Enumerable
            .Range(0, BenchOptions.MembersPerGroup)
            .Select(_ => new PersonId(Guid.CreateVersion7(at)))
            .ToArray();
        State = Found();
        Join();
        Save();
    }

    public int Number { get; }
    public GroupState State { get; private set; }
    public IReadOnlyList<PersonId> Persons { get; }
    public IReadOnlyList<GroupEvent> Events => events;
    public IReadOnlyList<Actor> Actors => actors;
    public IReadOnlyList<Core.Ledger.LedgerEntry> Entries => entries;
    public IReadOnlyList<Due> Dues => State.Dues;
    public IReadOnlyList<Payment> Payments => payments;

    private Actor By(int member) => new(Persons[member - 1], new(member), at);

    private GroupState Found()
    {
        var asked = new NewGroup(
            new(Guid.CreateVersion7(at)),
            $"Saheli {Number}",
            SeedPlan.Rules(IndianTime.DayOf(at)),
            "saheli@upi",
            SeedPlan.InviteOf(Number),
            SeedPlan.Name(Number, SeedPlan.Admin),
            SeedPlan.Phone(Number, SeedPlan.Admin)[^4..]
        );
        var founder = By(SeedPlan.Admin);
        var created = CreateGroup.Decide(founder, asked).Value;
        events.Add(created);
        actors.Add(founder);
        return CreateGroup.Begin(created);
    }

    private void Join()
    {
        for (var member = SeedPlan.Treasurer; member <= BenchOptions.MembersPerGroup; member++)
        {
            var digits = SeedPlan.Phone(Number, member)[^4..];
            var newcomer = By(member) with { Member = null };
            Take(
                newcomer,
                JoinGroup.Decide(State, newcomer, SeedPlan.Name(Number, member), digits).Value
            );
            Take(
                By(SeedPlan.Admin),
                AdmitMember.Decide(State, By(SeedPlan.Admin), new(member)).Value
            );
        }
        Take(
            By(SeedPlan.Admin),
            ChangeRole
                .Decide(State, By(SeedPlan.Admin), new(SeedPlan.Treasurer), Role.Treasurer)
                .Value
        );
    }

    private void Save()
    {
        var calendar = Actor.Calendar(at);
        Take(calendar, RollForward.To(State, calendar));
        for (var member = SeedPlan.Admin; member <= BenchOptions.MembersPerGroup; member++)
        {
            var officer = By(member == SeedPlan.Treasurer ? SeedPlan.Admin : SeedPlan.Treasurer);
            Take(
                officer,
                ReceiveCash.Decide(State, officer, new(member), SeedPlan.Paid, null).Value
            );
        }
    }

    private void Take(Actor actor, IReadOnlyList<GroupEvent> happened)
    {
        var applied = State.Apply(happened, actor);
        State = applied.Group;
        entries.AddRange(applied.Entries);
        events.AddRange(happened);
        actors.AddRange(happened.Select(_ => actor));
        payments.AddRange(happened.OfType<PaymentPosted>().Select(p => p.Payment));
    }
}
