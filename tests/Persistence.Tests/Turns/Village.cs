using System.Globalization;
using DiGiBachat.Core;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using DiGiBachat.Core.Savings;
using DiGiBachat.Persistence.Turns;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <summary>A group and its people, acting through the real use cases; every act is locked, decided and committed.</summary>
internal sealed class Village
{
    private readonly BachatDatabase database;
    private readonly List<string> phones = [];
    private int made;

    public static readonly DateTimeOffset Start = new(2026, 4, 1, 4, 30, 0, TimeSpan.Zero);

    private Village(BachatDatabase database, GroupRules rules)
    {
        this.database = database;
        Rules = rules;
    }

    public GroupRules Rules { get; }
    public GroupId Id { get; private set; }
    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>By member number, from 1.</summary>
    public List<PersonId> People { get; } = [];

    /// <summary>All that happened, by type.</summary>
    public HashSet<Type> Happened { get; } = [];

    /// <summary>The group as the events of the last act left it in memory.</summary>
    public GroupState Folded { get; private set; } = null!;

    public static GroupRules Monthly => new() { Contribution = Money.Rupees(100), Autopay = true, Calendar = DueCalendar.Monthly(10, new(2026, 4, 1)) };

    /// <summary>Founds the group; member 1 is its admin.</summary>
    public static async Task<Village> FoundAsync(BachatDatabase database, GroupRules? rules = null)
    {
        var village = new Village(database, rules ?? Monthly);
        var founder = await village.ArriveAsync();
        village.Id = new(Guid.CreateVersion7(village.Now));
        var actor = new Actor(founder, null, village.Now);
        var asked = new NewGroup(village.Id, "Mahila Bachat", village.Rules, "mahila@upi", village.Code(), Name(1), Digits(1));
        var created = CreateGroup.Decide(actor, asked).Value;
        var applied = CreateGroup.Begin(created).Apply([], actor);
        await database.Store.CommitAsync(
            new() { At = village.Now, Person = founder, Group = new(actor, [created], applied) },
            null,
            default
        );
        village.Happened.Add(typeof(GroupCreated));
        village.Folded = applied.Group;
        return village;
    }

    /// <summary>Founds it with this many active members; member 2 is the treasurer.</summary>
    public static async Task<Village> FoundAsync(BachatDatabase database, int members, GroupRules? rules = null)
    {
        var village = await FoundAsync(database, rules);
        for (var number = 2; number <= members; number++)
        {
            var person = await village.ArriveAsync();
            var (name, digits) = (Name(number), Digits(number));
            await village.ActAsync(new Actor(person, null, village.Now), g => JoinGroup.Decide(g, new(person, null, village.Now), name, digits));
            await village.ActAsync(1, (g, a) => AdmitMember.Decide(g, a, new(number)));
        }
        if (members > 1)
            await village.ActAsync(1, (g, a) => ChangeRole.Decide(g, a, new(2), Role.Treasurer));
        return village;
    }

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Sunita-{number} Devi");

    public static string Digits(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Of her who arrived in this place, from 1.</summary>
    public string Phone(int number) => phones[number - 1];

    /// <summary>A person who is in no group yet.</summary>
    public async Task<PersonId> ArriveAsync()
    {
        var number = People.Count + 1;
        phones.Add(database.NewPhone());
        var person = new PersonId(Guid.CreateVersion7(Now));
        await database.Store.CommitAsync(
            new()
            {
                At = Now,
                Person = person,
                PersonChanges = new()
                {
                    IsNew = true,
                    Address = Phone(number),
                    Name = Name(number),
                    Language = "hi",
                    ConsentAt = Now,
                },
            },
            null,
            default
        );
        People.Add(person);
        return person;
    }

    /// <summary>From the phone that is hers by now.</summary>
    public Actor As(int member) => new(Folded?.FindMember(new(member))?.Person ?? People[member - 1], new(member), Now);

    public Task<Refusal?> ActAsync(int member, Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide, Scope? scope = null) =>
        ActAsync(As(member), g => decide(g, As(member)), scope);

    /// <summary>What the calendar made happen, then the act if nothing stops it. A refusal books the calendar's part only.</summary>
    public async Task<Refusal?> ActAsync(Actor actor, Func<GroupState, Result<IReadOnlyList<GroupEvent>>> decide, Scope? scope = null)
    {
        await using var locked = await database.Store.LockAsync(Id, scope ?? Scope.All, default);
        var due = RollForward.To(locked.Group, actor);
        var decision = decide(locked.Group.Apply(due, actor).Group);
        IReadOnlyList<GroupEvent> events = decision.IsRefused ? due : [.. due, .. decision.Value];
        if (events.Count > 0)
            await CommitAsync(locked, actor, events);
        return decision.Refusal;
    }

    private async Task CommitAsync(LockedGroup locked, Actor actor, IReadOnlyList<GroupEvent> events)
    {
        var applied = locked.Group.Apply(events, actor);
        await database.Store.CommitAsync(new() { At = Now, Person = actor.Person, Group = new(actor, events, applied) }, locked, default);
        Folded = applied.Group;
        Happened.UnionWith(events.Select(e => e.GetType()));
    }

    /// <summary>A month's cash of a member: savings.</summary>
    public Task<Refusal?> CashAsync(int officer, int member, Money amount, LoanNumber? loan = null) =>
        ActAsync(officer, (g, a) => ReceiveCash.Decide(g, a, new(member), amount, loan));

    /// <summary>Asked for, approved by the admin and handed over in cash.</summary>
    public async Task<LoanNumber> LendAsync(int borrower, Money amount, int months)
    {
        await ActAsync(borrower, (g, a) => ApplyForLoan.Decide(g, a, amount, months, "seeds and a goat"));
        var number = Folded.Loans[^1].Number;
        await ActAsync(1, (g, a) => DecideLoan.Approve(g, a, number));
        await ActAsync(1, (g, a) => DisburseLoan.Decide(g, a, number, PaymentMethod.Cash, null));
        return number;
    }

    /// <summary>Codes that differ; the real ones are random.</summary>
    public string Code() => string.Create(CultureInfo.InvariantCulture, $"{Id.Value.ToString("N")[24..]}{++made}");
}
