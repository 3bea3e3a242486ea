using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Payments;

/// <summary>What a member owes by a day: dues with their fines, and instalments.</summary>
public sealed record Owed(Member Member, Money Dues, Money Instalments, DateOnly Since)
{
    public Money Total => Dues + Instalments;
}

/// <summary>An officer reminds one member or all who owe: never who has paid, and nobody twice on a day.</summary>
public static class RemindMembers
{
    /// <summary>
    /// One member, or all of them when <paramref name="whom"/> is null. Refuses an unknown member, who owes nothing, who was reminded today
    /// already, who has no phone; and all of them when nobody is left to remind.
    /// </summary>
    /// <param name="group">Read whole.</param>
    public static Result<IReadOnlyList<GroupEvent>> Decide(GroupState group, Actor actor, MemberNumber? whom)
    {
        var officer = Permissions.Check(group, actor, Permission.Remind);
        if (officer.IsRefused)
            return officer.Refusal!;
        var owing = Owing(group, actor.Today);
        if (whom is { } one && Refuse(group, actor.Today, one, owing) is { } refusal)
            return refusal;
        var members = owing
            .Select(o => o.Member)
            .Where(m => (whom is null || m.Number == whom) && m.Person is not null && m.Number != actor.Member && !WasReminded(group, actor.Today, m.Number))
            .Select(m => m.Number)
            .ToList();
        return members.Count == 0 ? new NobodyToRemind() : new GroupEvent[] { new MembersReminded(actor.Today, members) };
    }

    /// <summary>Who owes on that day, the longest first: dues that have come up to it, instalments due on it or missed.</summary>
    public static IReadOnlyList<Owed> Owing(GroupState group, DateOnly today) =>
        group
            .ActiveMembers.Select(m => Of(group, m, today))
            .Where(o => o.Total.IsPositive)
            .OrderBy(o => o.Since)
            .ThenBy(o => o.Member.Number)
            .ToList();

    /// <summary>How many days before a due day the rules remind; 0 is the day itself.</summary>
    public static IEnumerable<int> DaysOf(GroupRules rules) =>
        new[] { (Days: rules.RemindDaysBefore, On: rules.RemindDaysBefore > 0), (Days: 0, On: rules.RemindOnTheDay) }
            .Where(d => d.On)
            .Select(d => d.Days);

    /// <summary>Whom the calendar reminds today, as the rules say: of a due or an instalment that is unpaid. Empty when it has done so.</summary>
    /// <param name="group">Read whole.</param>
    public static IReadOnlyList<GroupEvent> ByCalendar(GroupState group, Actor actor)
    {
        var days = DaysOf(group.Rules).Select(d => actor.Today.AddDays(d)).ToList();
        var dues = group.Dues.Where(d => days.Contains(d.PeriodOn) && !d.IsSettled).Select(d => d.Member);
        var instalments = group
            .Loans.Where(l => l.Status == LoanStatus.Active && l.Instalments.Any(i => days.Contains(i.DueOn) && !i.IsPaid))
            .Select(l => l.Borrower);
        var members = dues.Concat(instalments)
            .Distinct()
            .Where(m => group.Member(m) is { IsActive: true, Person: not null } && !WasReminded(group, actor.Today, m))
            .Order()
            .ToList();
        return members.Count == 0 ? [] : [new MembersReminded(actor.Today, members)];
    }

    /// <summary>By an officer or by the calendar.</summary>
    public static bool WasReminded(GroupState group, DateOnly today, MemberNumber member) =>
        group.Matters.Reminded is { } last && last.On == today && last.Members.Contains(member);

    private static Owed Of(GroupState group, Member member, DateOnly today)
    {
        var dues = group.DuesOf(member.Number).ToList();
        var instalments = group
            .Loans.Where(l => l.Borrower == member.Number && l.Status == LoanStatus.Active)
            .SelectMany(l => l.BookIn(group).Accrue(today).Instalments)
            .Where(i => i.DueOn <= today && !i.IsPaid)
            .ToList();
        return new(
            member,
            dues.Aggregate(Money.Zero, (sum, d) => sum + d.Left),
            instalments.Aggregate(Money.Zero, (sum, i) => sum + i.Left),
            dues.Select(d => d.PeriodOn).Concat(instalments.Select(i => i.DueOn)).DefaultIfEmpty(today).Min()
        );
    }

    private static Refusal? Refuse(GroupState group, DateOnly today, MemberNumber whom, IReadOnlyList<Owed> owing)
    {
        if (group.FindMember(whom) is not { IsActive: true } member)
            return new MemberUnknown();
        if (owing.All(o => o.Member.Number != whom))
            return new OwesNothing(member.Name);
        if (member.Person is null)
            return new CannotBeReminded(member.Name);
        return WasReminded(group, today, whom) ? new RemindedToday(member.Name) : null;
    }
}
