using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Stories;

/// <content>Leaving, members without a phone, phones that are shared or changed.</content>
internal sealed partial record Act
{
    public static Act Leaves(MemberNumber who, PaymentMethod method = PaymentMethod.Cash) =>
        new(who, (r, actor) => LeaveGroup.Ask(r.Group, actor, method));

    public static Act Removes(MemberNumber whom, PaymentMethod method = PaymentMethod.Cash) =>
        new(Asha, (r, actor) => LeaveGroup.Remove(r.Group, actor, whom, method));

    public static Act TakesOut(MemberNumber who, Money amount) =>
        new(who, (r, actor) => WithdrawSavings.Ask(r.Group, actor, amount, PaymentMethod.Cash));

    public static Act HandsOver(MemberNumber to) => new(Asha, (r, actor) => HandOver.Ask(r.Group, actor, to));

    public static Act Adds(string name) => new(Asha, (r, actor) => AddMember.Decide(r.Group, actor, name));

    public static Act NamesHelper(MemberNumber of, MemberNumber helper) =>
        new(Meera, (r, actor) => AddMember.NameHelper(r.Group, actor, of, helper));

    public static Act Links(MemberNumber waiting, MemberNumber member) =>
        new(Asha, (r, actor) => AdmitMember.Link(r.Group, actor, waiting, member));

    public static Act AppliesFor(MemberNumber whom, Money amount, int months = 4) =>
        new(Meera, (r, actor) => ApplyForMember.Ask(r.Group, actor, new LoanForMember(whom, amount, months, "seeds")));

    /// <summary>From a phone that nobody in the group has.</summary>
    public static Act Moves(MemberNumber member, int phone = 97, string code = "KM4TX7QP") =>
        new(new Who(PersonOf(new(phone)), null), (r, actor) => MoveNumber.Ask(r.Group, actor, code, (member, "9797")));

    public static Act SetsPin(MemberNumber who, string? pin = "4321") =>
        new(who, (r, actor) => ChangePin.Decide(r.Group, actor, pin is null ? null : PinHash.Of(pin, new byte[PinHash.SaltBytes])));

    public static Act MissesPin(MemberNumber who) => new(who, (r, actor) => ChangePin.Refuse(r.Group, actor));

    /// <summary>Answers the newest ballot.</summary>
    public static Act Says(MemberNumber who, bool yes = true) =>
        new(who, (r, actor) => CastVote.Decide(r.Group with { IsWhole = true }, actor, new(r.Group.Matters.LastBallot), yes));
}
