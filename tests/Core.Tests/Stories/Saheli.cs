using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Ledger;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Savings;

namespace DiGiBachat.Core.Tests.Stories;

/// <summary>
/// Saheli, a group to tell stories with. Asha founded it on 1 January 2026 and is its admin, Meera is treasurer, Sunita and Radha
/// are members; each saves 500 rupees by the 10th of the month. <c>saheli.On("2026-01-10").After(Cash(Sunita, Rs(500)))</c>.
/// </summary>
internal sealed record Saheli(Register Register, DateTimeOffset Now)
{
    public static readonly DateOnly Founded = new(2026, 1, 1);
    public static readonly MemberNumber Asha = new(1);
    public static readonly MemberNumber Meera = new(2);
    public static readonly MemberNumber Sunita = new(3);
    public static readonly MemberNumber Radha = new(4);

    /// <summary>Asks to join in some stories; member 5 if she does.</summary>
    public static readonly MemberNumber Kavita = new(5);

    /// <summary>Knows nobody, and is in no group.</summary>
    public static readonly Who Stranger = new(PersonOf(new(99)), null);

    public static readonly GroupRules Rules = new()
    {
        Contribution = Rs(500),
        Calendar = DueCalendar.Monthly(10, Founded.AddDays(1)),
    };

    public GroupState Group => Register.Group;

    public static Money Rs(long rupees) => Money.Rupees(rupees);

    public static PersonId PersonOf(MemberNumber number) => new(new Guid(number.Value, 0, 0, new byte[8]));

    public static Who Kavitas => new(PersonOf(Kavita), null);

    /// <summary>The day the group begins, with its four members.</summary>
    public static Saheli Begins(GroupRules? rules = null, string? upiAddress = "saheli@okaxis")
    {
        var at = IndianTime.StartOf(Founded).AddHours(10);
        var created = CreateGroup.Decide(new(PersonOf(Asha), null, at), Founding(rules ?? Rules) with { UpiAddress = upiAddress });
        var saheli = new Saheli(new(CreateGroup.Begin(created.Value) with { IsWhole = true }), at);
        foreach (var (number, name) in new[] { (Meera, "Meera"), (Sunita, "Sunita"), (Radha, "Radha") })
            saheli = saheli.After(Act.Joins(new(PersonOf(number), null), name), Act.Admits(number));
        return saheli.After(Act.Makes(Meera, Role.Treasurer));
    }

    public static NewGroup Founding(GroupRules rules) =>
        new(new(new Guid(1, 2, 3, new byte[8])), "Saheli", rules, "saheli@okaxis", "KM4TX7QP", "Asha", "1234");

    /// <summary>A later day, ten in the morning; what the calendar makes happen until then has happened.</summary>
    public Saheli On(string day) => On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    public Saheli On(DateOnly day)
    {
        var at = IndianTime.StartOf(day).AddHours(10);
        return new(Register.RolledTo(at), at);
    }

    /// <summary>All of these go through, one after the other; a refusal fails the story.</summary>
    public Saheli After(params Act[] acts) => acts.Aggregate(this, (saheli, act) => saheli with { Register = saheli.Try(act).Value });

    public Result<Register> Try(Act act) => Register.After(act, Now);

    /// <summary>Why not.</summary>
    public Refusal Refusal(Act act) =>
        Try(act).Refusal ?? throw new InvalidOperationException("It went through, and should have been refused.");

    /// <summary>The events of an act that goes through, without those of the calendar.</summary>
    public IReadOnlyList<GroupEvent> Events(Act act) => Try(act).Value.Events.Skip(Register.Events.Count).ToList();

    /// <summary>What stands on an account; positive is debit.</summary>
    public Money this[Account account] => Group.Balances[account];

    public Loan Loan(int number) => Register.With(new LoanNumber(number)).FindLoan(new(number))!;

    /// <summary>A member's open dues as "2026-01-10 200.00/500.00 +0.00/20.00": what was paid of the due, and of its fine.</summary>
    public IEnumerable<string> Dues(MemberNumber member) =>
        Group.DuesOf(member).Select(d => $"{d.PeriodOn:yyyy-MM-dd} {d.Paid}/{d.Amount} +{d.FinePaid}/{d.Fine}");

    /// <summary>All members have paid in this much in cash, each booked by another officer.</summary>
    public Saheli WithSavings(long rupees) =>
        After(
            Act.Cash(Asha, Rs(rupees)),
            Act.Cash(Meera, Rs(rupees)).As(Asha),
            Act.Cash(Sunita, Rs(rupees)),
            Act.Cash(Radha, Rs(rupees))
        );

    /// <summary>The surplus is shared out today, without the vote that the rules may want.</summary>
    public Saheli Shared(ShareOutPolicy policy, bool setOff = false)
    {
        var rules = Group.Rules;
        var shared = (this with { Register = Register with { Group = Group with { Rules = rules with { VoteOnShareOut = false } } } }).After(
            Act.SharesOut(policy, setOff)
        );
        return shared with { Register = shared.Register with { Group = shared.Group with { Rules = rules } } };
    }

    /// <summary>Sunita's loan 1 of 4,000 over 4 months, paid out in cash today.</summary>
    public Saheli WithLoan(long rupees = 4_000, int months = 4) =>
        After(Act.Applies(Sunita, Rs(rupees), months), Act.Approves(1).As(Asha), Act.Disburses(1));
}
