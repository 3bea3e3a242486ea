using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;

namespace DiGiBachat.Core.Loans;

/// <summary>A loan for a member without a phone, as an officer wrote it down.</summary>
public sealed record LoanForMember(MemberNumber Member, Money Amount, int Months, string Purpose) : Act;

/// <summary>An officer asks for a loan in the name of a member without a phone; her helper, or another member, says yes first.</summary>
public static class ApplyForMember
{
    /// <summary>Refuses a member with a phone of her own, and by <see cref="LoanRules"/>. No money moves.</summary>
    public static Result<IReadOnlyList<GroupEvent>> Ask(GroupState group, Actor actor, LoanForMember asked)
    {
        var officer = Permissions.Check(group, actor, Permission.ActForMember);
        if (officer.IsRefused)
            return officer.Refusal!;
        if (group.FindMember(asked.Member) is not { IsActive: true } member)
            return new MemberUnknown();
        if (member.Person is not null)
            return new HasOwnPhone(member.Name);
        return LoanRules.Check(group, member, group.Rules.TermsFor(asked.Amount, asked.Months), actor.Today) is { } refusal
            ? refusal
            : Ballots.AskSecondPerson(group, actor, asked, AddMember.SecondPersons(group, member));
    }

    internal static Result<IReadOnlyList<GroupEvent>> Carry(GroupState group, Actor actor, LoanForMember act) =>
        group.FindMember(act.Member) is { IsActive: true } member
            ? ApplyForLoan.For(group, member, actor.Today, (act.Amount, act.Months, act.Purpose))
            : new MemberUnknown();
}
