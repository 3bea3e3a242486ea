using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;

namespace DiGiBachat.Core.Opening;

/// <summary>The figures as a second person is asked about them, and what is said of fines that were owed before.</summary>
public sealed record BookOpening(OpeningDraft Draft, string FineReason) : Act;

/// <summary>A group that existed before starts with its history: its figures are drafted, confirmed by a second person, and booked once.</summary>
public static class EnterOpening
{
    /// <summary>1 crore: more is a slip of the thumb.</summary>
    public static readonly Money Largest = Money.Rupees(1_00_00_000);

    /// <summary>
    /// The figures from now on, in place of those before; nothing is booked. Refuses amounts and terms out of bounds, somebody who is no
    /// active member, a group whose figures were brought forward already, and one that has been booking for more than its first period.
    /// </summary>
    public static Result<IReadOnlyList<GroupEvent>> Draft(
        GroupState group,
        Actor actor,
        OpeningMoney money,
        IReadOnlyList<OpeningMember> members
    )
    {
        var officer = Permissions.Check(group, actor, Permission.EnterOpening);
        if (officer.IsRefused)
            return officer.Refusal!;
        if ((TooLate(group, actor) ?? OutOfBounds(group, money, members)) is { } refusal)
            return refusal;
        var version = (group.Matters.Opening?.Version ?? 0) + 1;
        return new GroupEvent[] { new OpeningDrafted(new(version, officer.Value.Number, money, [.. members.OrderBy(m => m.Member)])) };
    }

    /// <summary>Forgets the draft. Refuses when there is none.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Drop(GroupState group, Actor actor)
    {
        var officer = Permissions.Check(group, actor, Permission.EnterOpening);
        if (officer.IsRefused)
            return officer.Refusal!;
        return group.Matters.Opening is null ? new OpeningIsEmpty() : new GroupEvent[] { new OpeningDrafted(null) };
    }

    /// <summary>
    /// Puts the figures to another officer, or to any other member where there is none. Refuses an empty draft, and one that does not
    /// balance: by how much, and on which side.
    /// </summary>
    /// <param name="fineReason">What members are told of the fines that they owed before.</param>
    public static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, string fineReason)
    {
        var officer = Permissions.Check(group, actor, Permission.EnterOpening);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.Matters.Opening is not { } draft)
            return new OpeningIsEmpty();
        if ((TooLate(group, actor) ?? OutOfBounds(group, draft.Money, draft.Members) ?? Unbalanced(draft)) is { } refusal)
            return refusal;
        var others = group.ActiveMembers.Where(m => m.Person is not null && m.Number != officer.Value.Number).ToList();
        var officers = others.Where(m => m.IsOfficer).ToList();
        return Ballots.AskSecondPerson(group, actor, new BookOpening(draft, fineReason), officers.Count > 0 ? officers : others);
    }

    /// <summary>
    /// Books what was confirmed: one entry for all, a running loan for each that was, and the fines that are owed. Refuses what changed
    /// since, and what could not be asked for any more.
    /// </summary>
    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, BookOpening act)
    {
        if (group.Matters.Opening?.Version != act.Draft.Version)
            return new Meetings.SheetHasChanged();
        if (TooLate(group, actor) is { } late)
            return late;
        if (act.Draft.Members.Any(m => group.FindMember(m.Member) is not { IsActive: true }))
            return new MemberUnknown();
        var number = group.Counters.Loans;
        var loans = act.Draft.Members.SelectMany(m => m.Loans, (m, loan) => Running(group, actor, m.Member, loan, new(++number))).ToList();
        var fines = act
            .Draft.Members.Where(m => m.Fines.IsPositive)
            .Select(m => new FineImposed(m.Member, m.Fines, act.FineReason, actor.Today));
        return (GroupEvent[])
            [
                .. loans.Select(l => new LoanOpened(l)),
                .. fines,
                new OpeningBooked(act.Draft, [.. loans.Select(l => new OpenedLoan(l.Number, l.Borrower, l.Terms.Principal))], actor.Today),
            ];
    }

    private static Loan Running(GroupState group, Actor actor, MemberNumber borrower, OpeningLoan loan, LoanNumber number)
    {
        var terms = group.Rules.TermsFor(loan.Outstanding, loan.Months) with
        {
            Rate = loan.Rate,
            Method = loan.Method,
            InterestInWholeRupees = group.Rules.InterestInWholeRupees || loan.Method == InterestMethod.Shg,
        };
        var instalments = RepaymentSchedule.Draw(terms, actor.Today, group.Rules.Calendar).Instalments;
        return new(number, borrower, terms, "", LoanStatus.Active, actor.Today, null, actor.Today, instalments);
    }

    /// <summary>The day until which a group that has booked something may still bring its figures forward: the end of its first period.</summary>
    private static DateOnly Until(GroupState group, DateOnly today)
    {
        var calendar = group.Rules.Calendar;
        var began = group.Matters.Cycle is { Number: 1 } first ? first.StartedOn : today;
        return calendar.DueOnAfter(calendar.PeriodOf(began).DueOn);
    }

    private static Refusal? TooLate(GroupState group, Actor actor)
    {
        if (group.Matters.OpenedOn is { } on)
            return new OpeningIsBooked(on);
        var until = Until(group, actor.Today);
        return group.Counters.Entries > 0 && actor.Today > until ? new OpeningIsOver(until) : null;
    }

    private static Refusal? Unbalanced(OpeningDraft draft) =>
        draft.Has.IsZero && draft.Owes.IsZero ? new OpeningIsEmpty()
        : draft.Difference.IsPositive ? new OpeningHasMore(draft.Has, draft.Owes, draft.Difference)
        : draft.Difference.IsNegative ? new OpeningOwesMore(draft.Has, draft.Owes, -draft.Difference)
        : null;

    private static Refusal? OutOfBounds(GroupState group, OpeningMoney money, IReadOnlyList<OpeningMember> members)
    {
        if (members.Any(m => group.FindMember(m.Member) is not { IsActive: true }) || members.CountBy(m => m.Member).Any(m => m.Value > 1))
            return new MemberUnknown();
        Money[] amounts =
        [
            money.Cash,
            money.Bank,
            money.Investments,
            money.Grants,
            money.Surplus,
            .. members.SelectMany(m => new[] { m.Savings, m.Fines }),
        ];
        var loans = members.SelectMany(m => m.Loans).ToList();
        if (
            amounts.Any(a => a.IsNegative || a > Largest)
            || loans.Any(l => l.Outstanding < LoanTerms.MinimumPrincipal || l.Outstanding > LoanTerms.MaximumPrincipal)
        )
            return new OpeningOutOfBounds(Largest);
        if (loans.Any(l => l.Months is < 1 or > LoanTerms.MaximumMonths))
            return new TenureOutOfBounds(LoanTerms.MaximumMonths);
        return loans.Any(l =>
            l.Rate.BasisPointsPerMonth < 0 || l.Rate.BasisPointsPerMonth > GroupRuleBounds.HighestRate.BasisPointsPerMonth
        )
            ? new LoanRateOutOfBounds(GroupRuleBounds.HighestRate)
            : null;
    }
}
