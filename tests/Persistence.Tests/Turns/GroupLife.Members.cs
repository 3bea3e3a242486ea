using DiGiBachat.Core;
using DiGiBachat.Core.Decisions;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Loans;
using DiGiBachat.Core.Payments;

namespace DiGiBachat.Persistence.Tests.Turns;

/// <content>Who leaves, has no phone, or has another one.</content>
internal sealed partial class GroupLife
{
    private Func<Task>[] OfMembers =>
        [LeaveAsync, TakeOutAsync, HandOverAsync, WithoutPhoneAsync, LinkAsync, NewNumberAsync, PinAsync, ConsentAsync, RepayAndReverseAsync];

    private Member? Phoneless => village.Folded.ActiveMembers.FirstOrDefault(m => m.Person is null);
    private MemberNumber Admin => village.Folded.ActiveMembers.First(m => m.Role == Role.Admin).Number;

    /// <summary>As whoever has this number, from the phone that is hers by now.</summary>
    private Task<Refusal?> As(MemberNumber number, Func<GroupState, Actor, Result<IReadOnlyList<GroupEvent>>> decide)
    {
        var actor = new Actor(village.Folded.FindMember(number)?.Person, number, village.Now);
        return village.ActAsync(actor, g => decide(g, actor), WithHistory);
    }

    /// <summary>Seldom, so that a group is left for the rest.</summary>
    private async Task LeaveAsync()
    {
        var who = new MemberNumber(random.Next(3, MostMembers + 1));
        if (random.Next(2) == 0)
            await As(who, (g, a) => LeaveGroup.Ask(g, a, PaymentMethod.Cash));
        else if (random.Next(2) == 0)
            await As(Admin, (g, a) => LeaveGroup.Remove(g, a, who, PaymentMethod.Cash));
        await ConsentAsync();
    }

    private async Task TakeOutAsync()
    {
        var who = village
            .Folded.ActiveMembers.Where(m => m.Person is not null)
            .MaxBy(m => WithdrawSavings.Most(village.Folded, m.Number))!
            .Number;
        await As(who, (g, a) => WithdrawSavings.Ask(g, a, new(random.Next(100, 5_000)), PaymentMethod.Cash));
        await ConsentAsync();
    }

    private async Task HandOverAsync()
    {
        await As(Admin, (g, a) => HandOver.Ask(g, a, new(random.Next(1, 4))));
        await ConsentAsync();
    }

    private async Task WithoutPhoneAsync()
    {
        if (Phoneless is not { } member)
        {
            await As(Admin, (g, a) => AddMember.Decide(g, a, "लता"));
            return;
        }
        await As(Admin, (g, a) => AddMember.NameHelper(g, a, member.Number, new(AnyMember)));
        await As(Admin, (g, a) => ApplyForMember.Ask(g, a, new LoanForMember(member.Number, Money.Rupees(100), 3, "दवाई")));
        await village.CashAsync(AnyOfficer, member.Number.Value, Money.Rupees(200));
    }

    private async Task LinkAsync()
    {
        if (Phoneless is not { } member)
            return;
        var person = await village.ArriveAsync();
        var actor = new Actor(person, null, village.Now);
        await village.ActAsync(actor, g => JoinGroup.Decide(g, actor, "लता", "0099"));
        if (village.Folded.Members.FirstOrDefault(m => m.Person == person) is { } waiting)
            await As(Admin, (g, a) => AdmitMember.Link(g, a, waiting.Number, member.Number));
    }

    private async Task NewNumberAsync()
    {
        if (random.Next(3) > 0)
            return;
        var person = await village.ArriveAsync();
        var actor = new Actor(person, null, village.Now);
        await village.ActAsync(actor, g => MoveNumber.Ask(g, actor, g.Invite.Code, (new(random.Next(4, MostMembers + 1)), "0098")));
        await ConsentAsync();
    }

    private Task<Refusal?> PinAsync()
    {
        var pin = random.Next(3) == 0 ? null : PinHash.Of("4321", new byte[PinHash.SaltBytes]);
        return As(new(AnyMember), (g, a) => random.Next(2) == 0 ? ChangePin.Decide(g, a, pin) : ChangePin.Refuse(g, a));
    }

    /// <summary>Before anything else happens to the loan.</summary>
    private async Task RepayAndReverseAsync()
    {
        await RepayAsync();
        await ReverseAsync();
    }

    /// <summary>Whatever waits for somebody's yes gets one, or a no.</summary>
    private Task ConsentAsync() =>
        village.Folded.Matters.Ballots is [.., var last]
            ? As(last.Voters[random.Next(Math.Min(2, last.Voters.Count))], (g, a) => CastVote.Decide(g, a, last.Number, random.Next(5) > 0))
            : Task.CompletedTask;
}
